import { registerComplaintSchema } from '@heju/core/desk/complaints/shape'
import { complaints as texts } from './texts.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert, Form, Input, Select } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { useMustChoose } from '../../../parts/must-choose.ts'
import { useProjects } from '../../../parts/projects.ts'
import { longestOf } from '../../../parts/longest-of.ts'
import { listComplaints } from './api.ts'
import type { Party } from './callers.ts'
import { PlaceSearch } from './place-search.tsx'

/** The choice that a matter concerns no room. */
export const noRoom = 'none'

/** Where it is: a room of whoever calls, or in words; in words alone when nobody was found. */
export function PlaceFields({ party }: { party: Party | undefined }) {
  const t = useTexts(texts)
  const mustChoose = useMustChoose()
  const projects = useProjects()
  const roomId = Form.useWatch<string | undefined>('roomId')
  const projectId = Form.useWatch<string | undefined>('projectId')
  const only = projects.length === 1 ? projects[0]?.id : undefined
  const rooms = party?.caller?.rooms ?? (party?.room === undefined ? [] : [party.room])
  return (
    <>
      {party === undefined && projects.length !== 1 && (
        <Form.Item name="projectId" label={t('project')} rules={mustChoose}>
          <Select options={projects.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
      )}
      {rooms.length > 0 && (
        <Form.Item name="roomId" label={t('room')} rules={mustChoose}>
          <Select
            options={[
              ...rooms.map(({ id, name }) => ({ value: id, label: name })),
              { value: noRoom, label: t('room.none') },
            ]}
          />
        </Form.Item>
      )}
      {(rooms.length === 0 || roomId === noRoom) && (
        <Form.Item name="place" label={t('place')} extra={t('place.hint')} rules={[{ required: true }]}>
          <PlaceSearch projectId={party?.projectId ?? projectId ?? only} />
        </Form.Item>
      )}
    </>
  )
}

/** Who called: known people by how to greet them, others by what they say of themselves. */
export function ContactFields({ party }: { party: Party | undefined }) {
  const t = useTexts(texts)
  const caller = party?.caller
  if (caller !== undefined) return null
  return (
    <>
      <Form.Item name="contactName" label={t('contact')}>
        <Input {...longestOf(registerComplaintSchema.entries.contactName)} />
      </Form.Item>
      <Form.Item name="contactPhone" label={t('phone')}>
        <Input inputMode="tel" />
      </Form.Item>
    </>
  )
}

/** How to greet the caller (D31), and what of theirs is still open: it need not be registered twice. */
export function Greeting({ party }: { party: Party }) {
  const t = useTexts(texts)
  const may = useMay()
  const { caller, room } = party
  const roomId = room?.id ?? ''
  const open = useQuery({
    queryKey: ['complaints', 'open of room', roomId],
    queryFn: () => listComplaints({ view: 'open', roomId, limit: '20' }),
    enabled: roomId !== '' && may('complaints.read'),
  }).data?.items.length
  return (
    <Alert
      type="info"
      role="status"
      style={{ marginBottom: 16 }}
      title={
        <strong style={{ fontSize: 16 }}>
          {caller === undefined ? t('caller.greet.unknown') : t('caller.greet', { name: caller.salutation })}
        </strong>
      }
      {...(open !== undefined &&
        open > 0 && {
          description: (
            // Beside the form, which stays as it is.
            <a href={`/console/desk/complaints?view=open&roomId=${roomId}`} target="_blank" rel="noreferrer">
              {t('caller.open', { count: open })}
            </a>
          ),
        })}
    />
  )
}
