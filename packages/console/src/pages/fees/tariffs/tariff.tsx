import { tariffs as texts } from './texts.ts'
import { registryTexts } from '@heju/core/estate/registry/texts'
import { civilDateOf, formatYuan } from '@heju/kernel'
import { useQuery } from '@tanstack/react-query'
import { Alert, Card, Col, Flex, Row, Timeline, Typography } from 'antd'
import { Link, useParams } from 'react-router'
import { useTexts } from '../../../app/language.tsx'
import { useSession } from '../../../app/session.tsx'
import { useFilter } from '../../../parts/address.ts'
import { scaled } from '../../../parts/figures.tsx'
import { useNow } from '../../../parts/now.ts'
import { Page } from '../../../parts/page.tsx'
import { useItemNames } from '../../../parts/fee-items.ts'
import { useProjectNames } from '../../../parts/projects.ts'
import { RowsTable } from '../../../parts/rows-table.tsx'
import { Failure, Loading } from '../../../parts/states.tsx'
import { readTariff, type TariffDetail } from './api.ts'
import { daysOf } from './standing.ts'
import { PlacesOf, SinglePlaces } from './single-places.tsx'
import { TariffDecisions } from './tariff-decisions.tsx'
import { TariffState } from './tariffs.tsx'

type Price = TariffDetail['prices'][number]

/** One charge: what it costs and cost, what that stands on, and for what it holds. */
export function Component() {
  const t = useTexts(texts)
  const { tariffId = '' } = useParams()
  const tariff = useQuery({ queryKey: ['tariffs', tariffId], queryFn: () => readTariff(tariffId) })
  if (tariff.data !== undefined) return <Sheet tariff={tariff.data} />
  return (
    <Page title={t('tariffs.title')}>
      {tariff.error ? <Failure error={tariff.error} retry={() => void tariff.refetch()} /> : <Loading />}
    </Page>
  )
}

function Sheet({ tariff }: { tariff: TariffDetail }) {
  const t = useTexts(texts)
  const projectName = useProjectNames()
  const itemName = useItemNames()
  const [{ places }] = useFilter(['places'])
  const isEnding = places === 'ending' && tariff.ending > 0
  return (
    <Page
      title={tariff.name}
      about={
        <Flex gap={12} wrap align="center">
          <TariffState {...tariff} days={daysOf(tariff)} />
          <span>{projectName(tariff.projectId)}</span>
          <span>{itemName(tariff.feeItem)}</span>
          <Link to="/console/fees/tariffs">{t('back')}</Link>
        </Flex>
      }
      actions={<TariffDecisions tariff={tariff} />}
    >
      {tariff.state === 'draft' && (
        <Alert type="warning" showIcon title={t('draft.about')} style={{ marginBottom: 16 }} />
      )}
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={12}>
          <Card size="small" title={t('history')}>
            <Timeline
              items={tariff.prices.map((price) => ({
                key: price.id,
                content: <PriceOfThen tariff={tariff} price={price} />,
              }))}
            />
          </Card>
        </Col>
        <Col xs={24} lg={12}>
          <Flex vertical gap={16}>
            <Scopes tariff={tariff} />
            {isEnding && (
              <PlacesOf tariff={tariff} title={t('ending')} ending>
                <Link to={`/console/fees/tariffs/${tariff.id}`}>{t('ending.close')}</Link>
              </PlacesOf>
            )}
            {tariff.places > 0 && <SinglePlaces tariff={tariff} />}
          </Flex>
        </Col>
      </Row>
    </Page>
  )
}

function PriceOfThen({ tariff, price }: { tariff: TariffDetail; price: Price }) {
  const t = useTexts(texts)
  const { company } = useSession()
  const today = civilDateOf(useNow(), company.zone)
  const { fromOn: from, toOn: to, grade, baseE4, rangeE4, approvalKind, approvalNo, approvalOn } = price
  const span =
    from > today
      ? t('history.next', { from })
      : to === null
        ? t('history.now', { from })
        : t('history.span', { from, to })
  return (
    <>
      <strong>
        {scaled(price.priceE4, 4)} {t(`basis.${tariff.basis}`)}
      </strong>
      <div>{span}</div>
      {price.additionFen > 0 && <div>{t('history.addition', { amount: formatYuan(price.additionFen) })}</div>}
      {grade !== null && baseE4 !== null && rangeE4 !== null && (
        <div>{t('history.guided', { grade, base: scaled(baseE4, 4), range: rangeE4 / 100 })}</div>
      )}
      <Typography.Text type="secondary">
        {approvalKind === null
          ? t('history.unapproved')
          : t('history.approved', {
              kind: t(`approval.${approvalKind}`),
              no: approvalNo ?? '',
              on: approvalOn ?? '',
            })}
        {' · '}
        {t('rounding', {
          unit: t(`unit.${price.roundingUnitFen}` as 'unit.1'),
          how: t(`rounding.${price.rounding}`),
        })}
      </Typography.Text>
    </>
  )
}

/** How many of its places have a last day, and which. */
function Ending({ tariff: { places, ending, endsOn, endsLastOn } }: { tariff: TariffDetail }) {
  const t = useTexts(texts)
  if (endsOn === null) return null
  const which = ending === places ? 'all' : 'some'
  const days = { places: ending, day: endsOn, last: endsLastOn ?? endsOn }
  return t(endsOn === endsLastOn ? `ending.${which}.day` : `ending.${which}`, days)
}

function Scopes({ tariff }: { tariff: TariffDetail }) {
  const t = useTexts(texts)
  const r = useTexts(registryTexts)
  const valueOf = ({ kind, value, name }: TariffDetail['scopes'][number]) => {
    if (kind === 'project') return t('scope.project')
    if (kind === 'building') return name ?? value
    return r((kind === 'room_use' ? `use.${value}` : `parking.${value}`) as 'use.residence')
  }
  return (
    <Card size="small" title={t('scopes')}>
      <p>
        {t(tariff.scopes.length === 0 && tariff.places > 0 ? 'scopes.single' : 'scopes.places', {
          places: tariff.places,
        })}{' '}
        <Ending tariff={tariff} /> {tariff.takenOut > 0 && t('scopes.takenOut', { places: tariff.takenOut })}{' '}
        {tariff.scopes.length > 0 && t('scopes.about')}
      </p>
      {tariff.ending > 0 && (
        <p>
          <Link to={`/console/fees/tariffs/${tariff.id}?places=ending`}>{t('ending.show')}</Link>
        </p>
      )}
      {tariff.scopes.length > 0 && (
        <RowsTable
          label={t('scopes')}
          size="small"
          rowKey={(scope) => JSON.stringify(scope)}
          dataSource={tariff.scopes}
          columns={[
            {
              title: t('scope.kind'),
              render: (_, scope) => {
                const what = valueOf(scope)
                const how = (['excluded', 'yields'] as const).find((each) => scope[each])
                return how === undefined ? what : t(`scope.${how}`, { what })
              },
            },
            { title: t('fromOn'), dataIndex: 'fromOn' },
            { title: t('unassign.lastDay'), render: (_, { toOn }) => toOn ?? '—' },
          ]}
        />
      )}
    </Card>
  )
}
