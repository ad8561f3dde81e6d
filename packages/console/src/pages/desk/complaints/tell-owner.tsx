import { tellOwnerSchema } from '@heju/core/desk/complaints/shape'
import { complaints as texts } from './texts.ts'
import { formatInstant } from '@heju/kernel'
import { Form, Input } from 'antd'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { longestOf } from '../../../parts/longest-of.ts'
import { useSession } from '../../../app/session.tsx'
import { FormDrawer } from '../../../parts/form-drawer.tsx'
import { instantOfLocal } from '../../../parts/local-time.ts'
import type { SentPhotos } from '../../../parts/photos-field.tsx'
import { OwnerReads } from './owner-reads.tsx'
import { StepPhotos } from './step-photos.tsx'
import { PromisedTime, useNotTooFar } from './promised-time.tsx'
import { useVerb, type VerbProps } from './verb.ts'

interface Fields {
  ownerWords: string
  next?: string
  photos?: SentPhotos
}

/** News for the owner on the way to the reply, and when they hear next. */
export function TellOwner({ complaint, close }: VerbProps) {
  const t = useTexts(texts)
  const { zone } = useSession().company
  const [form] = Form.useForm<Fields>()
  const tell = useVerb(form, close, {
    command: api.complaints[':complaintId'].news.$post,
    asks: ({ ownerWords, next = '', photos }: Fields) => ({
      param: { complaintId: complaint.id },
      json: {
        ownerWords,
        ...(next !== '' && { nextUpdateAt: instantOfLocal(next, zone) }),
        fileIds: photos?.fileIds ?? [],
      },
    }),
    fieldOf: { nextUpdateAt: 'next', 'complaints.time_is_past': 'next', fileIds: 'photos' },
  })
  const { updateDueAt } = complaint
  return (
    <FormDrawer<Fields>
      title={t('verb.news')}
      about={t('news.about')}
      close={close}
      form={form}
      pending={tell.isPending}
      initial={{}}
      send={(fields) => tell.mutate(fields)}
      action={t('news.send')}
    >
      <Form.Item
        name="ownerWords"
        label={t('news.words')}
        rules={[{ required: true, min: 2, message: t('news.short') }]}
      >
        <Input.TextArea rows={4} {...longestOf(tellOwnerSchema.entries.ownerWords)} />
      </Form.Item>
      <Form.Item
        name="next"
        rules={useNotTooFar()}
        label={t('news.next')}
        extra={
          updateDueAt === null
            ? t('news.next.hint')
            : t('news.next.kept', { at: formatInstant(updateDueAt, zone) })
        }
      >
        <PromisedTime />
      </Form.Item>
      <StepPhotos complaint={complaint} seenBy="owner" />
      <OwnerReads needed />
    </FormDrawer>
  )
}
