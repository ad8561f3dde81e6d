import { giveOccupancySchema, occupancyRoles } from '@heju/core/estate/registry/shape'
import { occupancies as texts } from './texts.ts'
import { registryTexts } from '@heju/core/estate/registry/texts'
import { Form, Input, InputNumber, Select } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import { useMustChoose } from '../../../parts/must-choose.ts'
import type { Occupancy, Place, Role } from './api.ts'
import { longestOf } from '../../../parts/longest-of.ts'

/** What somebody is to a place, as its form holds it. */
export interface OccupancyFieldValues {
  role: Role
  /** Percent, two decimals. */
  share?: number | null
  fromOn?: string
  toOn?: string
  plate?: string
}

/** The same as the API takes it. */
export function occupancyOf({ role, share, fromOn, toOn, plate }: OccupancyFieldValues) {
  const owning = role === 'owner' || role === 'co_owner' || role === 'developer'
  return {
    role,
    shareE4: share == null || !owning ? null : Math.round(share * 100),
    fromOn: fromOn || null,
    toOn: toOn || null,
    plate: plate?.trim() || null,
  }
}

/** What a form begins with for a record that is there. */
export function fieldsOf({ role, shareE4, fromOn, toOn, plate }: Occupancy): OccupancyFieldValues {
  return {
    role,
    share: shareE4 === null ? null : shareE4 / 100,
    fromOn: fromOn ?? '',
    toOn: toOn ?? '',
    plate: plate ?? '',
  }
}

/** The same, to be read. */
export function useOccupancyWords(): (occupancy: Occupancy) => [label: string, words: string][] {
  const t = useTexts(texts)
  const r = useTexts(registryTexts)
  return ({ role, shareE4, fromOn, toOn, plate }) => [
    [t('role'), r(`role.${role}`)],
    [t('share'), shareE4 === null ? '' : `${shareE4 / 100}`],
    [t('plate'), plate ?? ''],
    [t('fromOn'), fromOn ?? ''],
    [t('toOn'), toOn ?? ''],
  ]
}

/** Role, share, days and, for a parking space, the plate. */
export function OccupancyFields({ kind }: { kind: Place['kind'] | undefined }) {
  const t = useTexts(texts)
  const mustChoose = useMustChoose()
  const r = useTexts(registryTexts)
  const form = Form.useFormInstance<OccupancyFieldValues>()
  const role = Form.useWatch('role', form)
  return (
    <>
      <Form.Item name="role" label={t('role')} rules={mustChoose}>
        <Select options={occupancyRoles.map((value) => ({ value, label: r(`role.${value}`) }))} />
      </Form.Item>
      {(role === 'owner' || role === 'co_owner') && (
        <Form.Item name="share" label={t('share')} extra={t('share.hint')}>
          <InputNumber min={0.01} max={100} precision={2} style={{ width: '100%' }} />
        </Form.Item>
      )}
      {kind === 'parking' && (
        <Form.Item name="plate" label={t('plate')}>
          <Input {...longestOf(giveOccupancySchema.entries.plate)} placeholder="粤B12345" />
        </Form.Item>
      )}
      <Form.Item name="fromOn" label={t('fromOn')} extra={t('fromOn.hint')}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="toOn" label={t('toOn')} extra={t('toOn.hint')}>
        <Input type="date" />
      </Form.Item>
    </>
  )
}
