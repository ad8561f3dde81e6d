import { api, call, type Keyed } from '../../app/api.ts'
import type { ComplaintDetail } from './api.ts'

/** What a colleague does with a complaint: one of the eight steps, or all at once. */
export type Step = ComplaintDetail['next'][number] | 'resolve'

/** What the forms of the steps ask, each a part of it. */
export interface StepInput {
  judgement?: string
  findings?: string
  plan?: string
  handlerId?: string
  ownerWords?: string
  note?: string
  channel?: 'phone' | 'visit' | 'message'
  outcome?: 'satisfied' | 'dissatisfied' | 'unreached'
  rating?: number
  words?: string
  cause?: string
  learned?: string
  prevention?: string
}

export const communicative = ['help', 'consult', 'vent'] as const

/** The judged nature behind an option of the select. */
function judgementOf(value = 'communicative.help') {
  const [nature, more] = value.split('.')
  return nature === 'effective'
    ? { nature: 'effective' as const, ground: 'harm' as const }
    : { nature: 'communicative' as const, kind: communicative.find((kind) => kind === more) ?? 'help' }
}

/**
 * Sends a step with what its form holds.
 * @param revisitId of the revisit that the form may record: the same when it is sent again after a lost answer
 */
export function sendStep(
  complaint: ComplaintDetail,
  state: Step,
  fields: StepInput & { revisitId: string },
  header: Keyed,
) {
  const at = { param: { complaintId: complaint.id }, header }
  const { ownerWords = '', note = '', findings = '', plan = '' } = fields
  const step = api.complaints[':complaintId']
  const said = { ownerWords, note }
  switch (state) {
    case 'judged':
      return call(step.judge.$post({ ...at, json: { judgement: judgementOf(fields.judgement), ...said } }))
    case 'investigated':
      return call(step.investigate.$post({ ...at, json: { findings, ...said } }))
    case 'assigned':
      return call(
        step.handler.$post({
          ...at,
          json: { handlerId: fields.handlerId ?? '', handOverNote: note, ...said },
        }),
      )
    case 'planned':
      return call(step.plan.$post({ ...at, json: { plan, ...said } }))
    case 'replied':
      return call(step.reply.$post({ ...at, json: said }))
    case 'closed': {
      const { cause = '', learned = '', prevention = '' } = fields
      return call(step.close.$post({ ...at, json: { cause, learned, prevention, ownerWords } }))
    }
    case 'resolve':
      return call(
        step.resolve.$post({
          ...at,
          json: { judgement: judgementOf(fields.judgement), findings, plan, ownerWords },
        }),
      )
    default: {
      const { revisitId, channel = 'phone', outcome = 'satisfied', rating, words = '' } = fields
      return call(
        step.revisits.$post({
          ...at,
          json: { revisitId, channel, outcome, words, ...(rating && { rating }) },
        }),
      )
    }
  }
}
