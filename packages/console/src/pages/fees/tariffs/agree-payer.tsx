import { charges as texts } from './charge-texts.ts'
import { frame } from '../../../app/texts.ts'
import { civilDateOf } from '@heju/kernel'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Drawer, Form, Input, Select } from 'antd'
import { Link } from 'react-router'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useSession } from '../../../app/session.tsx'
import { useMustChoose } from '../../../parts/must-choose.ts'
import { useFormGuard } from '../../../parts/form-guard.ts'
import { FormModal } from '../../../parts/form-modal.tsx'
import { useCommand } from '../../../parts/form.ts'
import { useNewId } from '../../../parts/ids.ts'
import { useNow } from '../../../parts/now.ts'
import { readSpace, type SpaceDetail } from '../../estate/parking/api.ts'
import { readRoom, type RoomDetail } from '../../estate/rooms/api.ts'
import type { Place } from './api.ts'
import { usersOf } from './users-of.ts'

export interface Agreement {
  id: string
  personId: string
  personName: string
  fromOn: string
  toOn: string | null
}

interface Fields {
  personId: string
  fromOn: string
  toOn?: string
}

/** With whom the owner of a place can have agreed that they pay. */
function useUsers({ kind, id }: Place) {
  const { company } = useSession()
  const today = civilDateOf(useNow(), company.zone)
  return useQuery({
    // As the place's own page has it, so that whoever was entered meanwhile is there.
    queryKey: [kind === 'parking' ? 'spaces' : 'rooms', id],
    queryFn: async (): Promise<Pick<RoomDetail | SpaceDetail, 'occupants'>> =>
      kind === 'parking' ? readSpace(id) : readRoom(id),
    select: ({ occupants }) => usersOf(occupants, today),
  })
}

/** Enters that a tenant or user pays by agreement with the owner. */
export function AgreePayer({ place, close }: { place: Place; close: () => void }) {
  const t = useTexts(texts)
  const mustChoose = useMustChoose()
  const f = useTexts(frame)
  const [form] = Form.useForm<Fields>()
  const leave = useFormGuard(form, close)
  const [agreementId] = useNewId('agr')
  const users = useUsers(place).data
  const change = useCommand({
    command: api.tariffs.agreements.$post,
    asks: ({ personId, fromOn, toOn }: Fields) => ({
      json: { agreementId, place, personId, fromOn, ...(toOn && { toOn }) },
    }),
    refreshes: [['charges']],
    form,
    fieldOf: {
      'billing.payer_not_user': 'personId',
      'billing.agreement_exists': 'fromOn',
      'billing.payer_not_there_yet': 'fromOn',
    },
    done: t('agree.done'),
    onDone: close,
  })
  const save = (
    <Button type="primary" loading={change.isPending} onClick={form.submit}>
      {f('save')}
    </Button>
  )
  return (
    <Drawer title={t('agree')} open onClose={leave} size={420} extra={save}>
      {users?.length === 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('agree.nobody')}
          action={
            <Link to={place.kind === 'room' ? `/console/rooms/${place.id}` : `/console/parking/${place.id}`}>
              {t('agree.enter')}
            </Link>
          }
          style={{ marginBottom: 16 }}
        />
      )}
      <Form<Fields> form={form} layout="vertical" onFinish={(fields) => change.mutate(fields)}>
        <Form.Item name="personId" label={t('agree.person')} rules={mustChoose}>
          <Select
            loading={users === undefined}
            options={(users ?? []).map(({ personId, name, lastDay }) => ({
              value: personId,
              label: lastDay === null ? name : t('agree.until', { name, to: lastDay }),
            }))}
          />
        </Form.Item>
        <Form.Item name="fromOn" label={t('agree.from')} rules={[{ required: true }]}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="toOn" label={t('agree.to')} extra={t('agree.to.hint')}>
          <Input type="date" />
        </Form.Item>
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </Form>
    </Drawer>
  )
}

/** Ends an agreement after a day. */
export function EndAgreement({ agreement, close }: { agreement: Agreement; close: () => void }) {
  const t = useTexts(texts)
  const [form] = Form.useForm<{ toOn: string }>()
  const change = useCommand({
    command: api.tariffs.agreements[':agreementId'].end.$post,
    asks: (json: { toOn: string }) => ({ param: { agreementId: agreement.id }, json }),
    refreshes: [['charges']],
    form,
    fieldOf: { 'billing.agreement_not_found': 'toOn' },
    done: () => t('end.done', { day: String(form.getFieldValue('toOn')) }),
    onDone: close,
  })
  return (
    <FormModal<{ toOn: string }>
      title={t('end')}
      about={<p>{t('end.about', { name: agreement.personName })}</p>}
      close={close}
      form={form}
      pending={change.isPending}
      send={(fields) => change.mutate(fields)}
    >
      <Form.Item name="toOn" label={t('end.day')} rules={[{ required: true }]}>
        <Input type="date" min={agreement.fromOn} />
      </Form.Item>
    </FormModal>
  )
}
