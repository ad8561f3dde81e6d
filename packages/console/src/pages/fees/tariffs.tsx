import { fees as texts } from '@heju/i18n/console/fees'
import { useQuery } from '@tanstack/react-query'
import { Button, Table, Tag, Typography } from 'antd'
import { useState } from 'react'
import { api, call } from '../../app/api.ts'
import { useTexts } from '../../app/language.tsx'
import { useMay } from '../../app/session.tsx'
import { useChange } from '../../parts/form.ts'
import { Page } from '../../parts/page.tsx'
import { useProjectNames } from '../../parts/projects.ts'
import { Sideways } from '../../parts/sideways.tsx'
import { Failure, Nothing } from '../../parts/states.tsx'
import { scaled } from './how.tsx'
import { TariffForm } from './tariff-form.tsx'

const load = () => call(api.tariffs.index.$get({ query: {} }))
export type Tariff = Awaited<ReturnType<typeof load>>['tariffs'][number]
const colors = { draft: 'warning', active: 'success', disabled: 'default' } as const

export function Component() {
  const t = useTexts(texts)
  const may = useMay()
  const projectName = useProjectNames()
  const [form, setForm] = useState<Tariff | 'new'>()
  const list = useQuery({ queryKey: ['tariffs'], queryFn: load })
  const change = useChange({
    send: ({ id, state }: { id: string; state: 'active' | 'disabled' }, requestId) =>
      call(
        api.tariffs[':tariffId'].state.$put({
          param: { tariffId: id },
          header: { 'idempotency-key': requestId },
          json: { state },
        }),
      ),
    refreshes: [['tariffs']],
  })
  const create = may('tariffs.write') && (
    <Button type="primary" onClick={() => setForm('new')}>
      {t('tariffs.create')}
    </Button>
  )
  if (list.error) return <Failure error={list.error} retry={() => void list.refetch()} />
  return (
    <Page title={t('tariffs.title')} about={t('tariffs.about')} actions={create}>
      <Sideways label={t('tariffs.title')}>
        <Table<Tariff>
          size="middle"
          rowKey="id"
          loading={list.isPending}
          dataSource={list.data?.tariffs ?? []}
          pagination={false}
          locale={{ emptyText: <Nothing words={t('tariffs.empty')}>{create}</Nothing> }}
          columns={[
            { title: t('project'), render: (_, { projectId }) => projectName(projectId) },
            { title: t('name'), dataIndex: 'name' },
            {
              title: t('price'),
              render: (_, { priceE4, basis, grade }) => (
                <>
                  {scaled(priceE4, 4)} {t(`basis.${basis}`)}
                  {grade !== null && <Typography.Text type="secondary"> · {grade}</Typography.Text>}
                </>
              ),
            },
            { title: t('fromOn'), dataIndex: 'fromOn' },
            {
              title: t('approval'),
              render: (_, { approvalKind, approvalNo }) =>
                approvalKind === null ? '' : `${t(`approval.${approvalKind}`)} ${approvalNo ?? ''}`,
            },
            { title: t('places'), dataIndex: 'places', align: 'right' },
            {
              title: t('state'),
              render: (_, { state }) => <Tag color={colors[state]}>{t(`tariff.${state}`)}</Tag>,
            },
            {
              title: '',
              render: (_, tariff) => {
                if (!may('tariffs.write')) return null
                if (tariff.state === 'draft') {
                  return (
                    <Button size="small" type="primary" onClick={() => setForm(tariff)}>
                      {t('tariffs.approve')}
                    </Button>
                  )
                }
                const state = tariff.state === 'active' ? 'disabled' : 'active'
                return (
                  <Button
                    size="small"
                    loading={change.isPending}
                    onClick={() => change.mutate({ id: tariff.id, state })}
                  >
                    {t(state === 'disabled' ? 'disable' : 'enable')}
                  </Button>
                )
              },
            },
          ]}
        />
      </Sideways>
      {form !== undefined && (
        <TariffForm tariff={form === 'new' ? undefined : form} close={() => setForm(undefined)} />
      )}
    </Page>
  )
}
