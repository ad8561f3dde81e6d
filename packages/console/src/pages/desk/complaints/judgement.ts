import { communicativeKinds } from '@heju/core/desk/complaints/shape'
import type { ComplaintDetail } from './api.ts'

/** What a form asks of a complaint's nature: one choice, and of a breach under which number and when it was registered. */
export interface JudgementInput {
  judgement?: string
  authorityNo?: string
  authorityOn?: string
}

/** The choice for what the authority registered as a breach, which asks for more. */
export const breach = 'effective.breach'

/** The nature as the API takes it. */
export function judgementOf({ judgement = '', authorityNo = '', authorityOn = '' }: JudgementInput) {
  if (judgement === breach)
    return { nature: 'effective' as const, ground: 'breach' as const, authorityNo, authorityOn }
  if (judgement === 'effective.harm') return { nature: 'effective' as const, ground: 'harm' as const }
  const kind = communicativeKinds.find((each) => judgement === `communicative.${each}`)
  // The form asks for it: nothing is ever judged by what was left open.
  if (kind === undefined) throw new Error(`${judgement} is no judgement`)
  return { nature: 'communicative' as const, kind }
}

/** What was judged before, as the form shows it. */
export function judgementInput(
  complaint: Pick<ComplaintDetail, 'nature' | 'natureKind' | 'natureGround' | 'authorityNo' | 'authorityOn'>,
): JudgementInput {
  const { nature, natureKind, natureGround, authorityNo, authorityOn } = complaint
  return {
    judgement: `${nature}.${natureKind ?? natureGround}`,
    ...(authorityNo !== null && { authorityNo }),
    ...(authorityOn !== null && { authorityOn }),
  }
}

/** Where the API finds fault with a nature, and where the form asks it. */
export const judgementFields = {
  'judgement.authorityNo': 'authorityNo',
  'judgement.authorityOn': 'authorityOn',
} as const
