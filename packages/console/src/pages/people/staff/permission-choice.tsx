import { grantable } from '@heju/core/people/roles/shape'
import {
  crossedLine,
  lacking,
  permissionAreas,
  permissionRules,
  withNeeds,
  type Permission,
} from '@heju/core/permissions'
import { Alert, Button, Checkbox, Flex } from 'antd'
import { useState } from 'react'
import { useLackWords, usePermissionWords } from './lack-words.ts'
import { roles as texts } from './role-texts.ts'
import { useTexts } from '../../../app/language.tsx'
import './roles.css'

/** What of a list a role of the company's own may carry. */
export const grantableOf = (permissions: readonly Permission[]) =>
  permissions.filter((permission) => grantable.includes(permission))

/**
 * What a role may do, chosen area by area. What it takes to see what is done is chosen along, and taken away with the last that
 * needed it, unless somebody has chosen it; both are told. It says at once where the choice crosses a line, or lacks something.
 */
export function PermissionChoice({
  value = [],
  onChange,
}: {
  value?: Permission[]
  onChange?: (chosen: Permission[]) => void
}) {
  const t = useTexts(texts)
  // Those that nobody has chosen, and those of them that the last choice took away.
  const [along, setAlong] = useState<readonly Permission[]>([])
  const [back, setBack] = useState<readonly Permission[]>([])
  const words = usePermissionWords()
  const line = crossedLine(value)
  const set = (permissions: readonly Permission[], chosen: boolean) => {
    const others = value.filter((permission) => !permissions.includes(permission))
    const next = chosen ? grantableOf(withNeeds([...others, ...permissions])) : withoutIdle(others, along)
    const isAlong = (one: Permission) => along.includes(one) || !others.includes(one)
    setAlong(next.filter((one) => isAlong(one) && !permissions.includes(one)))
    setBack(others.filter((one) => !next.includes(one)))
    onChange?.(next)
  }
  return (
    <Flex vertical gap={12}>
      <div className="permission-line" role="status">
        {line !== undefined && <Alert type="warning" showIcon title={t(`line.${line}`)} />}
        {along.length > 0 && <Alert type="info" showIcon title={t('needs.along', { what: words(along) })} />}
        {back.length > 0 && <Alert type="info" showIcon title={t('needs.back', { what: words(back) })} />}
        <Lacks value={value} complete={() => set([], true)} />
      </div>
      {permissionAreas.map(({ area, permissions }) => (
        <Area
          key={area}
          name={t(`area.${area}`)}
          permissions={grantableOf(permissions)}
          {...{ value, set }}
        />
      ))}
      <span>{t('companyWide')}</span>
    </Flex>
  )
}

/** Some permissions without those that were taken along and that nothing needs any more. */
function withoutIdle(all: readonly Permission[], along: readonly Permission[]): Permission[] {
  const needed = withNeeds(all.filter((one) => !along.includes(one)))
  return all.filter((one) => needed.includes(one))
}

/** What is lacking, by something that was taken away or was never there, and one press that adds it. */
function Lacks({ value, complete }: { value: readonly Permission[]; complete: () => void }) {
  const t = useTexts(texts)
  const words = useLackWords()
  const lacks = lacking(value)
  if (lacks.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={t('needs.title')}
      description={lacks.map((lack) => (
        <div key={`${lack.permission} ${lack.needs.join()}`}>{words(lack)}</div>
      ))}
      action={<Button onClick={complete}>{t('needs.add')}</Button>}
    />
  )
}

function Area({
  name,
  permissions,
  value,
  set,
}: {
  name: string
  permissions: readonly Permission[]
  value: readonly Permission[]
  set: (permissions: readonly Permission[], chosen: boolean) => void
}) {
  const t = useTexts(texts)
  const chosen = permissions.filter((permission) => value.includes(permission)).length
  return (
    <fieldset className="permission-area">
      <legend>
        <Checkbox
          checked={chosen === permissions.length}
          indeterminate={chosen > 0 && chosen < permissions.length}
          onChange={({ target }) => set(permissions, target.checked)}
        >
          {name}
        </Checkbox>
      </legend>
      {permissions.map((permission) => (
        <Checkbox
          key={permission}
          checked={value.includes(permission)}
          onChange={({ target }) => set([permission], target.checked)}
        >
          {t(`can.${permission}`)}
          {permissionRules[permission].companyWide === true && ' *'}
        </Checkbox>
      ))}
    </fieldset>
  )
}
