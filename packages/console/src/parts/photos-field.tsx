import { PlusOutlined } from '@ant-design/icons'
import { photos as texts } from './photo-texts.ts'
import { Typography, Upload, type UploadFile } from 'antd'
import { useState } from 'react'
import { api, call, newRequestId } from '../app/api.ts'
import { useTexts } from '../app/language.tsx'
import { useErrorText } from './states.tsx'

/** Photos of a form: those that lie on the server, and whether others are on their way. */
export interface SentPhotos {
  fileIds: string[]
  sending: boolean
}
type Sent = { fileId: string }

const send = (file: File) =>
  call(api.files.uploads.$post({ header: { 'idempotency-key': newRequestId() } }, { init: { body: file } }))

/** Photos are sent as they are chosen; what is refused says why beside its name. The form gives id and change. */
export function PhotosField({
  most,
  onChange,
  id,
}: {
  most: number
  id?: string
  value?: SentPhotos
  onChange?: (photos: SentPhotos) => void
}) {
  const t = useTexts(texts)
  const errorText = useErrorText()
  const [list, setList] = useState<UploadFile<Sent>[]>([])
  const refused = list.filter(({ status }) => status === 'error')

  function take(next: UploadFile<Sent>[]) {
    setList(next)
    const fileIds = next.flatMap(({ response, status }) =>
      status === 'done' && response !== undefined ? [response.fileId] : [],
    )
    onChange?.({ fileIds, sending: next.some(({ status }) => status === 'uploading') })
  }

  return (
    <>
      <Upload<Sent>
        {...(id !== undefined && { id })}
        accept="image/jpeg,image/png,image/webp,image/heic,.heic"
        listType="picture-card"
        // There is no button inside: the field itself is reached by Tab and opened by Enter.
        hasControlInside={false}
        multiple
        maxCount={most}
        fileList={list}
        onChange={({ fileList }) => take(fileList)}
        customRequest={({ file, onSuccess, onError }) => {
          send(file as File).then(
            (sent) => onSuccess?.(sent),
            (error: unknown) => onError?.(new Error(errorText(error))),
          )
        }}
      >
        {list.length < most && (
          <div>
            <PlusOutlined aria-hidden />
            <div>{t('add')}</div>
          </div>
        )}
      </Upload>
      {refused.map(({ uid, name, error }) => (
        <Typography.Text key={uid} type="danger" role="alert" style={{ display: 'block' }}>
          {t('refused', { name, why: error instanceof Error ? error.message : '' })}
        </Typography.Text>
      ))}
    </>
  )
}
