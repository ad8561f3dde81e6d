import { useQuery } from '@tanstack/react-query'
import { Button, Card, Descriptions, Flex, Tag } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMayIn } from '../../../app/session.tsx'
import { frame } from '../../../app/texts.ts'
import { useAskFirst } from '../../../parts/ask-first.ts'
import { useCommand } from '../../../parts/form.ts'
import { useToday } from '../../../parts/organisation.ts'
import { Page } from '../../../parts/page.tsx'
import { useProjectNames } from '../../../parts/projects.ts'
import { RowsTable } from '../../../parts/rows-table.tsx'
import { Failure, Loading, Nothing } from '../../../parts/states.tsx'
import { readArea, type AreaDetail } from './api.ts'
import { AreaForm } from './area-form.tsx'
import { AreaRooms } from './area-rooms.tsx'
import { areas as texts } from './texts.ts'

export function Component() {
  const t = useTexts(texts)
  const { areaId = '' } = useParams()
  const area = useQuery({ queryKey: ['areas', areaId], queryFn: () => readArea(areaId) })
  if (area.data !== undefined) return <Sheet area={area.data} />
  return (
    <Page title={t('title')}>
      {area.error ? <Failure error={area.error} retry={() => void area.refetch()} /> : <Loading />}
    </Page>
  )
}

function Sheet({ area }: { area: AreaDetail }) {
  const t = useTexts(texts)
  const f = useTexts(frame)
  const mayIn = useMayIn(area.projectId)
  const projectName = useProjectNames()
  const askFirst = useAskFirst()
  const fromOn = useToday()
  const [changing, setChanging] = useState(false)
  const { id, projectId, kind, name, closedOn } = area
  const close = useCommand({
    command: api.areas[':areaId'].closing.$post,
    asks: (areaId: string) => ({ param: { areaId }, json: { fromOn } }),
    refreshes: [['areas']],
    done: t('close.done'),
  })
  const askToClose = () =>
    askFirst({
      title: `${t('close')} · ${name}`,
      content: t('close.confirm', { name }),
      okText: t('close'),
      cancelText: f('cancel'),
      okButtonProps: { danger: true },
      onOk: () => close.mutateAsync(id),
    })
  return (
    <Page
      title={name}
      about={
        <Flex gap={12} wrap>
          <Link to={`/console/areas?projectId=${projectId}&kind=${kind}`}>{projectName(projectId)}</Link>
          <Tag>{closedOn === null ? t(`kind.${kind}`) : t('closed', { day: closedOn })}</Tag>
        </Flex>
      }
      actions={
        mayIn('areas.manage') &&
        closedOn === null && (
          <>
            <Button danger onClick={() => void askToClose()}>
              {t('close')}
            </Button>
            <Button type="primary" onClick={() => setChanging(true)}>
              {t('change')}
            </Button>
          </>
        )
      }
    >
      <Card size="small">
        <Descriptions
          size="small"
          column={{ xs: 1, sm: 2 }}
          items={[
            { key: 'steward', label: t(`holder.${kind}`), children: area.steward?.name ?? t('vacant') },
            { key: 'standIn', label: t('standIn'), children: area.standIn?.name ?? '—' },
            {
              key: 'places',
              label: t('places'),
              span: 'filled',
              children: area.places.map((place) => place.name).join('、') || '—',
            },
          ]}
        />
      </Card>
      <AreaRooms of={{ projectId, kind, areaId: id }} title={t('rooms.title')} empty={t('rooms.empty')} />
      <History area={area} />
      {changing && (
        <AreaForm projectId={projectId} kind={kind} area={area} close={() => setChanging(false)} />
      )}
    </Page>
  )
}

function History({ area: { kind, stewards, history } }: { area: AreaDetail }) {
  const t = useTexts(texts)
  return (
    <>
      <Card size="small" title={t('stewards')} style={{ marginTop: 16 }}>
        <RowsTable<AreaDetail['stewards'][number]>
          label={t('stewards')}
          size="small"
          rowKey="fromOn"
          dataSource={[...stewards]}
          locale={{ emptyText: <Nothing words={t('stewards.empty')} /> }}
          columns={[
            { title: t('fromOn'), render: (_, row) => row.fromOn },
            { title: t(`holder.${kind}`), render: (_, { stewardName }) => stewardName ?? t('vacant') },
            { title: t('standIn'), render: (_, { standInName }) => standInName ?? '—' },
          ]}
        />
      </Card>
      <Card size="small" title={t('history')} style={{ marginTop: 16 }}>
        <RowsTable<AreaDetail['history'][number]>
          label={t('history')}
          size="small"
          rowKey={({ fromOn, name, joins }) => `${fromOn} ${name} ${joins}`}
          dataSource={[...history]}
          locale={{ emptyText: <Nothing words={t('history.empty')} /> }}
          columns={[
            { title: t('fromOn'), render: (_, row) => row.fromOn },
            { title: t('what'), render: (_, { joins }) => t(joins ? 'joins' : 'leaves') },
            { title: t('place'), render: (_, { name }) => name },
          ]}
        />
      </Card>
    </>
  )
}
