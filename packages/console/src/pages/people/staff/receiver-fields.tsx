import { Form, Select, type FormInstance } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import { useMustChoose } from '../../../parts/must-choose.ts'
import type { Holdings } from './api.ts'
import { handOverTexts as texts } from './hand-over-texts.ts'

export interface Receivers {
  toAll?: string
  /** By kind and project. */
  receivers?: Record<string, string | undefined>
}

type Group = Holdings['groups'][number]
export const keyOf = ({ kind, projectId }: Group) => `${kind} ${projectId}`

/**
 * Who takes over: one colleague for all, or one for each kind and project. Whoever cannot stands there with the reason, so
 * that nobody looks for a name that is missing.
 * @param all whether each has to go
 */
export function ReceiverFields<F extends Receivers>({
  form,
  held,
  groups,
  all,
}: {
  form: FormInstance<F>
  held: Holdings
  groups: readonly Group[]
  all: boolean
}) {
  const t = useTexts(texts)
  const mustChoose = useMustChoose()
  const places = groups.map((group) => held.groups.indexOf(group))
  const options = (at: readonly number[]) =>
    held.colleagues
      .filter(({ state }) => state !== 'disabled')
      .map(({ id, name, state, mayHold }) => {
        const cannot = at.filter((place) => !mayHold[place]).length
        const isOff = state !== 'active'
        const some = cannot > 0 && cannot < at.length
        const label = isOff
          ? t('cannot.off', { name })
          : some
            ? t('cannot.some', { name, count: cannot })
            : cannot > 0
              ? t('cannot.role', { name })
              : name
        return { value: id, label, disabled: isOff || (cannot > 0 && !some) }
      })
      .toSorted((a, b) => Number(a.disabled) - Number(b.disabled))
  const give = (receiverId: string | undefined) => {
    const chosen = held.colleagues.find(({ id }) => id === receiverId)
    const receivers = Object.fromEntries(
      groups.map((group, at) => [keyOf(group), chosen?.mayHold[places[at]!] ? receiverId : undefined]),
    )
    form.setFieldsValue({ receivers } as Parameters<typeof form.setFieldsValue>[0])
  }
  const search = { optionFilterProp: 'label' }
  return (
    <>
      {groups.length > 1 && (
        <Form.Item name="toAll" label={t('toAll')} extra={t('toAll.hint')}>
          <Select allowClear showSearch={search} onChange={give} options={options(places)} />
        </Form.Item>
      )}
      {groups.map((group, at) => (
        <Form.Item
          key={keyOf(group)}
          name={['receivers', keyOf(group)]}
          label={`${t(`kind.${group.kind}`)} · ${group.projectName ?? t('project.none')} · ${group.count}`}
          {...(all && { rules: mustChoose })}
        >
          <Select
            allowClear={!all}
            placeholder={all ? undefined : t('keep')}
            showSearch={search}
            options={options([places[at]!])}
          />
        </Form.Item>
      ))}
    </>
  )
}
