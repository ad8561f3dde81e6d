import { complaintStates, natures, outcomesOfTerm, views, type View } from '@heju/core/desk/complaints/shape'
import { serviceLineFilterSchema } from '@heju/core/estate/service-lines/shape'
import { serviceLineTexts } from '@heju/core/estate/service-lines/texts'
import { complaints as texts } from './texts.ts'
import { complaintTexts } from '@heju/core/desk/complaints/texts'
import { useQuery } from '@tanstack/react-query'
import { Button, Flex, Segmented, Select, Tag, Tooltip, Typography } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { useFilter } from '../../../parts/address.ts'
import { ExportButton } from '../../../parts/export-button.tsx'
import { ChoiceFilter, DateFilter, Filters, GivenFilter, ProjectFilter } from '../../../parts/filters.tsx'
import { List } from '../../../parts/list.tsx'
import { useNarrow } from '../../../parts/on-phone.tsx'
import { Page } from '../../../parts/page.tsx'
import { useProjectNames } from '../../../parts/projects.ts'
import { listCategories, listComplaints, type Complaint } from './api.ts'
import { useCategoryName, useCategoryPath } from './category-name.ts'
import { ClockTag } from './clock.tsx'
import { RegisterForm } from './register-form.tsx'

const names = [
  'projectId',
  'month',
  'term',
  'state',
  'nature',
  'serviceLine',
  'categoryId',
  'roomId',
  'placeId',
] as const

/** What came in, in the order of urgency. `only` fixes the view, as on the page of revisits. */
export function Complaints({ only }: { only?: View }) {
  const t = useTexts(texts)
  const c = useTexts(complaintTexts)
  const narrow = useNarrow()
  const may = useMay()
  const navigate = useNavigate()
  const [filter, setFilter] = useFilter(['view', ...names])
  const [registering, setRegistering] = useState(false)
  // Whoever sees only what is their own is shown that, and not a refusal.
  const theirs = may('complaints.read') ? views : (['mine'] as const)
  const view = only ?? theirs.find((each) => each === filter.view) ?? theirs[0]
  const {
    view: _,
    term: wishedTerm,
    state: wishedState,
    nature: wishedNature,
    serviceLine: wishedLine,
    ...same
  } = filter
  const term = outcomesOfTerm.find((each) => each === wishedTerm)
  const state = complaintStates.find((each) => each === wishedState)
  const nature = natures.find((each) => each === wishedNature)
  const serviceLine = serviceLineFilterSchema.options.find((each) => each === wishedLine)
  const asked = {
    view,
    ...same,
    ...(term && { term }),
    ...(state && { state }),
    ...(nature && { nature }),
    ...(serviceLine && { serviceLine }),
  }
  const revisits = only === 'revisit'
  // Nine are more than a phone has beside each other.
  const choice = {
    'aria-label': t('view'),
    value: view,
    onChange: (next: View) => setFilter({ view: next }),
    options: theirs.map((value) => ({ value, label: c(`view.${value}`) })),
  }
  return (
    <Page
      title={t(revisits ? 'revisits.title' : 'title')}
      about={t(revisits ? 'revisits.about' : 'about')}
      actions={
        <>
          {may('complaints.read') && <ExportButton load={() => api.complaints.file.$get({ query: asked })} />}
          {may('complaints.receive') && !revisits && (
            <Tooltip title={t('register.key')}>
              <Button type="primary" aria-keyshortcuts="F2" onClick={() => setRegistering(true)}>
                {t('register')}
              </Button>
            </Tooltip>
          )}
        </>
      }
    >
      {only === undefined && (
        <div style={{ marginBottom: 12 }}>
          {narrow ? <Select<View> {...choice} style={{ width: '100%' }} /> : <Segmented<View> {...choice} />}
        </div>
      )}
      <ComplaintFilters stateFixed={revisits} />
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

function ComplaintFilters({ stateFixed }: { stateFixed: boolean }) {
  const t = useTexts(texts)
  const c = useTexts(complaintTexts)
  const l = useTexts(serviceLineTexts)
  const pathOf = useCategoryPath()
  const categories = useQuery({ queryKey: ['complaint-categories'], queryFn: listCategories }).data
  return (
    <Filters names={names}>
      <ProjectFilter />
      <DateFilter name="month" label={t('month')} type="month" />
      {!stateFixed && (
        <ChoiceFilter
          name="state"
          label={t('state.any')}
          options={complaintStates.map((value) => ({ value, label: c(`state.${value}`) }))}
        />
      )}
      <ChoiceFilter
        name="term"
        label={t('term')}
        options={outcomesOfTerm.map((value) => ({ value, label: t(`term.${value}`) }))}
      />
      <ChoiceFilter
        name="nature"
        label={t('nature')}
        options={natures.map((value) => ({ value, label: c(`nature.${value}`) }))}
      />
      <ChoiceFilter
        name="serviceLine"
        label={l('serviceLine')}
        options={serviceLineFilterSchema.options.map((value) => ({ value, label: l(`line.${value}`) }))}
      />
      <ChoiceFilter
        name="categoryId"
        label={t('category.any')}
        options={(categories?.categories ?? []).map((category) => ({
          value: category.id,
          label: pathOf(category),
        }))}
      />
      <GivenFilter name="roomId" label={t('ofRoom')} />
      <GivenFilter name="placeId" label={t('ofPlace')} />
    </Filters>
  )
}

/** Where nothing was chosen there is none at all yet; otherwise there may be others. */
function emptyOf({ view, ...chosen }: Parameters<typeof listComplaints>[0]) {
  if (view === 'revisit') return 'empty.revisit'
  const all = view === 'open' || view === 'all'
  if (Object.keys(chosen).length > 0) return 'empty.chosen'
  return all ? 'empty' : view === 'received' ? 'empty.received' : 'empty.chosen'
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
      empty={t(emptyOf(asked))}
      rowHref={({ id }) => void navigate(`/console/desk/complaints/${id}`)}
      columns={[
        {
          title: t('number'),
          render: (_, { id, number, major, emergency }) => (
            <>
              <Link to={`/console/desk/complaints/${id}`}>{number}</Link>{' '}
              {(major || emergency) && <Tag color="error">{t('emergency')}</Tag>}
            </>
          ),
        },
        {
          title: t('place'),
          onPhone: 'plain',
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
          onPhone: 'plain',
          render: (_, { text, categoryCode, categoryName: name }) => (
            <div style={{ maxWidth: 320 }}>
              <Typography.Text type="secondary">{categoryName({ code: categoryCode, name })}</Typography.Text>
              <br />
              <Typography.Text ellipsis>{text}</Typography.Text>
            </div>
          ),
        },
        { title: t('state'), onPhone: 'end', render: (_, { state }) => c(`state.${state}`) },
        { title: t('handler'), render: (_, { handlerName }) => handlerName ?? '—' },
        {
          title: t('due'),
          onPhone: 'plain',
          render: (_, { clocks }) => (
            <Flex vertical gap={4} align="start">
              {clocks.first.stoppedAt === null && <ClockTag clock={clocks.first} which="first" />}
              <ClockTag clock={clocks.whole} which="whole" />
            </Flex>
          ),
        },
      ]}
    />
  )
}

export function Component() {
  return <Complaints />
}
