import { type attitudes, revisitChannels, type revisitOutcomes } from '@heju/core/desk/complaints/shape'
import { api } from '../../../app/api.ts'
import type { Send } from '../../../parts/form.ts'
import { instantOfLocal } from '../../../parts/local-time.ts'
import type { SentPhotos } from '../../../parts/photos-field.tsx'
import type { ComplaintDetail } from './api.ts'
import { judgementOf, type JudgementInput } from './judgement.ts'

/** What a colleague does with a complaint: one of the eight steps, or all at once. */
export type Step = ComplaintDetail['next'][number] | 'resolve'

/** How colleagues ask an owner whether they are content; in the portal owners say it of themselves. */
export const askedBy = revisitChannels.filter((channel) => channel !== 'portal')

/** What the forms of the steps ask, each a part of it. */
export interface StepInput extends JudgementInput {
  /** `2026-11-28T18:00`, as clocks in the company's zone show it. */
  promised?: string
  findings?: string
  plan?: string
  handlerId?: string
  ownerWords?: string
  note?: string
  channel?: (typeof askedBy)[number]
  outcome?: (typeof revisitOutcomes)[number]
  rating?: number
  attitudes?: Partial<Record<(typeof attitudes)[number], number>>
  words?: string
  cause?: string
  learned?: string
  prevention?: string
  photos?: SentPhotos
}

/**
 * Sends a step with what its form holds.
 * @param revisitId of the revisit that the form may record: the same when it is sent again after a lost answer
 * @param zone the company's
 */
export function sendStep(
  complaint: ComplaintDetail,
  state: Step,
  fields: StepInput & { revisitId: string; zone: string },
  send: Send,
) {
  const at = { param: { complaintId: complaint.id } }
  const { ownerWords = '', note = '', findings = '', plan = '', promised = '' } = fields
  const step = api.complaints[':complaintId']
  const fileIds = fields.photos?.fileIds ?? []
  const said = { ownerWords, note, fileIds }
  switch (state) {
    case 'judged':
      return send(step.judge.$post, {
        ...at,
        json: {
          judgement: judgementOf(fields),
          ...(promised !== '' && { promisedAt: instantOfLocal(promised, fields.zone) }),
          ...said,
        },
      })
    case 'investigated':
      return send(step.investigate.$post, { ...at, json: { findings, ...said } })
    case 'assigned':
      return send(step.handler.$post, {
        ...at,
        json: {
          handlerId: fields.handlerId ?? '',
          seenHandlerId: complaint.handlerId,
          handOverNote: note,
          ...said,
        },
      })
    case 'planned':
      return send(step.plan.$post, { ...at, json: { plan, ...said } })
    case 'replied':
      return send(step.reply.$post, { ...at, json: said })
    case 'closed': {
      const { cause = '', learned = '', prevention = '' } = fields
      return send(step.close.$post, { ...at, json: { cause, learned, prevention, ownerWords } })
    }
    case 'resolve':
      return send(step.resolve.$post, {
        ...at,
        json: { judgement: judgementOf(fields), findings, plan, ownerWords, fileIds },
      })
    default: {
      const { revisitId, rating, words = '' } = fields
      const { channel, outcome } = chosenIn(fields, ['channel', 'outcome'])
      // What was rated and taken back again is none.
      const rated = Object.entries(fields.attitudes ?? {}).filter(([, stars]) => stars > 0)
      return send(step.revisits.$post, {
        ...at,
        json: {
          revisitId,
          channel,
          outcome,
          words,
          ...(rating && { rating }),
          ...(rated.length > 0 && { attitudes: Object.fromEntries(rated) }),
        },
      })
    }
  }
}

/** What a form has chosen, where it cannot be sent without. */
function chosenIn<K extends keyof StepInput>(fields: StepInput, names: readonly K[]) {
  const missing = names.find((name) => fields[name] === undefined)
  if (missing !== undefined) throw new Error(`${missing} is not chosen`)
  return fields as Required<Pick<StepInput, K>>
}
