import { staff as texts } from '@heju/i18n/console/staff'
import { Button, Dropdown, Flex, Tag, Typography } from 'antd'
import { MoreOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { api, call } from '../../app/api.ts'
import { useTexts } from '../../app/language.tsx'
import { useMay } from '../../app/session.tsx'
import { When } from '../../parts/figures.tsx'
import { List } from '../../parts/list.tsx'
import { Page } from '../../parts/page.tsx'
import { useProjectNames } from '../../parts/projects.ts'
import { ColleagueForm } from './colleague-form.tsx'
import { LinkDialog, type Link } from './link-dialog.tsx'
import { useColleagueActions } from './actions.ts'

const load = (after: string | undefined) => call(api.staff.index.$get({ query: after ? { after } : {} }))
export type Colleague = Awaited<ReturnType<typeof load>>['items'][number]
const colors = { invited: 'warning', active: 'success', disabled: 'default' } as const

export function Component() {
  const t = useTexts(texts)
  const may = useMay()
  const projectName = useProjectNames()
  const [form, setForm] = useState<Colleague | 'new'>()
  const [link, setLink] = useState<Link>()
  const actionsOf = useColleagueActions({ change: setForm, show: setLink })
  const invite = may('staff.manage') && (
    <Button type="primary" onClick={() => setForm('new')}>
      {t('invite')}
    </Button>
  )
  return (
    <Page title={t('title')} about={t('about')} actions={invite}>
      <List<Colleague>
        queryKey={['staff']}
        load={load}
        empty={t('empty')}
        columns={[
          {
            title: t('name'),
            render: (_, { name, phoneLast4, email }) => (
              <Flex vertical>
                {name}
                <Typography.Text type="secondary">{email ?? `*******${phoneLast4 ?? ''}`}</Typography.Text>
              </Flex>
            ),
          },
          {
            title: t('roles'),
            render: (_, { assignments }) =>
              assignments.map(({ role, projects }) => (
                <div key={role}>
                  {t(`role.${role}`)} ·{' '}
                  <Typography.Text type="secondary">
                    {projects === 'all' ? t('projects.all') : projects.map(projectName).join('、')}
                  </Typography.Text>
                </div>
              )),
          },
          {
            title: t('state'),
            render: (_, { state }) => <Tag color={colors[state]}>{t(`state.${state}`)}</Tag>,
          },
          { title: t('lastSignedIn'), render: (_, row) => <When at={row.lastSignedInAt} /> },
          {
            title: '',
            render: (_, row) =>
              may('staff.manage') && (
                <Dropdown menu={{ items: actionsOf(row) }} trigger={['click']}>
                  <Button
                    type="text"
                    icon={<MoreOutlined />}
                    aria-label={`${t('changeRoles')} ${row.name}`}
                  />
                </Dropdown>
              ),
          },
        ]}
      />
      {form !== undefined && (
        <ColleagueForm
          colleague={form === 'new' ? undefined : form}
          close={() => setForm(undefined)}
          onInvited={setLink}
        />
      )}
      {link !== undefined && <LinkDialog link={link} close={() => setLink(undefined)} />}
    </Page>
  )
}
