import { listCategories } from '@heju/core/desk/complaints'
import { addDays, firstDay, instantOf, type Period } from '@heju/kernel'
import { courseOf, matters, type Case } from './complaint-course.ts'
import type { EstatePlan } from './estates.ts'
import type { Life } from './life.ts'

/** When each step is taken: how many days after the first, and how many more when the term is missed. */
const timetable = {
  registered: { day: 0, late: 0, time: '10:20' },
  judged: { day: 0, late: 2, time: '15:10' },
  investigated: { day: 0, late: 6, time: '16:00' },
  assigned: { day: 0, late: 6, time: '16:20' },
  planned: { day: 0, late: 6, time: '17:00' },
  replied: { day: 1, late: 6, time: '11:00' },
  revisited: { day: 4, late: 6, time: '10:30' },
  closed: { day: 5, late: 6, time: '14:00' },
} as const
/** Of a hundred complaints, so many come from the portal when the estate's owners have accounts. */
const fromPortal = 45

/** The complaints of an estate's month, most of them gone through to the end. */
export async function complaintsOf(life: Life, period: Period): Promise<void> {
  const { chance } = life
  const categoryOf = await categoriesOf(life)
  for (const estate of life.estates) {
    const owners = life.owners.filter((owner) => owner.estate === estate)
    const count = Math.max(1, Math.round((estate.plan.complaints * sizeOf(estate.plan)) / 100))
    for (let i = 0; i < count; i++) {
      const matter = chance.pick(matters)
      const owner = owners.length > 0 && chance.percent(fromPortal) ? chance.pick(owners) : undefined
      const about = { estate, matter, owner, categoryId: categoryOf(matter.code) }
      await goThrough(life, about, period, chance.between(8, 24))
    }
  }
}

/** Which category a matter belongs to. */
export async function categoriesOf({ past, staff }: Life): Promise<(code: string) => string> {
  const categories = await listCategories(past.as(staff.desk, 'front_desk'))
  const idOf = new Map(categories.map(({ code, id }) => [code, id]))
  return (code) => idOf.get(code) ?? categories[0]?.id ?? ''
}

async function goThrough(life: Life, about: Case, period: Period, day: number): Promise<void> {
  const { past, chance, present } = life
  const late = !chance.percent(about.estate.plan.answeredInTime)
  const before = past.now
  for (const [step, happen] of courseOf(life, about).steps) {
    const { day: after, late: later, time } = timetable[step]
    const moment = instantOf(addDays(firstDay(period), day - 1 + after + (late ? later : 0)), time)
    if (moment >= present) break
    past.now = moment
    await happen()
    await past.settle()
  }
  past.now = before
}

function sizeOf({ buildings }: EstatePlan): number {
  return buildings.reduce(
    (sum, { units, floors, perFloor }) => sum + Math.max(1, units.length) * floors * perFloor,
    0,
  )
}
