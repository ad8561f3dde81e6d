import { handedSchema } from '@heju/core/platform/holdings/shape'
import { useQuery } from '@tanstack/react-query'
import { Alert, Drawer, Form, Input } from 'antd'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { frame } from '../../../app/texts.ts'
import { FormDrawer } from '../../../parts/form-drawer.tsx'
import { useChange } from '../../../parts/form.ts'
import { longestOf } from '../../../parts/longest-of.ts'
import { Failure, Loading } from '../../../parts/states.tsx'
import type { AskedRoles } from './colleague-form.tsx'
import { readHoldings, type Holdings } from './api.ts'
import { handOverTexts as texts } from './hand-over-texts.ts'
import { ReceiverFields, type Receivers } from './receiver-fields.tsx'
import { staff as staffTexts } from './texts.ts'

/** Why somebody hands over: by itself, because they are shut out, or for the roles that they are given. */
export type Occasion = { kind: 'handOver' } | { kind: 'disable' } | { kind: 'roles'; asked: AskedRoles }

interface Fields extends Receivers {
  note: string
}

/** Shows all that a colleague holds, and asks who takes it over. */
export function HandOverDrawer(props: {
  colleague: { id: string; name: string }
  occasion: Occasion
  close: (done: boolean) => void
}) {
  const { colleague, occasion } = props
  const asked = occasion.kind === 'roles' ? JSON.stringify(occasion.asked.assignments) : undefined
  const held = useQuery({
    queryKey: ['holdings', colleague.id, asked],
    queryFn: () => readHoldings(colleague.id, asked),
    // What came to them since they were looked at last is to be seen.
    staleTime: 0,
  })
  if (held.data !== undefined) return <HandOverForm {...props} held={held.data} />
  return (
    <Drawer title={colleague.name} open onClose={() => props.close(false)} size={720}>
      {held.error ? <Failure error={held.error} retry={() => void held.refetch()} /> : <Loading />}
    </Drawer>
  )
}

function HandOverForm({
  colleague: { id, name },
  occasion,
  close,
  held,
}: {
  colleague: { id: string; name: string }
  occasion: Occasion
  close: (done: boolean) => void
  held: Holdings
}) {
  const t = useTexts(texts)
  const s = useTexts(staffTexts)
  const f = useTexts(frame)
  const [form] = Form.useForm<Fields>()
  const { kind } = occasion
  const groups = kind === 'roles' ? held.groups.filter(({ mustGo }) => mustGo) : held.groups
  const action = { handOver: t('handOver'), disable: s('disable'), roles: f('save') }[kind]
  const verbs = api.staff[':staffId']
  const change = useChange({
    send: async (fields: Fields, send) => {
      const chosen = groups.flatMap(({ kind: of, projectId, count }) => {
        const receiverId = fields.receivers?.[`${of} ${projectId}`]
        return receiverId === undefined ? [] : [{ kind: of, projectId, count, receiverId }]
      })
      const handed = { note: fields.note, groups: chosen }
      const param = { staffId: id }
      const more = chosen.length === 0 ? {} : { handed }
      if (kind === 'disable') await send(verbs.disable.$post, { param, json: more })
      else if (kind === 'roles')
        await send(verbs.assignments.$put, { param, json: { ...occasion.asked, ...more } })
      else await send(verbs['hand-over'].$post, { param, json: { handed } })
    },
    refreshes: [['staff'], ['holdings'], ['held'], ['complaints'], ['tasks']],
    form,
    done: { handOver: t('done.handOver'), disable: s('disable.done', { name }), roles: f('saved') }[kind],
    outdated: { keys: [['holdings']], words: t('changed') },
    onDone: () => close(true),
  })
  return (
    <FormDrawer<Fields>
      title={`${action} · ${name}`}
      about={groups.length === 0 ? undefined : t(`about.${kind}`, { name })}
      close={() => close(false)}
      form={form}
      pending={change.isPending}
      initial={{ note: t(kind === 'disable' ? 'note.left' : 'note.moved', { name }) }}
      send={(fields) => change.mutate(fields)}
      action={action}
      wide
    >
      {groups.length === 0 ? (
        <Alert type="info" showIcon title={t(`nothing.${kind}`, { name })} />
      ) : (
        <>
          <ReceiverFields form={form} held={held} groups={groups} all={kind !== 'handOver'} />
          <Form.Item
            name="note"
            label={t('note')}
            extra={t('note.hint')}
            rules={[{ required: true, min: 4, message: t('note.short') }]}
          >
            <Input.TextArea rows={3} {...longestOf(handedSchema.entries.note)} />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
