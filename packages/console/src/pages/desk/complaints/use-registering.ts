import { channels } from '@heju/core/desk/complaints/shape'
import { placeOf } from '@heju/core/estate/places/shape'
import type { FormInstance } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { api } from '../../../app/api.ts'
import { useSession } from '../../../app/session.tsx'
import { useCommand } from '../../../parts/form.ts'
import { useNewId } from '../../../parts/ids.ts'
import { instantOfLocal } from '../../../parts/local-time.ts'
import type { SentPhotos } from '../../../parts/photos-field.tsx'
import { useProjects } from '../../../parts/projects.ts'
import type { Party } from './callers.ts'
import type { PlaceSaid } from './place-search.tsx'
import { noRoom } from './party-fields.tsx'
import { useSayRegistered } from './say-registered.tsx'

/** Ways by which staff take something in; owners come by the portal themselves. */
export const deskChannels = channels.filter((channel) => channel !== 'portal')

/** What the form holds; what was emptied again is an empty text. */
export interface RegisterFields {
  projectId?: string
  /** A room's id, or `noRoom`. */
  roomId?: string
  place?: PlaceSaid
  channel: (typeof deskChannels)[number]
  agentName?: string
  contactName?: string
  contactPhone?: string
  categoryId: string
  text: string
  wish?: string
  /** `2026-11-28T18:00`, as clocks in the company's zone show it. */
  promised?: string
  major?: boolean
  emergency?: boolean
  special?: boolean
  photos?: SentPhotos
}

/** Who a complaint comes from, and how it is sent. */
export function useRegistering(form: FormInstance<RegisterFields>, onDone: (id: string) => void) {
  const { zone } = useSession().company
  const projects = useProjects()
  const [party, setParty] = useState<Party>()
  const [complaintId] = useNewId('cmpl')
  const sayRegistered = useSayRegistered()
  const register = useCommand({
    command: api.complaints.$post,
    asks: (fields: RegisterFields) => ({
      json: { complaintId, ...inputOf(fields, party, projects[0]?.id ?? '', zone) },
    }),
    refreshes: [['complaints'], ['tasks']],
    form,
    fieldOf: {
      placeId: 'place',
      'complaints.place_not_found': 'place',
      promisedAt: 'promised',
      'complaints.time_is_past': 'promised',
      fileIds: 'photos',
    },
    onDone: () => {
      sayRegistered(complaintId)
      onDone(complaintId)
    },
  })
  const choose = useCallback(
    (next: Party | undefined) => {
      setParty(next)
      form.setFieldsValue({
        roomId: next?.room?.id,
        ...(next !== undefined && { contactName: undefined, contactPhone: undefined }),
      } as object)
    },
    [form],
  )
  // With the caller known, the next thing that is said is what it is about.
  useEffect(() => {
    if (party !== undefined) (form.getFieldInstance('categoryId') as HTMLElement | undefined)?.focus()
  }, [party, form])
  return { party, choose, register }
}

/** A place that was found by its id, what was typed in words. */
function whereOf({ text, id }: PlaceSaid) {
  if (id === undefined) return { place: text }
  return placeOf(id)?.kind === 'room' ? { roomId: id } : { placeId: id }
}

/** The form's fields as the API takes them: what was left empty is left out. */
function inputOf(fields: RegisterFields, party: Party | undefined, only: string, zone: string) {
  const { channel, categoryId, text, wish = '', promised = '', roomId = noRoom, photos } = fields
  const { major = false, emergency = false, special = false, projectId = only } = fields
  const { place, agentName, contactName, contactPhone } = fields
  const personId = party?.caller?.personId
  return {
    projectId: party?.projectId ?? projectId,
    ...(roomId === noRoom ? place && whereOf(place) : { roomId }),
    ...(personId !== undefined && { personId }),
    ...(agentName && channel === 'on_behalf' && { agentName }),
    ...(contactName && { contactName }),
    ...(contactPhone && { contactPhone }),
    channel,
    categoryId,
    text,
    wish,
    ...(promised !== '' && { promisedAt: instantOfLocal(promised, zone) }),
    major,
    emergency,
    special,
    fileIds: photos?.fileIds ?? [],
  }
}
