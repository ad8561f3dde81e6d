import { charges as chargeTexts } from './charge-texts.ts'
import { fees } from '../bills/texts.ts'
import { tariffs as texts } from './texts.ts'
import { civilDateOf } from '@heju/kernel'
import { useQuery } from '@tanstack/react-query'
import { Button, Flex, Table, Tag, Tooltip, Typography, type TableProps } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useTexts } from '../../../app/language.tsx'
import { useMay, useSession } from '../../../app/session.tsx'
import { useFilter } from '../../../parts/address.ts'
import { Filters, ProjectFilter } from '../../../parts/filters.tsx'
import { scaled } from '../../../parts/figures.tsx'
import { Stacked, useNarrow } from '../../../parts/on-phone.tsx'
import { Page } from '../../../parts/page.tsx'
import { useNow } from '../../../parts/now.ts'
import { useProjectNames } from '../../../parts/projects.ts'
import { rowsOrWaiting } from '../../../parts/rows.ts'
import { leadsTo } from '../../../parts/leads-to.ts'
import { Sideways } from '../../../parts/sideways.tsx'
import { Failure, Nothing } from '../../../parts/states.tsx'
import { tariffsOf, type Tariff } from './api.ts'
import { DoubleCharges } from './double-charges.tsx'
import { daysOf, standingOn, type Days } from './standing.ts'
import { TariffForm } from './tariff-form.tsx'

const colors = { draft: 'warning', active: 'success', disabled: 'default' } as const

/** Whether a tariff is billed by, in colour and words; one in use is so on its days alone. A surcharge is named as one. */
export function TariffState({
  state,
  surcharge,
  days,
}: Pick<Tariff, 'state' | 'surcharge'> & { days: Days }) {
  const t = useTexts(texts)
  const c = useTexts(chargeTexts)
  const { company } = useSession()
  const standing = standingOn(days, civilDateOf(useNow(), company.zone))
  const outOfDays = state === 'active' && standing !== 'holds'
  return (
    <>
      {outOfDays ? (
        <Tag {...(standing === 'coming' && { color: 'processing' })}>{c(`standing.${standing}`)}</Tag>
      ) : (
        <Tag color={colors[state]}>{t(`tariff.${state}`)}</Tag>
      )}
      {surcharge && (
        <Tooltip title={t('surcharge.about')}>
          <Tag tabIndex={0}>{t('surcharge')}</Tag>
        </Tooltip>
      )}
    </>
  )
}

export function Component() {
  const t = useTexts(texts)
  const may = useMay()
  const navigate = useNavigate()
  const [{ projectId, period, new: begins }, setFilter] = useFilter(['projectId', 'period', 'new'])
  // A link may lead right to the form, as from a run that found nothing to bill by.
  const [creating, setCreating] = useState(begins !== undefined && may('tariffs.write'))
  const list = useQuery(tariffsOf(projectId))
  const create = may('tariffs.write') && (
    <Button type="primary" onClick={() => setCreating(true)}>
      {t('tariffs.create')}
    </Button>
  )
  if (list.isLoadingError)
    return (
      <Page title={t('tariffs.title')} about={t('tariffs.about')}>
        <Failure error={list.error} retry={() => void list.refetch()} />
      </Page>
    )
  const close = () => {
    setCreating(false)
    setFilter({ new: undefined })
  }
  const open = (tariffId: string) => void navigate(`/console/fees/tariffs/${tariffId}`)
  return (
    <Page title={t('tariffs.title')} about={t('tariffs.about')} actions={create}>
      <Filters names={['projectId']}>
        <ProjectFilter />
      </Filters>
      <DoubleCharges projectId={projectId} {...(period && { period })} />
      <Tariffs tariffs={list.data?.tariffs} create={create} open={open} />
      {creating && <TariffForm projectId={projectId} close={close} onDone={open} />}
    </Page>
  )
}

function Tariffs({
  tariffs,
  create,
  open,
}: {
  tariffs: Tariff[] | undefined
  create: React.ReactNode
  open: (tariffId: string) => void
}) {
  const t = useTexts(texts)
  const f = useTexts(fees)
  const projectName = useProjectNames()
  const narrow = useNarrow()
  const link = ({ id, name }: Tariff) => <Link to={`/console/fees/tariffs/${id}`}>{name}</Link>
  const price = ({ priceE4, basis, grade }: Tariff) => (
    <>
      {scaled(priceE4, 4)} {t(`basis.${basis}`)}
      {grade !== null && <Typography.Text type="secondary"> · {grade}</Typography.Text>}
    </>
  )
  const approval = ({ approvalKind, approvalNo }: Tariff) =>
    approvalKind === null ? '—' : `${t(`approval.${approvalKind}`)} ${approvalNo ?? ''}`
  const state = (tariff: Tariff) => (
    <>
      <TariffState {...tariff} days={daysOf(tariff)} />
      {tariff.chargedUntil !== null && (
        <Typography.Text type="secondary" style={{ whiteSpace: 'nowrap' }}>
          {t('chargedUntil', { day: tariff.chargedUntil })}
        </Typography.Text>
      )}
    </>
  )
  const columns: NonNullable<TableProps<Tariff>['columns']> = [
    { title: t('name'), render: (_, tariff) => link(tariff) },
    { title: f('project'), render: (_, { projectId }) => projectName(projectId) },
    { title: t('priceNow'), render: (_, tariff) => price(tariff) },
    { title: t('fromOn'), dataIndex: 'fromOn' },
    { title: t('approval'), render: (_, tariff) => approval(tariff) },
    { title: t('places'), dataIndex: 'places', align: 'right' },
    { title: f('state'), render: (_, tariff) => state(tariff) },
  ]
  // On a phone whether it is billed by stands beside its name: in a column at the end it would be out of sight.
  const onOne: (typeof columns)[number] = {
    title: t('name'),
    render: (_, tariff) => (
      <Stacked>
        <Flex justify="space-between" align="baseline" gap={8} wrap>
          {link(tariff)}
          <span>{state(tariff)}</span>
        </Flex>
        <span>{price(tariff)}</span>
        <Typography.Text type="secondary">
          {projectName(tariff.projectId)} · {t('fromOn')} {tariff.fromOn}
        </Typography.Text>
        <Typography.Text type="secondary">
          {t('approval')} {approval(tariff)} · {t('places')} {tariff.places}
        </Typography.Text>
      </Stacked>
    ),
  }
  return (
    <Sideways label={t('tariffs.title')}>
      <Table<Tariff>
        size="middle"
        rowKey="id"
        {...rowsOrWaiting(tariffs)}
        pagination={false}
        locale={{ emptyText: <Nothing words={t('tariffs.empty')}>{create}</Nothing> }}
        onRow={({ id }) => leadsTo(() => open(id))}
        columns={narrow ? [onOne] : columns}
      />
    </Sideways>
  )
}
