import { policy } from '@heju/core/desk/complaints/shape'
import { complaints as texts } from './texts.ts'
import { photos as photoTexts } from '../../../parts/photo-texts.ts'
import { Form } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import { PhotosField, type SentPhotos } from '../../../parts/photos-field.tsx'
import type { ComplaintDetail } from './api.ts'

/** Photos that staff may add to a matter. */
export const mostPhotos = policy.photosOfEachSide

/** A form's rule that photos have arrived before what they belong to is sent. */
export function useArrived() {
  const p = useTexts(photoTexts)
  const validator = (_: unknown, photos?: SentPhotos) =>
    photos?.sending ? Promise.reject(new Error(p('sending'))) : Promise.resolve()
  return [{ validator }]
}

/** Photos that go with a step; who sees them is said above them, and how many more there may be. */
export function StepPhotos({ complaint, seenBy }: { complaint: ComplaintDetail; seenBy: 'owner' | 'staff' }) {
  const t = useTexts(texts)
  const arrived = useArrived()
  const sent = complaint.steps.filter(({ byKind }) => byKind === 'staff').flatMap(({ photos }) => photos)
  const left = mostPhotos - sent.length
  return (
    <Form.Item
      name="photos"
      label={t(`photos.for.${seenBy}`)}
      extra={t(left > 0 ? 'photos.left' : 'photos.full', { most: mostPhotos, left })}
      rules={arrived}
    >
      {left > 0 ? <PhotosField most={left} /> : <span />}
    </Form.Item>
  )
}
