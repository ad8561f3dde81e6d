import { permissionAreas, permissionRules, type Permission } from '@heju/core/permissions'
import { color } from '@heju/look'
import { Typography } from 'antd'
import type { CSSProperties } from 'react'
import { roles as texts } from './role-texts.ts'
import { useTexts } from '../../../app/language.tsx'
import { useRoleName, type CompanyRole } from '../../../parts/roles.ts'
import { Sideways } from '../../../parts/sideways.tsx'
import './roles.css'

const colors = {
  '--table-surface': color.surface,
  '--table-line': color.line,
  '--table-head': color.sunken,
} as CSSProperties

/** What each role may do, beside each other. */
export function RoleTable({ roles }: { roles: readonly CompanyRole[] }) {
  const t = useTexts(texts)
  const roleName = useRoleName()
  return (
    <>
      <Sideways label={t('table')}>
        <table className="role-table" style={colors}>
          <thead>
            <tr>
              <th scope="row">{t('task')}</th>
              {roles.map(({ id }) => (
                <th key={id} scope="col">
                  {roleName(id)}
                </th>
              ))}
            </tr>
          </thead>
          {permissionAreas.map(({ area, permissions }) => (
            <tbody key={area}>
              <tr>
                <th scope="rowgroup" colSpan={roles.length + 1}>
                  {t(`area.${area}`)}
                </th>
              </tr>
              {permissions.map((permission) => (
                <Row key={permission} permission={permission} roles={roles} />
              ))}
            </tbody>
          ))}
        </table>
      </Sideways>
      <Typography.Paragraph type="secondary" style={{ marginTop: 12 }}>
        {t('companyWide')}
      </Typography.Paragraph>
    </>
  )
}

function Row({ permission, roles }: { permission: Permission; roles: readonly CompanyRole[] }) {
  const t = useTexts(texts)
  return (
    <tr>
      <th scope="row">
        {t(`can.${permission}`)}
        {permissionRules[permission].companyWide === true && ' *'}
      </th>
      {roles.map(({ id, permissions }) => {
        const granted = permissions.includes(permission)
        return (
          <td key={id}>
            <span role="img" aria-label={t(granted ? 'yes' : 'no')} style={{ color: color.done }}>
              {granted ? '✓' : ''}
            </span>
          </td>
        )
      })}
    </tr>
  )
}
