import { useQuery } from '@tanstack/react-query'
import { Card, Descriptions } from 'antd'
import { Link } from 'react-router'
import { useTexts } from '../../../app/language.tsx'
import { Failure } from '../../../parts/states.tsx'
import { areasOfRoom } from './api.ts'
import { areas as texts } from './texts.ts'

/** The areas to which a room belongs today, and who is responsible. */
export function RoomAreas({ roomId }: { roomId: string }) {
  const t = useTexts(texts)
  const found = useQuery({ queryKey: ['areas', 'of', roomId], queryFn: () => areasOfRoom(roomId) })
  if (found.error) return <Failure error={found.error} retry={() => void found.refetch()} />
  if (found.data === undefined || found.data.areas.length === 0) return null
  return (
    <Card size="small" title={t('title')} style={{ marginBottom: 16 }}>
      <Descriptions
        size="small"
        column={{ xs: 1, sm: 2 }}
        items={found.data.areas.map(({ areaId, name, kind, stewardName, standInName }) => ({
          key: areaId,
          label: t(`kind.${kind}`),
          children: (
            <>
              <Link to={`/console/areas/${areaId}`}>{name}</Link> · {stewardName ?? t('vacant')}
              {standInName !== null && `（${t('standIn')} ${standInName}）`}
            </>
          ),
        }))}
      />
    </Card>
  )
}
