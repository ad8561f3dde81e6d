import { inviteColleagueSchema } from '@heju/core/people/identity/shape'
import { MinusCircleOutlined } from '@ant-design/icons'
import { frame } from '../../../app/texts.ts'
import { staff as texts } from './texts.ts'
import { Button, Card, Drawer, Form, Input, Select } from 'antd'
import { useRef } from 'react'
import { api, ApiError } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMustChoose } from '../../../parts/must-choose.ts'
import { useFormGuard } from '../../../parts/form-guard.ts'
import { useChange } from '../../../parts/form.ts'
import { useRevised } from '../../../parts/revised.tsx'
import { useNewId } from '../../../parts/ids.ts'
import { longestOf } from '../../../parts/longest-of.ts'
import { askedRoles, chosenRoles, wholeCompany, type ChosenRole } from './scope-values.ts'
import { ScopeSelect } from './scope-select.tsx'
import { useRoleName } from '../../../parts/roles.ts'
import { useScopeWords } from './scopes.ts'
import { useRoleOptions } from './role-options.ts'
import type { Link } from './link-dialog.tsx'
import type { Colleague } from './api.ts'

interface Fields {
  name: string
  phone?: string
  email?: string
  assignments: ChosenRole[]
}

type Changed = Pick<Colleague, 'id' | 'name' | 'assignments' | 'revision'>
/** Roles that somebody is to have, and the revision of those that were shown. */
export type AskedRoles = Pick<Changed, 'assignments' | 'revision'>

const fieldsOf = ({ assignments }: AskedRoles) => ({ assignments: chosenRoles(assignments) })

/** Invites a colleague, or gives one other roles. */
export function ColleagueForm({
  colleague,
  close,
  onInvited,
  onStillHeld,
}: {
  colleague: Changed | undefined
  close: () => void
  onInvited?: (link: Link) => void
  /** Roles by which they could hold no longer what they hold. */
  onStillHeld: (asked: AskedRoles) => void
}) {
  const t = useTexts(texts)
  const f = useTexts(frame)
  const [form] = Form.useForm<Fields>()
  const leave = useFormGuard(form, close)
  const [staffId] = useNewId('stf')
  const asked = useRef<AskedRoles>(undefined)
  const roleName = useRoleName()
  const scopeWords = useScopeWords()
  const { revision, notice } = useRevised<Changed, Fields>({
    // Their page has them by another name than the list.
    queryKey: [],
    idOf: (each) => ('staffId' in each ? (each.staffId as string) : each.id),
    opened: colleague,
    form,
    fieldsOf,
    wordsOf: ({ assignments }) => [
      [
        t('roles'),
        assignments.map(({ role, scope }) => `${roleName(role)} · ${scopeWords(scope)}`).join('、'),
      ],
    ],
  })
  const change = useChange({
    send: async (fields: Fields, send) => {
      const assignments = askedRoles(fields.assignments)
      if (colleague !== undefined) {
        const param = { staffId: colleague.id }
        asked.current = { assignments, revision }
        await send(api.staff[':staffId'].assignments.$put, { param, json: asked.current })
        return undefined
      }
      const { name, phone, email } = fields
      const json = { staffId, name, assignments, ...(phone && { phone }), ...(email && { email }) }
      return { ...(await send(api.staff.$post, { json })), name }
    },
    refreshes: [['staff'], ['holdings']],
    form,
    told: (error) => {
      const held = error instanceof ApiError && error.code === 'handing_over.still_held'
      if (held && asked.current !== undefined) onStillHeld(asked.current)
      return held
    },
    done: f('saved'),
    onDone: (link) => {
      close()
      if (link !== undefined) onInvited?.(link)
    },
  })
  const initial: Partial<Fields> =
    colleague === undefined
      ? { assignments: [{ role: 'front_desk', scopes: [wholeCompany] }] }
      : fieldsOf(colleague)
  return (
    <Drawer
      title={colleague === undefined ? t('invite') : `${t('changeRoles')} · ${colleague.name}`}
      open
      onClose={leave}
      size={480}
      extra={
        <Button type="primary" loading={change.isPending} onClick={form.submit}>
          {f('save')}
        </Button>
      }
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={initial}
        onFinish={(fields) => change.mutate(fields)}
      >
        {notice}
        {colleague === undefined ? <Reach /> : <p>{t('roles.takes_effect')}</p>}
        <Form.List name="assignments">
          {(rows, { add, remove }) => (
            <>
              {rows.map((row) => (
                <AssignmentFields
                  key={row.key}
                  name={row.name}
                  {...(rows.length > 1 ? { remove: () => remove(row.name) } : {})}
                />
              ))}
              <Button type="dashed" block onClick={() => add({ scopes: [wholeCompany] })}>
                {t('addRole')}
              </Button>
            </>
          )}
        </Form.List>
      </Form>
    </Drawer>
  )
}

function Reach() {
  const t = useTexts(texts)
  return (
    <>
      <Form.Item name="name" label={t('name')} rules={[{ required: true }]}>
        <Input {...longestOf(inviteColleagueSchema.entries.name)} autoFocus />
      </Form.Item>
      <Form.Item name="phone" label={t('phone')} extra={t('reach.hint')}>
        <Input inputMode="tel" />
      </Form.Item>
      <Form.Item name="email" label={t('email')}>
        <Input type="email" />
      </Form.Item>
    </>
  )
}

function AssignmentFields({ name, remove }: { name: number; remove?: () => void }) {
  const t = useTexts(texts)
  const mustChoose = useMustChoose()
  const roleOptions = useRoleOptions()
  return (
    <Card
      size="small"
      style={{ marginBottom: 12 }}
      extra={
        remove && (
          <Button type="text" icon={<MinusCircleOutlined />} aria-label={t('removeRole')} onClick={remove} />
        )
      }
    >
      <Form.Item name={[name, 'role']} label={t('roles')} rules={mustChoose}>
        <Select showSearch optionFilterProp="label" options={roleOptions} />
      </Form.Item>
      <Form.Item
        name={[name, 'scopes']}
        label={t('scope')}
        rules={mustChoose}
        extra={t('scope.hint')}
        style={{ marginBottom: 0 }}
      >
        <ScopeSelect />
      </Form.Item>
    </Card>
  )
}
