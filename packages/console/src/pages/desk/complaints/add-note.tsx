import { addNoteSchema } from '@heju/core/desk/complaints/shape'
import { complaints as texts } from './texts.ts'
import { Form, Input } from 'antd'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { longestOf } from '../../../parts/longest-of.ts'
import { FormDrawer } from '../../../parts/form-drawer.tsx'
import type { SentPhotos } from '../../../parts/photos-field.tsx'
import { StepPhotos } from './step-photos.tsx'
import { useVerb, type VerbProps } from './verb.ts'

interface Fields {
  note: string
  photos?: SentPhotos
}

/** A note among staff, which its owner never sees; also of what is closed. */
export function AddNote({ complaint, close }: VerbProps) {
  const t = useTexts(texts)
  const [form] = Form.useForm<Fields>()
  const add = useVerb(form, close, {
    command: api.complaints[':complaintId'].notes.$post,
    asks: ({ note, photos }: Fields) => ({
      param: { complaintId: complaint.id },
      json: { note, fileIds: photos?.fileIds ?? [] },
    }),
    fieldOf: { fileIds: 'photos' },
  })
  return (
    <FormDrawer<Fields>
      title={t('verb.note')}
      about={t('note.about')}
      close={close}
      form={form}
      pending={add.isPending}
      initial={{}}
      send={(fields) => add.mutate(fields)}
    >
      <Form.Item name="note" label={t('note.words')} rules={[{ required: true, whitespace: true }]}>
        <Input.TextArea rows={4} {...longestOf(addNoteSchema.entries.note)} />
      </Form.Item>
      <StepPhotos complaint={complaint} seenBy="staff" />
    </FormDrawer>
  )
}
