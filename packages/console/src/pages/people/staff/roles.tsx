import { roles as texts } from './role-texts.ts'
import { staff } from './texts.ts'
import { permissions, projectsWhere, roleGrants, roles, type Permission } from '@heju/kernel'
import { color } from '@heju/look'
import { Typography } from 'antd'
import type { CSSProperties } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../../../app/language.tsx'
import { Page } from '../../../parts/page.tsx'
import { Sideways } from '../../../parts/sideways.tsx'
import './roles.css'

/** What belongs together for people, by the capability that a permission begins with. */
const areaOf: Readonly<Record<string, Area>> = {
  projects: 'company',
  staff: 'company',
  company: 'company',
  audit: 'company',
  exports: 'company',
  merchant: 'company',
  registry: 'registry',
  people: 'registry',
  tariffs: 'fees',
  bills: 'fees',
  payments: 'fees',
  receipts: 'fees',
  reminders: 'messages',
  messages: 'messages',
  complaints: 'complaints',
  revisits: 'complaints',
  surveys: 'satisfaction',
  satisfaction: 'satisfaction',
}
const areas = ['company', 'registry', 'fees', 'messages', 'complaints', 'satisfaction'] as const
type Area = (typeof areas)[number]

const inArea = (area: Area) =>
  permissions.filter((permission) => (areaOf[permission.split('.')[0] ?? ''] ?? 'company') === area)

/** Held everywhere or nowhere: an administrator of one project does not have it. */
const isCompanyWide = (permission: Permission) =>
  projectsWhere([{ role: 'company_admin', projects: ['one'] }], permission).length === 0

const colors = {
  '--table-surface': color.surface,
  '--table-line': color.line,
  '--table-head': color.sunken,
} as CSSProperties

/** The table of roles and what each may do, as the product itself reads it. */
export function Component() {
  const t = useTexts(texts)
  const s = useTexts(staff)
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={<Link to="/console/settings/staff">{t('back')}</Link>}
    >
      <Sideways label={t('title')}>
        <table className="role-table" style={colors}>
          <thead>
            <tr>
              <th scope="row">{t('task')}</th>
              {roles.map((role) => (
                <th key={role} scope="col">
                  {s(`role.${role}`)}
                </th>
              ))}
            </tr>
          </thead>
          {areas.map((area) => (
            <tbody key={area}>
              <tr>
                <th scope="rowgroup" colSpan={roles.length + 1}>
                  {t(`area.${area}`)}
                </th>
              </tr>
              {inArea(area).map((permission) => (
                <Row key={permission} permission={permission} />
              ))}
            </tbody>
          ))}
        </table>
      </Sideways>
      <Typography.Paragraph type="secondary" style={{ marginTop: 12 }}>
        {t('companyWide')}
      </Typography.Paragraph>
      <dl>
        {roles.map((role) => (
          <div key={role} style={{ marginBottom: 4 }}>
            <dt style={{ display: 'inline', fontWeight: 600 }}>{s(`role.${role}`)}</dt>
            <dd style={{ display: 'inline', margin: 0 }}> · {t(`about.${role}`)}</dd>
          </div>
        ))}
      </dl>
    </Page>
  )
}

function Row({ permission }: { permission: Permission }) {
  const t = useTexts(texts)
  return (
    <tr>
      <th scope="row">
        {t(`can.${permission}`)}
        {isCompanyWide(permission) && ' *'}
      </th>
      {roles.map((role) => {
        const granted = roleGrants(role, permission)
        return (
          <td key={role}>
            <span role="img" aria-label={t(granted ? 'yes' : 'no')} style={{ color: color.done }}>
              {granted ? '✓' : ''}
            </span>
          </td>
        )
      })}
    </tr>
  )
}
