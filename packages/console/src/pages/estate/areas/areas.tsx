import { areaKinds } from '@heju/core/estate/areas/shape'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMayIn } from '../../../app/session.tsx'
import { useFilter } from '../../../parts/address.ts'
import { InProject, ProjectSelect } from '../../../parts/chosen-project.tsx'
import { ExportButton } from '../../../parts/export-button.tsx'
import { List } from '../../../parts/list.tsx'
import { Page } from '../../../parts/page.tsx'
import { listAreas, type AreaRow } from './api.ts'
import { AreaForm } from './area-form.tsx'
import { AreaRooms } from './area-rooms.tsx'
import { areas as texts } from './texts.ts'

export function Component() {
  const t = useTexts(texts)
  return <InProject title={t('title')}>{(projectId) => <Areas projectId={projectId} />}</InProject>
}

function Areas({ projectId }: { projectId: string }) {
  const t = useTexts(texts)
  const mayIn = useMayIn(projectId)
  const navigate = useNavigate()
  const [filter, setFilter] = useFilter(['kind'])
  const [creating, setCreating] = useState(false)
  const kind = areaKinds.find((each) => each === filter.kind) ?? 'steward'
  return (
    <Page
      title={t('title')}
      about={t(`about.${kind}`)}
      actions={
        <>
          <ProjectSelect projectId={projectId} />
          <ExportButton load={() => api.areas.file.$get({ query: { projectId, kind } })} />
          {mayIn('areas.manage') && (
            <Button type="primary" onClick={() => setCreating(true)}>
              {t('create')}
            </Button>
          )}
        </>
      }
    >
      <Segmented
        aria-label={t('kind')}
        value={kind}
        onChange={(next) => setFilter({ kind: next })}
        options={areaKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        style={{ marginBottom: 16 }}
      />
      <List<AreaRow>
        queryKey={['areas', projectId, kind]}
        load={(after) => listAreas({ projectId, kind, ...(after && { after }) })}
        rowHref={({ id }) => void navigate(`/console/areas/${id}`)}
        empty={t('empty')}
        columns={[
          {
            title: t('column.name'),
            render: (_, { id, name }) => <Link to={`/console/areas/${id}`}>{name}</Link>,
          },
          { title: t(`holder.${kind}`), render: (_, { stewardName }) => stewardName ?? t('vacant') },
          { title: t('standIn'), render: (_, { standInName }) => standInName ?? '—' },
          { title: t('column.rooms'), align: 'right', render: (_, { rooms }) => rooms },
          { title: t('column.households'), align: 'right', render: (_, { households }) => households },
        ]}
      />
      <AreaRooms of={{ projectId, kind }} title={t('none')} empty={t('none.empty')} />
      {creating && (
        <AreaForm
          projectId={projectId}
          kind={kind}
          close={() => setCreating(false)}
          onDone={(id) => void navigate(`/console/areas/${id}`)}
        />
      )}
    </Page>
  )
}
