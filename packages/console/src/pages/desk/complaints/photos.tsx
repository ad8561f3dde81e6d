import { complaints as texts } from './texts.ts'
import { Card, Flex, Image, Typography } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import type { ComplaintDetail } from './api.ts'

/** The photos of a complaint, large enough to see what is wrong; a click opens one as it was taken. */
export function Photos({ complaint }: { complaint: ComplaintDetail }) {
  const t = useTexts(texts)
  // Of what staff write down for each other its owner sees no photo either.
  const photos = complaint.steps.flatMap(({ photos: taken, kind }) =>
    taken.map((photo) => ({ ...photo, seenBy: kind === 'note' ? ('staff' as const) : ('owner' as const) })),
  )
  if (photos.length === 0) return null
  return (
    <Card size="small" title={t('photos')} style={{ marginBottom: 16 }}>
      <Image.PreviewGroup>
        <Flex gap={12} wrap>
          {photos.map(({ id, seenBy }, at) => (
            <figure key={id} style={{ margin: 0 }}>
              <Image
                width={240}
                height={180}
                style={{ objectFit: 'cover' }}
                alt={t('photo', { n: at + 1 })}
                src={`/api/v1/complaints/${complaint.id}/photos/${id}`}
              />
              <figcaption>
                <Typography.Text type="secondary">{t(`photo.${seenBy}`)}</Typography.Text>
              </figcaption>
            </figure>
          ))}
        </Flex>
      </Image.PreviewGroup>
    </Card>
  )
}
