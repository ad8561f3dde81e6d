import { recordRevisit } from '@heju/core/desk/complaints'
import { myOpenBills } from '@heju/core/fees/payments'
import type { Stack } from '../stack/index.ts'
import { courseOf, matters, type Case, type CourseStep } from './complaint-course.ts'
import { categoriesOf } from './complaints.ts'
import type { Life, LivingOwner } from './life.ts'
import { PortalVisit } from './portal.ts'

const hour = 60 * 60_000
const day = 24 * hour

/** What is going on at the present: every step of a complaint, payments on the phone, and what needs somebody. */
export async function today(life: Life, stack: Stack, origin: string): Promise<void> {
  const [first, ...others] = life.payers
  if (first === undefined) return
  life.past.now = life.present
  const visit = await PortalVisit.begin(stack, origin, first.phone)
  await complaintsNow(life, first, visit)
  for (const [i, owner] of others.entries()) {
    // The provider reports another amount for the last of them: a cashier has to decide.
    const behaviour = i === others.length - 1 ? oddAmount : undefined
    await payOnline(life, await PortalVisit.begin(stack, origin, owner.phone), owner, behaviour)
  }
  life.past.now = life.present
  for (const job of ['complaint_clocks', 'complaint_revisits']) await life.past.run(job)
}

const oddAmount = { notice: 'wrong_amount', query: 'wrong_amount', amountFen: 100 }

async function payOnline(
  { past }: Life,
  visit: PortalVisit,
  owner: LivingOwner,
  behaviour?: object,
): Promise<void> {
  const open = await myOpenBills(past.asOwner(owner.id), owner.id)
  const billIds = open.map(({ id }) => id)
  if (billIds.length > 0) await visit.pay(billIds, behaviour)
}

/** One complaint at each step, one past its term, and one that did not content its owner. */
async function complaintsNow(life: Life, first: LivingOwner, visit: PortalVisit): Promise<void> {
  const categoryOf = await categoriesOf(life)
  const about = (i: number, owner?: LivingOwner, fileIds: string[] = []): Case => {
    const matter = matters[i % matters.length] ?? matters[0]
    const estate = owner?.estate ?? life.estates[i % life.estates.length] ?? first.estate
    return { estate, matter, owner, fileIds, categoryId: categoryOf(matter.code) }
  }
  const { present } = life
  await goUpTo(life, about(1, first, [await visit.photo(1)]), 'registered', present - 40 * 60_000)
  await goUpTo(
    life,
    about(0, first, [await visit.photo(2), await visit.photo(3)]),
    'replied',
    present - 20 * hour,
  )
  await goUpTo(life, about(2), 'judged', present - 5 * hour)
  await goUpTo(life, about(3), 'investigated', present - 8 * hour)
  await goUpTo(life, about(4), 'assigned', present - 10 * hour)
  await goUpTo(life, about(5, life.payers[2]), 'planned', present - 12 * hour)
  await goUpTo(life, about(6), 'revisited', present - 26 * hour)
  // Twelve days hold more than three working days whatever holidays lie in between.
  await goUpTo(life, about(7, life.payers[1]), 'judged', present - 12 * day)
  const again = await goUpTo(life, about(9), 'replied', present - 2 * day)
  await recordRevisit(life.past.as(life.staff.desk, 'front_desk'), {
    requestId: life.past.requestId(),
    complaintId: again,
    revisitId: life.past.id('rvst'),
    channel: 'phone',
    outcome: 'dissatisfied',
    rating: 2,
    words: '异响又出现了，没有彻底修好。',
  })
  await life.past.settle()
}

/** Takes a complaint that came in at `from` (epoch ms) up to a step, an hour or less after the other. @returns its id */
async function goUpTo(life: Life, about: Case, last: CourseStep, from: number): Promise<string> {
  const { past } = life
  past.now = from
  const { complaintId, steps } = courseOf(life, about)
  for (const [step, happen] of steps) {
    await happen()
    await past.settle()
    if (step === last) break
    past.now += 25 * 60_000
  }
  return complaintId
}
