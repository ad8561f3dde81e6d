import { heldOn } from '@heju/core/estate/organisation/shape'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Flex, Tag, Typography } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { organisation as texts } from './texts.ts'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { useCommand } from '../../../parts/form.ts'
import {
  organisationKeys,
  useOrganisation,
  useProjectPlaces,
  useToday,
  type Entity,
} from '../../../parts/organisation.ts'
import { Page } from '../../../parts/page.tsx'
import { RowsTable } from '../../../parts/rows-table.tsx'
import { rowsOrWaiting } from '../../../parts/rows.ts'
import { Failure } from '../../../parts/states.tsx'
import { listMerchants } from '../../fees/merchant/api.ts'
import { CloseEntity } from './close-form.tsx'
import { AddEntity, ChangeEntity } from './entity-form.tsx'
import { OrganisationPages } from './organisation-pages.tsx'

/** The legal entities, each with its merchant, its series of receipts and its projects. */
export function Component() {
  const t = useTexts(texts)
  const may = useMay()
  const list = useOrganisation()
  const [form, setForm] = useState<'add' | { change: Entity } | { close: Entity }>()
  const close = () => setForm(undefined)
  const manages = may('organisation.manage')
  const add = manages && (
    <Button type="primary" onClick={() => setForm('add')}>
      {t('entity.add')}
    </Button>
  )
  return (
    <Page title={t('entities.title')} about={t('entities.about')} actions={add}>
      <OrganisationPages />
      {list.isLoadingError ? (
        <Failure error={list.error} retry={() => void list.refetch()} />
      ) : (
        <Flex vertical gap={16}>
          {list.data?.entities.length === 1 && <Alert type="info" showIcon title={t('entities.alone')} />}
          <Entities open={manages ? setForm : undefined} />
        </Flex>
      )}
      {form === 'add' && <AddEntity close={close} />}
      {form !== undefined && form !== 'add' && 'change' in form && (
        <ChangeEntity entity={form.change} close={close} />
      )}
      {form !== undefined && form !== 'add' && 'close' in form && (
        <CloseEntity entity={form.close} close={close} />
      )}
    </Page>
  )
}

function Entities({ open }: { open: ((form: { change: Entity } | { close: Entity }) => void) | undefined }) {
  const t = useTexts(texts)
  const today = useToday()
  const { data } = useOrganisation()
  const { openEntities } = useProjectPlaces()
  const isLast = (id: string) => openEntities.every((one) => one.id === id)
  const merchant = useMerchantColumn()
  const projectsOf = (id: string) =>
    data?.projects.filter(({ entities }) => heldOn(entities, today)?.entityId === id).length ?? 0
  return (
    <RowsTable<Entity>
      label={t('entities.title')}
      size="middle"
      rowKey="id"
      {...rowsOrWaiting(data?.entities)}
      columns={[
        {
          title: t('name'),
          render: (_, { name, address, phone }) => (
            <Flex vertical>
              <span>{name}</span>
              <Typography.Text type="secondary">
                {[address, phone].filter(Boolean).join(' · ')}
              </Typography.Text>
            </Flex>
          ),
        },
        { title: t('creditCode'), render: (_, { creditCode }) => creditCode || '—' },
        {
          title: t('series'),
          render: (_, { seriesCode }) => `SJ-${seriesCode === '' ? '' : `${seriesCode}-`}…`,
        },
        ...merchant,
        { title: t('projects'), align: 'right', render: (_, { id }) => projectsOf(id) },
        {
          title: t('state'),
          onPhone: 'end' as const,
          render: (_, { closedOn }) =>
            closedOn === null ? (
              <Tag color="success">{t('state.open')}</Tag>
            ) : (
              <Tag>{t('entity.closedOn.since', { day: closedOn })}</Tag>
            ),
        },
        ...(open === undefined
          ? []
          : [
              {
                title: t('actions'),
                render: (_: unknown, entity: Entity) => (
                  <Actions entity={entity} isLast={isLast(entity.id)} open={open} />
                ),
              },
            ]),
      ]}
    />
  )
}

/** The merchant of each, for who may know of merchants. */
function useMerchantColumn() {
  const t = useTexts(texts)
  const may = useMay()
  const list = useQuery({
    queryKey: ['merchants'],
    queryFn: listMerchants,
    enabled: may('merchant.write'),
  })
  if (!may('merchant.write')) return []
  const of = (id: string) =>
    list.data?.merchants.find((one) => one.entityId === id && one.projectId === null)?.merchantId
  return [
    {
      title: t('merchant'),
      render: (_: unknown, { id }: Entity) => (
        <Link to="/console/settings/merchant">{of(id) ?? t('merchant.none')}</Link>
      ),
    },
  ]
}

function Actions({
  entity,
  isLast,
  open,
}: {
  entity: Entity
  /** Whether no other could receive money: then it stays. */
  isLast: boolean
  open: (form: { change: Entity } | { close: Entity }) => void
}) {
  const t = useTexts(texts)
  const reopen = useCommand({
    command: api.organisation.entities[':entityId'].closing.$post,
    asks: (entityId: string) => ({ param: { entityId }, json: { closedOn: null } }),
    refreshes: organisationKeys,
    done: t('reopened'),
  })
  return (
    <Flex gap={8} wrap>
      <Button size="small" onClick={() => open({ change: entity })}>
        {t('change')}
      </Button>
      {entity.closedOn === null && !isLast && (
        <Button size="small" onClick={() => open({ close: entity })}>
          {t('entity.close')}
        </Button>
      )}
      {entity.closedOn !== null && (
        <Button size="small" loading={reopen.isPending} onClick={() => reopen.mutate(entity.id)}>
          {t('reopen')}
        </Button>
      )}
    </Flex>
  )
}
