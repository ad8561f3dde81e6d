import type { RequestKey } from '@heju/db'

/**
 * What the product does of itself and must do once, by the verb that does it. A key belongs to one verb, so that two
 * ways to the same end never answer for each other.
 */
export const productVerbs = [
  'audit.heal_fork',
  'billing.step_run',
  'complaints.alert_managers',
  'complaints.complaint_registered',
  'complaints.complaint_reply',
  'complaints.reckon_again',
  'complaints.seed_categories',
  'identity.create_first_administrator',
  'owner_access.forget_unsent',
  'payments.end_order',
  'payments.move_order',
  'payments.record_unknown',
  'payments.settle',
  'payments.watch_on',
  'registry_import.apply_part',
  'registry_import.fail',
  'reminders.note_reading',
  'reminders.send',
  'satisfaction.ask',
] as const
export type ProductVerb = (typeof productVerbs)[number]

/** The scope of the product's keys. The scopes of actors have two words. */
const productScope = 'product'

/**
 * Names something that the product does once, whoever sets it off: a notice, a page, a clock. The first does it, the
 * others get the same answer. Only `productKey` makes one: what a client names is a string and never gets here.
 */
export class ProductKey {
  readonly verb: ProductVerb
  readonly #subject: string

  constructor(verb: ProductVerb, subject: string) {
    this.verb = verb
    this.#subject = subject
  }

  /** As the ledger keeps it. The subject is all that there is to say, so there is no input to compare. */
  get recorded(): RequestKey {
    return { scope: productScope, id: `${this.verb} ${this.#subject}`, inputMac: null }
  }
}

/** @param subject names what it is done to, and the step where there are several: `imp_…-3` */
export function productKey(verb: ProductVerb, subject: string): ProductKey {
  return new ProductKey(verb, subject)
}
