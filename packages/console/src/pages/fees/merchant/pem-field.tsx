import { UploadOutlined } from '@ant-design/icons'
import { merchant as texts } from './texts.ts'
import { Button, Flex, Input, Upload } from 'antd'
import { useTexts } from '../../../app/language.tsx'

/** A key as text: pasted, or read from a file in the browser, which sends it nowhere before the form is saved. */
export function PemField({
  id,
  value = '',
  onChange,
  label,
}: {
  id?: string
  value?: string
  onChange?: (text: string) => void
  label: string
}) {
  const t = useTexts(texts)
  return (
    <Flex vertical gap={8} align="start">
      <Input.TextArea
        {...(id === undefined ? {} : { id })}
        value={value}
        onChange={(event) => onChange?.(event.target.value)}
        rows={3}
        spellCheck={false}
        autoComplete="off"
        placeholder="-----BEGIN"
        style={{ fontFamily: 'monospace', fontSize: 12 }}
      />
      <Upload
        accept=".pem,.key,.txt"
        showUploadList={false}
        beforeUpload={async (file) => {
          onChange?.(await file.text())
          return Upload.LIST_IGNORE
        }}
      >
        <Button size="small" icon={<UploadOutlined />} aria-label={`${t('file.choose')} · ${label}`}>
          {t('file.choose')}
        </Button>
      </Upload>
    </Flex>
  )
}
