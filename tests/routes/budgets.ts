/** Round trips and calls of one answer, as `Server-Timing` tells them. */
export interface Spent {
  /** To the company's own database. */
  db: number
  /** To the platform database; a company's row is kept in the isolate. */
  platform: number
  /** To providers of payments. */
  provider: number
}

interface Exception {
  budget: Partial<Spent>
  /** Why it may. */
  because: string
}

const onRecord = 'a file that leaves the company is put on record: a read and a write'
const ofProject = `${onRecord}, and by its project the file is named`
const asksProvider = 'the order is read, the provider asked, and what it said written down and read'
const refreshed = 'the token is read and changed'
/** An operator's session is looked up for every request, so that it ends at once everywhere. */
const session = 1

/** Routes that may cost more, or something else, than the budget: reads one trip, writes two. */
export const exceptions: Readonly<Record<string, Exception>> = {
  'POST /api/v1/imports/:importId/answers': {
    budget: { db: 3 },
    because: 'the file as it was kept is read, then the registry that it is compared with',
  },
  'GET /api/v1/bills/file': { budget: { db: 2 }, because: onRecord },
  'GET /api/v1/fee-items/file': { budget: { db: 2 }, because: onRecord },
  'GET /api/v1/imports/:importId/payers/file': { budget: { db: 2 }, because: onRecord },
  'GET /api/v1/imports/:importId/bad-rows': { budget: { db: 2 }, because: onRecord },
  'GET /api/v1/bills/collection/file': {
    budget: { db: 3 },
    because: `${onRecord}, and its projects are named`,
  },
  'GET /api/v1/complaints/figures/file': {
    budget: { db: 3 },
    because: `${onRecord}, and its projects are named`,
  },
  'GET /api/v1/satisfaction/trend/file': {
    budget: { db: 3 },
    because: `${onRecord}, and its projects are named`,
  },
  'GET /api/v1/audit/file': { budget: { db: 2 }, because: onRecord },
  'GET /api/v1/audit/verdict': {
    budget: { db: 2 },
    because: 'the seals are read, and then the log, 5,000 entries a trip',
  },
  'GET /api/v1/bills/arrears/file': { budget: { db: 2 }, because: onRecord },
  'GET /api/v1/complaints/file': { budget: { db: 2 }, because: onRecord },
  'GET /api/v1/payments/file': { budget: { db: 2 }, because: onRecord },
  'GET /api/v1/areas/file': { budget: { db: 3 }, because: ofProject },
  'GET /api/v1/areas/rooms/file': { budget: { db: 3 }, because: ofProject },
  'GET /api/v1/places/common/file': { budget: { db: 3 }, because: ofProject },
  'GET /api/v1/registry/rooms/file': { budget: { db: 3 }, because: ofProject },
  'GET /api/v1/registry/parking-spaces/file': { budget: { db: 3 }, because: ofProject },
  'GET /api/v1/satisfaction/comparison/file': { budget: { db: 2 }, because: onRecord },
  'GET /api/v1/satisfaction/answers/file': { budget: { db: 3 }, because: ofProject },
  'POST /api/v1/merchants/:merchantRef/proof': {
    budget: { provider: 1 },
    because: 'its purpose is to ask the provider',
  },
  'POST /portal/survey/:roundId/:roomId': {
    budget: { db: 3 },
    because: 'an answer that was given before is given anew where another has taken its place since',
  },
  'POST /api/v1/portal/payments': { budget: { provider: 1 }, because: 'the provider opens the payment' },
  'POST /api/v1/portal/payments/:orderId/check': { budget: { db: 4, provider: 1 }, because: asksProvider },
  'POST /api/v1/portal/payments/:orderId/continuation': {
    budget: { provider: 1 },
    because: 'the provider gives the payer a new address',
  },
  'POST /api/v1/portal/payments/:orderId/cancellation': {
    budget: { provider: 2 },
    because: 'the provider closes the order, or says that it is paid',
  },
  'POST /notices/wechat-pay/:merchantRef': { budget: { db: 4, provider: 1 }, because: asksProvider },
  'POST /portal/payments': { budget: { provider: 1 }, because: 'the provider opens the payment' },
  'GET /portal/payments/:id': { budget: { db: 5, provider: 1 }, because: asksProvider },
  'GET /portal/payments/:id/state': { budget: { db: 5, provider: 1 }, because: asksProvider },
  'GET /portal/payments/:id/go': { budget: { provider: 1 }, because: 'the provider gives a new address' },
  'GET /portal/payments/:id/code.svg': { budget: { provider: 1 }, because: 'the provider gives a new code' },
  'POST /portal/payments/:id/cancel': { budget: { provider: 2 }, because: 'the provider closes the order' },
  'POST /portal/payments/:id/other-way': {
    budget: { db: 4, provider: 2 },
    because: 'the provider closes the order that is left, which is put on record, and opens the new one',
  },
  'GET /console/welcome': {
    budget: { db: 1, platform: 2 },
    because: `the token of a sign-up is taken in at the platform, and its bearer signed in; ${refreshed}`,
  },
  'GET /signup/:id': { budget: { platform: 2 }, because: 'a sign-up that stands still is set going again' },
  'GET /signup/:id/enter': {
    budget: { platform: 2 },
    because: 'it makes the token that lets in: a read and a write',
  },
  'GET /operator/history': {
    budget: { platform: 4 },
    because: 'verifying reads the seals, and then the log, 5,000 entries a trip',
  },
  'POST /operator/upgrade': { budget: { platform: 5 }, because: 'two trips for every hundred companies' },
  'POST /operator/sign-in': { budget: { platform: 4 }, because: 'the first operator is made by the way' },
}

/** How much an answer may spend. */
export function budgetOf(name: string, writes: boolean): Spent {
  const usual = writes ? 2 : 1
  const atBase = /^\w+ \/(operator|signup|enter)/.test(name)
  const own = atBase
    ? { db: 0, platform: usual + (name.includes('/operator') ? session : 0), provider: 0 }
    : { db: usual, platform: 0, provider: 0 }
  return { ...own, ...exceptions[name]?.budget }
}
