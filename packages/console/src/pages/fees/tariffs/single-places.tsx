import { fees } from '../bills/texts.ts'
import { tariffs as texts } from './texts.ts'
import { useQuery } from '@tanstack/react-query'
import { Card } from 'antd'
import { Link } from 'react-router'
import { api, call } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { List } from '../../../parts/list.tsx'
import type { TariffDetail } from './api.ts'
import { useSpan } from './use-span.ts'

const load = (tariffId: string, query: { after?: string; limit?: string; ending?: 'yes' }) =>
  call(api.tariffs[':tariffId'].places.$get({ param: { tariffId }, query }))
type Single = Awaited<ReturnType<typeof load>>['items'][number]

/** The places that a tariff charges one by one, each with the way to all that it is charged; nothing where there are none. */
export function SinglePlaces({ tariff }: { tariff: TariffDetail }) {
  const t = useTexts(texts)
  const { id } = tariff
  const any = useQuery({
    queryKey: ['tariffs', id, 'places', 'any'],
    queryFn: () => load(id, { limit: '1' }),
  })
  if ((any.data?.items.length ?? 0) === 0) return null
  return <PlacesOf tariff={tariff} title={t('singles')} />
}

/** Places of a tariff with their days: those that are charged one by one, or all that have a last day. */
export function PlacesOf({
  tariff: { id, projectId },
  title,
  ending = false,
  children,
}: {
  tariff: TariffDetail
  title: string
  ending?: boolean
  /** What leads away from them. */
  children?: React.ReactNode
}) {
  const t = useTexts(texts)
  const f = useTexts(fees)
  const span = useSpan()
  const which = ending ? { ending: 'yes' as const } : {}
  return (
    <Card size="small" title={title} extra={children}>
      <List<Single>
        size="small"
        queryKey={['tariffs', id, 'places', which]}
        load={(after) => load(id, { ...which, ...(after !== undefined && { after }) })}
        empty=""
        columns={[
          {
            title: f('place'),
            render: (_, { place }) => (
              <Link to={`/console/fees/charges/${place.kind}/${place.id}?projectId=${projectId}`}>
                {place.name}
              </Link>
            ),
          },
          { title: t('singles.span'), render: (_, days) => span(days) },
        ]}
      />
    </Card>
  )
}
