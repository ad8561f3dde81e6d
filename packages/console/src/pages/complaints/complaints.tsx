import { complaints as texts } from '@heju/i18n/console/complaints'
import { complaintTexts } from '@heju/i18n/texts/complaints'
import { Button, Segmented, Select, Tag, Typography } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useTexts } from '../../app/language.tsx'
import { useMay } from '../../app/session.tsx'
import { useFilter } from '../../parts/address.ts'
import { List } from '../../parts/list.tsx'
import { Page } from '../../parts/page.tsx'
import { useProjectNames, useProjects } from '../../parts/projects.ts'
import { isView, listComplaints, views, type Complaint, type View } from './api.ts'
import { useCategoryName } from './category-name.ts'
import { ClockTag } from './clock.tsx'
import { RegisterForm } from './register-form.tsx'

const terms = ['met', 'missed', 'running'] as const

/** What came in, in the order of urgency. `only` fixes the view, as on the page of revisits. */
export function Complaints({ only }: { only?: View }) {
  const t = useTexts(texts)
  const may = useMay()
  const navigate = useNavigate()
  const [filter, setFilter] = useFilter(['view', 'projectId', 'month', 'term'])
  const [registering, setRegistering] = useState(false)
  const projects = useProjects()
  const view = only ?? (isView(filter.view) ? filter.view : 'open')
  const term = terms.find((each) => each === filter.term)
  const asked = {
    view,
    ...(filter.projectId && { projectId: filter.projectId }),
    ...(filter.month && { month: filter.month }),
    ...(term !== undefined && { term }),
  }
  return (
    <Page
      title={t(only === 'revisit' ? 'revisits.title' : 'title')}
      about={t(only === 'revisit' ? 'revisits.about' : 'about')}
      actions={
        <>
          {projects.length > 1 && (
            <Select
              aria-label={t('project')}
              allowClear
              placeholder={t('project')}
              value={filter.projectId ?? null}
              onChange={(projectId) => setFilter({ projectId: projectId ?? undefined })}
              options={projects.map(({ id, name }) => ({ value: id, label: name }))}
              style={{ minWidth: 160 }}
            />
          )}
          {may('complaints.receive') && only === undefined && (
            <Button type="primary" onClick={() => setRegistering(true)}>
              {t('register')}
            </Button>
          )}
        </>
      }
    >
      {only === undefined && (
        <div style={{ overflowX: 'auto', marginBottom: 16 }}>
          <Segmented<View>
            value={view}
            onChange={(next) => setFilter({ view: next })}
            options={views.map((value) => ({ value, label: t(`view.${value}`) }))}
          />
        </div>
      )}
      <ComplaintList asked={asked} />
      {registering && (
        <RegisterForm
          close={() => setRegistering(false)}
          onDone={(id) => void navigate(`/console/desk/complaints/${id}`)}
        />
      )}
    </Page>
  )
}

function ComplaintList({ asked }: { asked: Parameters<typeof listComplaints>[0] }) {
  const t = useTexts(texts)
  const c = useTexts(complaintTexts)
  const navigate = useNavigate()
  const projectName = useProjectNames()
  const categoryName = useCategoryName()
  return (
    <List<Complaint>
      queryKey={['complaints', asked]}
      load={(after) => listComplaints({ ...asked, ...(after && { after }) })}
      empty={t('empty')}
      rowHref={({ id }) => void navigate(`/console/desk/complaints/${id}`)}
      columns={[
        {
          title: t('number'),
          render: (_, { id, number, major, emergency }) => (
            <>
              <Link to={`/console/desk/complaints/${id}`} onClick={(event) => event.stopPropagation()}>
                {number}
              </Link>{' '}
              {(major || emergency) && <Tag color="error">{t('emergency')}</Tag>}
            </>
          ),
        },
        {
          title: t('place'),
          render: (_, { place, projectId }) => (
            <>
              {place}
              <br />
              <Typography.Text type="secondary">{projectName(projectId)}</Typography.Text>
            </>
          ),
        },
        {
          title: t('text'),
          render: (_, { text, categoryCode, categoryName: name }) => (
            <div style={{ maxWidth: 320 }}>
              <Typography.Text type="secondary">{categoryName({ code: categoryCode, name })}</Typography.Text>
              <br />
              <Typography.Text ellipsis>{text}</Typography.Text>
            </div>
          ),
        },
        { title: t('state'), render: (_, { state }) => c(`state.${state}`) },
        { title: t('handler'), render: (_, { handlerName }) => handlerName ?? '—' },
        {
          title: t('due'),
          render: (_, { clocks }) => (
            <>
              {clocks.first.stoppedAt === null && <ClockTag clock={clocks.first} which="first" />}
              <ClockTag clock={clocks.whole} which="whole" />
            </>
          ),
        },
      ]}
    />
  )
}

export function Component() {
  return <Complaints />
}
