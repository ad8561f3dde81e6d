import { communicativeKinds, revisitChannels, type revisitOutcomes } from '@heju/core/complaints/shape'
import { api } from '../../app/api.ts'
import type { Send } from '../../parts/form.ts'
import type { ComplaintDetail } from './api.ts'

/** What a colleague does with a complaint: one of the eight steps, or all at once. */
export type Step = ComplaintDetail['next'][number] | 'resolve'

/** How colleagues ask an owner whether they are content; in the portal owners say it of themselves. */
export const askedBy = revisitChannels.filter((channel) => channel !== 'portal')

/** What the forms of the steps ask, each a part of it. */
export interface StepInput {
  judgement?: string
  findings?: string
  plan?: string
  handlerId?: string
  ownerWords?: string
  note?: string
  channel?: (typeof askedBy)[number]
  outcome?: (typeof revisitOutcomes)[number]
  rating?: number
  words?: string
  cause?: string
  learned?: string
  prevention?: string
}

/** The judged nature behind an option of the select. */
function judgementOf(value = 'communicative.help') {
  const [nature, more] = value.split('.')
  return nature === 'effective'
    ? { nature: 'effective' as const, ground: 'harm' as const }
    : { nature: 'communicative' as const, kind: communicativeKinds.find((kind) => kind === more) ?? 'help' }
}

/**
 * Sends a step with what its form holds.
 * @param revisitId of the revisit that the form may record: the same when it is sent again after a lost answer
 */
export function sendStep(
  complaint: ComplaintDetail,
  state: Step,
  fields: StepInput & { revisitId: string },
  send: Send,
) {
  const at = { param: { complaintId: complaint.id } }
  const { ownerWords = '', note = '', findings = '', plan = '' } = fields
  const step = api.complaints[':complaintId']
  const said = { ownerWords, note }
  switch (state) {
    case 'judged':
      return send(step.judge.$post, { ...at, json: { judgement: judgementOf(fields.judgement), ...said } })
    case 'investigated':
      return send(step.investigate.$post, { ...at, json: { findings, ...said } })
    case 'assigned':
      return send(step.handler.$post, {
        ...at,
        json: { handlerId: fields.handlerId ?? '', handOverNote: note, ...said },
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
        json: { judgement: judgementOf(fields.judgement), findings, plan, ownerWords },
      })
    default: {
      const { revisitId, channel = 'phone', outcome = 'satisfied', rating, words = '' } = fields
      return send(step.revisits.$post, {
        ...at,
        json: { revisitId, channel, outcome, words, ...(rating && { rating }) },
      })
    }
  }
}
