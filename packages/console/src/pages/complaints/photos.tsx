import { complaints as texts } from '@heju/i18n/console/complaints'
import { Card, Flex, Image } from 'antd'
import { useTexts } from '../../app/language.tsx'
import type { ComplaintDetail } from './api.ts'

/** The photos of a complaint, large enough to see what is wrong; a click opens one as it was taken. */
export function Photos({ complaint }: { complaint: ComplaintDetail }) {
  const t = useTexts(texts)
  const photos = complaint.steps.flatMap((step) => step.photos)
  if (photos.length === 0) return null
  return (
    <Card size="small" title={t('photos')} style={{ marginBottom: 16 }}>
      <Image.PreviewGroup>
        <Flex gap={12} wrap>
          {photos.map(({ id }, at) => (
            <Image
              key={id}
              width={240}
              height={180}
              style={{ objectFit: 'cover' }}
              alt={t('photo', { n: at + 1 })}
              src={`/api/v1/complaints/${complaint.id}/photos/${id}`}
            />
          ))}
        </Flex>
      </Image.PreviewGroup>
    </Card>
  )
}
