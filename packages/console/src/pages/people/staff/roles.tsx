import { isTemplate } from '@heju/core/permissions'
import { Button, Typography } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { OwnRoles } from './own-roles.tsx'
import { RoleForm } from './role-form.tsx'
import { RoleTable } from './role-table.tsx'
import { roles as texts } from './role-texts.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { Page } from '../../../parts/page.tsx'
import { useRoleName, useRoles, type CompanyRole } from '../../../parts/roles.ts'
import { Failure, Loading } from '../../../parts/states.tsx'

/** The roles and what each may do: those that every company has, and the company's own, which are made and changed here. */
export function Component() {
  const t = useTexts(texts)
  const may = useMay()
  const navigate = useNavigate()
  const list = useRoles()
  const [form, setForm] = useState<CompanyRole | 'new'>()
  const create = () => setForm('new')
  const actions = (
    <>
      <Button onClick={() => void navigate('/console/settings/staff')}>{t('back')}</Button>
      {may('staff.manage') && (
        <Button type="primary" onClick={create}>
          {t('create')}
        </Button>
      )}
    </>
  )
  return (
    <Page title={t('title')} about={t('about')} actions={actions}>
      {list.isLoadingError ? (
        <Failure error={list.error} retry={() => void list.refetch()} />
      ) : list.data === undefined ? (
        <Loading />
      ) : (
        <>
          <OwnRoles
            roles={list.data.roles.filter(({ id }) => !isTemplate(id))}
            create={create}
            change={setForm}
          />
          <Typography.Title level={2} style={{ fontSize: 16, margin: '24px 0 12px' }}>
            {t('table')}
          </Typography.Title>
          <RoleTable roles={list.data.roles} />
          <Abouts />
        </>
      )}
      {form !== undefined && (
        <RoleForm role={form === 'new' ? undefined : form} close={() => setForm(undefined)} />
      )}
    </Page>
  )
}

/** In a line each, what the roles are for. */
function Abouts() {
  const t = useTexts(texts)
  const roleName = useRoleName()
  const { data } = useRoles()
  const all = data?.roles ?? []
  const aboutOf = ({ id, about }: CompanyRole) => (isTemplate(id) ? t(`about.${id}`) : about)
  return (
    <dl>
      {all
        .filter((role) => aboutOf(role) !== '')
        .map((role) => (
          <div key={role.id} style={{ marginBottom: 4 }}>
            <dt style={{ display: 'inline', fontWeight: 600 }}>{roleName(role.id)}</dt>
            <dd style={{ display: 'inline', margin: 0 }}> · {aboutOf(role)}</dd>
          </div>
        ))}
    </dl>
  )
}
