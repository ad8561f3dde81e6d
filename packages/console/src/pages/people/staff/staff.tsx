import { staffStates } from '@heju/core/people/identity/shape'
import { staff as texts } from './texts.ts'
import { roles as roleTexts } from './role-texts.ts'
import { formatInstant } from '@heju/kernel'
import { Button, Dropdown, Flex, Select, Tag, Typography } from 'antd'
import { CloseOutlined, MoreOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useTexts } from '../../../app/language.tsx'
import { useMay, useSession } from '../../../app/session.tsx'
import { useFilter } from '../../../parts/address.ts'
import { When } from '../../../parts/figures.tsx'
import { List } from '../../../parts/list.tsx'
import { Page } from '../../../parts/page.tsx'
import { useProjects } from '../../../parts/projects.ts'
import { SearchBox } from '../../../parts/search-box.tsx'
import { listStaff, type Colleague } from './api.ts'
import { useColleagueActions } from './actions.ts'
import { RoleLines } from './role-lines.tsx'
import { useScopeWords } from './scopes.ts'
import { useRoleOptions } from './role-options.ts'
import { ColleagueForm } from './colleague-form.tsx'
import { DetailsForm } from './details-form.tsx'
import { HandOverDrawer, type Occasion } from './hand-over-drawer.tsx'
import { LinkDialog, type Link } from './link-dialog.tsx'

const colors = { invited: 'warning', active: 'success', disabled: 'default' } as const

export function Component() {
  const t = useTexts(texts)
  const r = useTexts(roleTexts)
  const may = useMay()
  const navigate = useNavigate()
  const [filter, setFilter] = useFilter(['state'])
  const [form, setForm] = useState<Colleague | 'new'>()
  const [correcting, setCorrecting] = useState<Colleague>()
  const [link, setLink] = useState<Link>()
  const [leaving, setLeaving] = useState<{ colleague: Colleague; occasion: Occasion }>()
  const shutOut = (colleague: Colleague) => setLeaving({ colleague, occasion: { kind: 'disable' } })
  const state = staffStates.find((each) => each === filter.state)
  const actions = (
    <>
      <Select
        aria-label={t('state')}
        value={state ?? ''}
        onChange={(next) => setFilter({ state: next })}
        options={[
          { value: '', label: t('state.any') },
          ...staffStates.map((value) => ({ value, label: t(`state.${value}`) })),
        ]}
        style={{ minWidth: 150 }}
      />
      <Button onClick={() => void navigate('/console/settings/roles')}>{r('title')}</Button>
      {may('staff.manage') && (
        <Button type="primary" onClick={() => setForm('new')}>
          {t('invite')}
        </Button>
      )}
    </>
  )
  return (
    <Page title={t('title')} about={t('about')} actions={actions}>
      <Narrowing />
      <Colleagues state={state} open={{ change: setForm, correct: setCorrecting, show: setLink, shutOut }} />
      {form !== undefined && (
        <ColleagueForm
          colleague={form === 'new' ? undefined : form}
          close={() => setForm(undefined)}
          onInvited={setLink}
          onStillHeld={(asked) => {
            if (form === 'new') return
            setForm(undefined)
            setLeaving({ colleague: form, occasion: { kind: 'roles', asked } })
          }}
        />
      )}
      {correcting !== undefined && (
        <DetailsForm colleague={correcting} close={() => setCorrecting(undefined)} />
      )}
      {leaving !== undefined && <HandOverDrawer {...leaving} close={() => setLeaving(undefined)} />}
      {link !== undefined && <LinkDialog link={link} close={() => setLink(undefined)} />}
    </Page>
  )
}

/** By name, by role, and by the project that they work in. */
function Narrowing() {
  const t = useTexts(texts)
  const projects = useProjects()
  const roleOptions = useRoleOptions()
  const scopeWords = useScopeWords()
  const [{ role, projectId, unitId }, setFilter] = useFilter(['role', 'projectId', 'unitId'])
  return (
    <Flex gap={8} wrap align="start">
      <SearchBox label={t('search')} />
      <Select
        aria-label={t('roles')}
        value={role ?? ''}
        onChange={(next) => setFilter({ role: next })}
        showSearch
        optionFilterProp="label"
        options={[{ value: '', label: t('role.any') }, ...roleOptions]}
        style={{ minWidth: 170, marginBottom: 16 }}
      />
      <Select
        aria-label={t('projects')}
        value={projectId ?? ''}
        onChange={(next) => setFilter({ projectId: next })}
        showSearch
        optionFilterProp="label"
        options={[
          { value: '', label: t('project.any') },
          ...projects.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        style={{ minWidth: 170, marginBottom: 16 }}
      />
      {unitId !== undefined && (
        <Button
          icon={<CloseOutlined />}
          iconPlacement="end"
          onClick={() => setFilter({ unitId: '' })}
          style={{ marginBottom: 16 }}
        >
          {t('unit.only', { scope: scopeWords({ kind: 'unit', unitId }) })}
        </Button>
      )}
    </Flex>
  )
}

function Colleagues({
  state,
  open,
}: {
  state: (typeof staffStates)[number] | undefined
  open: Parameters<typeof useColleagueActions>[0]
}) {
  const t = useTexts(texts)
  const may = useMay()
  const [narrowed] = useFilter(['search', 'role', 'projectId', 'unitId'])
  const actionsOf = useColleagueActions(open)
  const asked = {
    ...(state && { state }),
    ...narrowed,
  }
  const reach = (row: Colleague) =>
    [row.phoneLast4 === null ? null : `*******${row.phoneLast4}`, row.email].filter(Boolean).join(' · ')
  return (
    <List<Colleague>
      queryKey={['staff', asked]}
      load={(after) => listStaff({ ...asked, ...(after && { after }) })}
      empty={t(Object.keys(asked).length === 0 ? 'empty' : 'empty.found')}
      columns={[
        {
          title: t('name'),
          render: (_, row) => (
            <Flex vertical>
              {row.name}
              <Typography.Text type="secondary">{reach(row)}</Typography.Text>
            </Flex>
          ),
        },
        {
          title: t('roles'),
          onPhone: 'plain',
          render: (_, { assignments }) => <RoleLines assignments={assignments} />,
        },
        { title: t('state'), onPhone: 'end', render: (_, row) => <State colleague={row} /> },
        { title: t('lastSignedIn'), render: (_, row) => <When at={row.lastSignedInAt} /> },
        {
          title: '',
          onPhone: 'end',
          render: (_, row) =>
            may('staff.manage') && (
              <Dropdown menu={{ items: actionsOf(row) }} trigger={['click']}>
                <Button type="text" icon={<MoreOutlined />} aria-label={t('actions', { name: row.name })} />
              </Dropdown>
            ),
        },
      ]}
    />
  )
}

function State({ colleague: { state, invitedUntil } }: { colleague: Colleague }) {
  const t = useTexts(texts)
  const { company } = useSession()
  return (
    <Flex vertical align="start">
      <Tag color={colors[state]}>{t(`state.${state}`)}</Tag>
      {state === 'invited' && (
        <Typography.Text type="secondary">
          {invitedUntil === null
            ? t('invitationOver')
            : t('invitedUntil', { until: formatInstant(invitedUntil, company.zone) })}
        </Typography.Text>
      )}
    </Flex>
  )
}
