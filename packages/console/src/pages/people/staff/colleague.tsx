import { useQuery } from '@tanstack/react-query'
import { Button, Card, Flex, Tag, Typography } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useTexts } from '../../../app/language.tsx'
import { useSession } from '../../../app/session.tsx'
import { useFilter } from '../../../parts/address.ts'
import { When } from '../../../parts/figures.tsx'
import { Page } from '../../../parts/page.tsx'
import { RowsTable } from '../../../parts/rows-table.tsx'
import { Failure, Loading, Nothing } from '../../../parts/states.tsx'
import { readHoldings, type Holdings } from './api.ts'
import { HandOverDrawer, type Occasion } from './hand-over-drawer.tsx'
import { handOverTexts as texts } from './hand-over-texts.ts'
import { ColleagueForm } from './colleague-form.tsx'
import { RoleLines } from './role-lines.tsx'
import { HeldThings } from './held-things.tsx'
import { keyOf } from './receiver-fields.tsx'
import { staff as staffTexts } from './texts.ts'

/** What a colleague holds, by kind and project, with what was handed over before. */
export function Component() {
  const t = useTexts(texts)
  const { staffId = '' } = useParams()
  const held = useQuery({ queryKey: ['holdings', staffId, undefined], queryFn: () => readHoldings(staffId) })
  if (held.data !== undefined) return <Sheet held={held.data} />
  return (
    <Page title={t('title')}>
      {held.error ? <Failure error={held.error} retry={() => void held.refetch()} /> : <Loading />}
    </Page>
  )
}

function Sheet({ held }: { held: Holdings }) {
  const t = useTexts(texts)
  const s = useTexts(staffTexts)
  const { staff: me } = useSession()
  const [filter] = useFilter(['kind', 'projectId'])
  const [occasion, setOccasion] = useState<Occasion>()
  const [changing, setChanging] = useState(false)
  const { staffId, name, state, assignments, revision, groups } = held
  const shown = groups.find(
    (each) => each.kind === filter.kind && each.projectId === (filter.projectId ?? null),
  )
  return (
    <Page
      title={name}
      about={
        <Flex gap={12} wrap align="center">
          <Link to="/console/settings/staff">{s('title')}</Link>
          <Tag>{s(`state.${state}`)}</Tag>
        </Flex>
      }
      actions={
        <>
          {groups.length > 0 && (
            <Button type="primary" onClick={() => setOccasion({ kind: 'handOver' })}>
              {t('handOver')}
            </Button>
          )}
          {state !== 'disabled' && staffId !== me.id && (
            <Button danger onClick={() => setOccasion({ kind: 'disable' })}>
              {s('disable')}
            </Button>
          )}
        </>
      }
    >
      <Flex vertical gap={16}>
        <Card
          size="small"
          title={s('roles')}
          extra={
            state !== 'disabled' &&
            staffId !== me.id && (
              <Button size="small" onClick={() => setChanging(true)}>
                {s('changeRoles')}
              </Button>
            )
          }
        >
          <RoleLines assignments={assignments} />
        </Card>
        <Card size="small" title={t('title')}>
          <Typography.Paragraph type="secondary">{t('about')}</Typography.Paragraph>
          <Groups held={held} />
        </Card>
        {shown !== undefined && <HeldThings staffId={staffId} group={shown} />}
        <Card size="small" title={t('past')}>
          <Past held={held} />
        </Card>
      </Flex>
      {changing && (
        <ColleagueForm
          colleague={{ id: staffId, name, assignments, revision }}
          close={() => setChanging(false)}
          onStillHeld={(asked) => {
            setChanging(false)
            setOccasion({ kind: 'roles', asked })
          }}
        />
      )}
      {occasion !== undefined && (
        <HandOverDrawer
          colleague={{ id: staffId, name }}
          occasion={occasion}
          close={() => setOccasion(undefined)}
        />
      )}
    </Page>
  )
}

function Groups({ held: { groups } }: { held: Holdings }) {
  const t = useTexts(texts)
  const [, setFilter] = useFilter(['kind', 'projectId'])
  return (
    <RowsTable<Holdings['groups'][number]>
      label={t('title')}
      size="small"
      rowKey={keyOf}
      dataSource={[...groups]}
      locale={{ emptyText: <Nothing words={t('empty')} /> }}
      columns={[
        { title: t('kind'), render: (_, { kind }) => t(`kind.${kind}`) },
        { title: t('project'), render: (_, { projectName }) => projectName ?? t('project.none') },
        { title: t('count'), align: 'right', onPhone: 'end', render: (_, { count }) => count },
        {
          title: '',
          render: (_, { kind, projectId }) => (
            <Button type="link" size="small" onClick={() => setFilter({ kind, projectId: projectId ?? '' })}>
              {t('see')}
            </Button>
          ),
        },
      ]}
    />
  )
}

type PastRow = Holdings['handOvers'][number]

function Past({ held: { handOvers } }: { held: Holdings }) {
  const t = useTexts(texts)
  return (
    <RowsTable<PastRow>
      label={t('past')}
      size="small"
      rowKey="id"
      dataSource={[...handOvers]}
      locale={{ emptyText: <Nothing words={t('past.empty')} /> }}
      columns={[
        { title: t('at'), render: (_, { at }) => <When at={at} /> },
        { title: t('fromTo'), render: (_, { fromName, toName }) => `${fromName} → ${toName}` },
        {
          title: t('what'),
          render: (_, { parts }) =>
            parts.map((part) => (
              <div key={`${part.kind} ${part.projectId}`}>
                {t(`kind.${part.kind}`)} · {part.projectName ?? t('project.none')} · {part.count}
              </div>
            )),
        },
        { title: t('note'), render: (_, { note }) => note },
        { title: t('by'), render: (_, { byName }) => byName ?? '—' },
      ]}
    />
  )
}
