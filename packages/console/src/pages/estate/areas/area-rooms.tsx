import type { AreaKind } from '@heju/core/estate/areas/shape'
import { Card } from 'antd'
import { Link } from 'react-router'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { ExportButton } from '../../../parts/export-button.tsx'
import { List } from '../../../parts/list.tsx'
import { listAreaRooms, type AreaRoomRow } from './api.ts'
import { areas as texts } from './texts.ts'

/** The rooms of an area, or those that belong to none. */
export function AreaRooms({
  of,
  title,
  empty,
}: {
  of: { projectId: string; kind: AreaKind; areaId?: string }
  title: string
  empty: string
}) {
  const t = useTexts(texts)
  return (
    <Card
      size="small"
      title={title}
      style={{ marginTop: 16 }}
      extra={<ExportButton load={() => api.areas.rooms.file.$get({ query: of })} />}
    >
      <List<AreaRoomRow>
        size="small"
        queryKey={['areas', 'rooms', of]}
        load={(after) => listAreaRooms({ ...of, ...(after && { after }) })}
        empty={empty}
        columns={[
          {
            title: t('column.room'),
            render: (_, { id, name }) => <Link to={`/console/rooms/${id}`}>{name}</Link>,
          },
          {
            title: t('column.household'),
            onPhone: 'end',
            render: (_, { household }) => (household ? t('yes') : '—'),
          },
        ]}
      />
    </Card>
  )
}
