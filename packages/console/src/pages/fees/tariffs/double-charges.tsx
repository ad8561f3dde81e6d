import { fees } from '../bills/texts.ts'
import { tariffs as texts } from './texts.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Drawer, Flex, type TableProps } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { api, call } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { useFilter } from '../../../parts/address.ts'
import { useItemNames } from '../../../parts/fee-items.ts'
import { List } from '../../../parts/list.tsx'
import { Stacked, useNarrow } from '../../../parts/on-phone.tsx'
import { useProjectNames } from '../../../parts/projects.ts'
import { EndCharge } from './end-charge.tsx'
import { endable, loadUpTo, othersFromOf, type Ending } from './endable.ts'

const load = (query: { projectId?: string; period?: string; after?: string; limit?: string }) =>
  call(api.tariffs.double.$get({ query }))
interface Asked {
  projectId?: string
  period?: string
}

/** As many places as one request names. */
const mostEnded = 500
type DoubleCharge = Awaited<ReturnType<typeof load>>['items'][number]

/**
 * Says that there are places which are charged twice for the same, today or later or in a month, and leads to them; nothing
 * where there are none.
 */
export function DoubleCharges({ projectId, period }: { projectId: string | undefined; period?: string }) {
  const t = useTexts(texts)
  const [filter, setFilter] = useFilter(['double'])
  const looking = filter.double !== undefined
  const setLooking = (next: boolean) => setFilter({ double: next ? '1' : undefined })
  const asked = { ...(projectId !== undefined && { projectId }), ...(period !== undefined && { period }) }
  const found = useQuery({
    queryKey: ['tariffs', 'double', 'count', asked],
    queryFn: () => load({ ...asked, limit: '1' }),
  })
  const places = found.data?.places ?? 0
  // The list stays while its last entry is being settled.
  if (places === 0 && !looking) return null
  return (
    <>
      {places > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t(period === undefined ? 'double.found' : 'double.foundIn', { places, month: period ?? '' })}
          description={t('double.about')}
          action={<Button onClick={() => setLooking(true)}>{t('double.show')}</Button>}
          style={{ marginBottom: 16 }}
        />
      )}
      {looking && (
        <Drawer
          title={t('double.title')}
          open
          onClose={() => setLooking(false)}
          size={960}
          styles={{ wrapper: { maxWidth: '100vw' } }}
        >
          <Places asked={asked} />
        </Drawer>
      )}
    </>
  )
}

function Places({ asked }: { asked: Asked }) {
  const t = useTexts(texts)
  const itemName = useItemNames()
  const f = useTexts(fees)
  const may = useMay()
  const projectName = useProjectNames()
  const narrow = useNarrow()
  const [ending, setEnding] = useState<Ending>()
  const placeOf = ({ place, projectId }: DoubleCharge) => (
    <Link to={`/console/fees/charges/${place.kind}/${place.id}?projectId=${projectId}`}>{place.name}</Link>
  )
  const tariffsOf = (charge: DoubleCharge) => (
    <Flex vertical gap={6}>
      {charge.tariffs.map((tariff) => (
        <Flex key={tariff.id} gap={8} align="center" justify="space-between" wrap>
          <span>
            <Link to={`/console/fees/tariffs/${tariff.id}`}>{tariff.name}</Link>{' '}
            {tariff.toOn === null
              ? t('double.since', { from: tariff.fromOn })
              : t('history.span', { from: tariff.fromOn, to: tariff.toOn })}
          </span>
          {may('tariffs.write') && (
            <Button size="small" onClick={() => setEnding(endingAt(charge, tariff))}>
              {t('double.end')}
            </Button>
          )}
        </Flex>
      ))}
    </Flex>
  )
  const columns: NonNullable<TableProps<DoubleCharge>['columns']> = [
    { title: f('project'), render: (_, { projectId }) => projectName(projectId) },
    { title: f('place'), render: (_, charge) => placeOf(charge) },
    { title: t('feeItem'), render: (_, { feeItem }) => itemName(feeItem) },
    { title: t('double.tariffs'), render: (_, charge) => tariffsOf(charge) },
  ]
  // On a phone the buttons stand under what they are about: beside it, they would be out of sight.
  const onOne: (typeof columns)[number] = {
    title: f('place'),
    render: (_, charge) => (
      <Stacked beside={90} gap={6}>
        <span>
          {placeOf(charge)} · {projectName(charge.projectId)} · {itemName(charge.feeItem)}
        </span>
        {tariffsOf(charge)}
      </Stacked>
    ),
  }
  return (
    <>
      {may('tariffs.write') && <EndForAll asked={asked} end={setEnding} />}
      <List<DoubleCharge>
        queryKey={['tariffs', 'double', asked]}
        load={(after) => load({ ...asked, ...(after && { after }) })}
        empty={t('double.none')}
        columns={narrow ? [onOne] : columns}
      />
      {ending !== undefined && <EndCharge {...ending} close={() => setEnding(undefined)} />}
    </>
  )
}

function endingAt(charge: DoubleCharge, { id, name }: DoubleCharge['tariffs'][number]): Ending {
  const { projectId, feeItem, place } = charge
  const tariff = { id, name, projectId, feeItem, exclusive: true }
  return { tariff, places: [place], othersFrom: othersFromOf(charge, id) }
}

/** Ends one tariff for all the places that it charges twice, by one form: after an import they may be hundreds. */
function EndForAll({ asked, end }: { asked: Asked; end: (ending: Ending) => void }) {
  const t = useTexts(texts)
  const all = useQuery({
    queryKey: ['tariffs', 'double', 'all', asked],
    queryFn: () => loadUpTo(mostEnded, (after) => load({ ...asked, limit: '100', ...(after && { after }) })),
  })
  const tariffs = endable(all.data ?? [], mostEnded)
  if (tariffs.length === 0) return null
  return (
    <Flex gap={8} wrap align="center" style={{ marginBottom: 16 }}>
      <span>{t('double.endAll')}</span>
      {tariffs.map((ending) => (
        <Button key={ending.tariff.id} size="small" onClick={() => end(ending)}>
          {t('double.endAll.one', { name: ending.tariff.name, places: ending.places.length })}
        </Button>
      ))}
    </Flex>
  )
}
