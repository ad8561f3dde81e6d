import { charges as texts } from './charge-texts.ts'
import { fees } from '../bills/texts.ts'
import { tariffs as tariffTexts } from './texts.ts'
import { civilDateOf } from '@heju/kernel'
import { Button, Card } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../../../app/language.tsx'
import { useMay, useSession } from '../../../app/session.tsx'
import { useItemNames } from '../../../parts/fee-items.ts'
import { useNow } from '../../../parts/now.ts'
import { RowsTable } from '../../../parts/rows-table.tsx'
import type { Charges, Place } from './api.ts'
import { EndCharge } from './end-charge.tsx'
import { othersFromAt, type Ending } from './endable.ts'
import { standingOn } from './standing.ts'
import { TariffState } from './tariffs.tsx'
import { useSpan } from './use-span.ts'

type Charge = Charges['tariffs'][number]

/** By what one place is or was charged, each with its days and a way to end it. */
export function ChargedBy({
  charges,
  place,
  projectId,
}: {
  charges: readonly Charge[]
  place: Place & { name: string }
  projectId: string | undefined
}) {
  const t = useTexts(texts)
  const f = useTexts(fees)
  const say = useTexts(tariffTexts)
  const may = useMay()
  const { company } = useSession()
  const today = civilDateOf(useNow(), company.zone)
  const span = useSpan()
  const itemName = useItemNames()
  const [ending, setEnding] = useState<Ending>()
  const ends = (charge: Charge) =>
    may('tariffs.write') && projectId !== undefined && standingOn(charge, today) !== 'over' ? (
      <Button size="small" onClick={() => setEnding(endingAt(charges, charge, { place, projectId, today }))}>
        {say('double.end')}
      </Button>
    ) : null
  return (
    <Card size="small" title={t('tariffs')}>
      <RowsTable
        label={t('tariffs')}
        size="small"
        rowKey={({ tariffId, fromOn }) => `${tariffId} ${fromOn}`}
        dataSource={charges}
        locale={{ emptyText: t('tariffs.none') }}
        columns={[
          {
            title: f('fee'),
            render: (_, { tariffId, name }) => <Link to={`/console/fees/tariffs/${tariffId}`}>{name}</Link>,
          },
          { title: say('feeItem'), onPhone: 'plain', render: (_, { feeItem }) => itemName(feeItem) },
          { title: t('span'), onPhone: 'plain', render: (_, days) => span(days) },
          {
            title: f('state'),
            onPhone: 'end',
            render: (_, charge) => <TariffState {...charge} days={charge} />,
          },
          { title: '', render: (_, charge) => ends(charge) },
        ]}
      />
      {ending !== undefined && <EndCharge {...ending} close={() => setEnding(undefined)} />}
    </Card>
  )
}

function endingAt(
  charges: readonly Charge[],
  charge: Charge,
  { place, projectId, today }: { place: Ending['places'][number]; projectId: string; today: string },
): Ending {
  const { tariffId: id, name, feeItem, exclusive } = charge
  const tariff = { id, name, projectId, feeItem, exclusive }
  return { tariff, places: [place], othersFrom: othersFromAt(charges, charge, today) }
}
