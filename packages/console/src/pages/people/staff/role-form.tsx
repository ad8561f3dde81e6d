import { createRoleSchema, grantable, startingRoles } from '@heju/core/people/roles/shape'
import { crossedLine, lacking, permissionsOfRole, type Permission } from '@heju/core/permissions'
import { Alert, Button, Flex, Form, Input, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { HandOverDrawer } from './hand-over-drawer.tsx'
import { grantableOf, PermissionChoice } from './permission-choice.tsx'
import { roles as texts } from './role-texts.ts'
import { api, ApiError } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { FormDrawer } from '../../../parts/form-drawer.tsx'
import { useChange } from '../../../parts/form.ts'
import { useNewId } from '../../../parts/ids.ts'
import { longestOf } from '../../../parts/longest-of.ts'
import { useRevised } from '../../../parts/revised.tsx'
import { roleKeys, useRoleName, type CompanyRole } from '../../../parts/roles.ts'

/** A role to start from, or none. */
type Start = (typeof startingRoles)[number] | ''

interface Fields {
  template?: Start
  name: string
  about?: string
  permissions: Permission[]
}

function fieldsOf({ name, about, permissions }: CompanyRole): Partial<Fields> {
  return { name: name ?? '', about, permissions: [...permissions] }
}

/** Makes a role of the company's own, from one that every company has or from nothing, or changes it. */
export function RoleForm({ role, close }: { role: CompanyRole | undefined; close: () => void }) {
  const t = useTexts(texts)
  const [form] = Form.useForm<Fields>()
  const [roleId] = useNewId('role')
  // What is taken over from another role, nobody has chosen along.
  const [start, setStart] = useState<Start>('')
  const [holders, setHolders] = useState<Holder[]>([])
  const [handing, setHanding] = useState<Holder>()
  const { revision, notice } = useRevised({
    queryKey: ['roles'],
    opened: role,
    form,
    fieldsOf,
    wordsOf: ({ name, about, permissions }) => [
      [t('name'), name ?? ''],
      [t('aboutIt'), about],
      ...grantable.map((one) => [t(`can.${one}`), t(permissions.includes(one) ? 'yes' : 'no')] as const),
    ],
  })
  const save = useChange({
    send: async ({ template, ...fields }: Fields, send) => {
      if (role === undefined) {
        await send(api.staff.roles.$post, { json: { ...fields, roleId, template: template || null } })
        return
      }
      const asked = { param: { roleId: role.id }, json: { ...fields, revision } }
      await send(api.staff.roles[':roleId'].$put, asked)
    },
    refreshes: [...roleKeys, ['session']],
    form,
    fieldOf: {
      'roles.name_taken': 'name',
      'roles.money_line': 'permissions',
      'roles.audit_line': 'permissions',
    },
    told: (error) => {
      const { names, staffIds } = heldBy(error)
      setHolders(staffIds.map((id, i) => ({ id, name: names[i] ?? '' })))
      return staffIds.length > 0
    },
    done: t(role === undefined ? 'created' : 'changed'),
    onDone: close,
  })
  const initial: Partial<Fields> = role === undefined ? { template: '', permissions: [] } : fieldsOf(role)
  const { name, about } = createRoleSchema.entries
  return (
    <>
      <FormDrawer<Fields>
        title={role === undefined ? t('create') : t('change.title', { name: role.name ?? '' })}
        about={
          role === undefined || role.holders === 0 ? undefined : t('change.about', { count: role.holders })
        }
        wide
        {...{ close, form, initial }}
        pending={save.isPending}
        send={(fields) => save.mutate(fields)}
      >
        {notice}
        {holders.length > 0 && <Held holders={holders} handOver={setHanding} />}
        {role === undefined && (
          <Template
            choose={(template) => {
              setStart(template)
              form.setFieldsValue({ permissions: carriedBy(template) })
            }}
          />
        )}
        <Form.Item name="name" label={t('name')} rules={[{ required: true }]}>
          <Input {...longestOf(name)} autoFocus autoComplete="off" />
        </Form.Item>
        <Form.Item name="about" label={t('aboutIt')}>
          <Input {...longestOf(about)} autoComplete="off" placeholder={t('aboutIt.hint')} />
        </Form.Item>
        <Form.Item
          name="permissions"
          label={t('task')}
          rules={[
            { required: true, type: 'array', min: 1, message: t('task.none') },
            {
              validator: async (_, chosen: Permission[] = []) => {
                if (crossedLine(chosen) !== undefined) throw new Error(t('line.rule'))
                if (lacking(chosen).length > 0) throw new Error(t('needs.rule'))
              },
            },
          ]}
        >
          <PermissionChoice key={start} />
        </Form.Item>
      </FormDrawer>
      {handing !== undefined && (
        <HandOverDrawer
          colleague={handing}
          occasion={{ kind: 'handOver' }}
          close={(done) => {
            setHanding(undefined)
            if (done) setHolders(holders.filter(({ id }) => id !== handing.id))
          }}
        />
      )}
    </>
  )
}

/** A holder who has to hand something over before the role carries less. */
interface Holder {
  id: string
  name: string
}

function heldBy(error: unknown): { names: string[]; staffIds: string[] } {
  if (!(error instanceof ApiError) || error.code !== 'handing_over.held_by_role')
    return { names: [], staffIds: [] }
  const { names, staffIds } = error.params
  return { names: String(names).split('、'), staffIds: String(staffIds).split(' ') }
}

/** Says who still holds something, where whoever has just unticked a box at the end of the form sees it. */
function Held({ holders, handOver }: { holders: readonly Holder[]; handOver: (holder: Holder) => void }) {
  const t = useTexts(texts)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // What it answers in new browsers is no clean-up.
    place.current?.scrollIntoView({ block: 'center' })
  }, [])
  return (
    <div ref={place} style={{ marginBottom: 16 }}>
      <Alert
        type="warning"
        showIcon
        title={t('held.title')}
        description={
          <Flex vertical gap={8} align="start">
            {t('held.about')}
            {holders.map((holder) => (
              <Button key={holder.id} onClick={() => handOver(holder)}>
                {t('held.handOver', { name: holder.name })}
              </Button>
            ))}
          </Flex>
        }
      />
    </div>
  )
}

const carriedBy = (template: Start) => (template === '' ? [] : grantableOf(permissionsOfRole(template)))

function Template({ choose }: { choose: (template: Start) => void }) {
  const t = useTexts(texts)
  const roleName = useRoleName()
  return (
    <Form.Item name="template" label={t('template.from')} extra={t('template.hint')}>
      <Select<Start>
        onChange={choose}
        options={[
          { value: '', label: t('template.none') },
          ...startingRoles.map((value) => ({ value, label: roleName(value) })),
        ]}
      />
    </Form.Item>
  )
}
