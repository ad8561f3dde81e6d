import { listUnanswered, recordAnswer, type Scores } from '@heju/core/satisfaction'
import type { Chance } from './chance.ts'
import type { Life } from './months.ts'

const comments = [
  '保洁比上个月好。',
  '门岗很客气。',
  '希望夜间巡逻再多一些。',
  '报修来得快。',
  '车库灯有点暗。',
]

/** Households answer the open survey by phone, each estate as content as it is run. */
export async function answersOf({ past, estates, staff, chance }: Life): Promise<void> {
  for (const { plan, projectId } of estates) {
    const ctx = past.as(staff.desk, 'front_desk')
    for (let after: string | undefined; ;) {
      const page = await listUnanswered(ctx, { projectId, limit: 200, ...(after && { after }) })
      for (const { roundId, roomId } of page.items) {
        if (!chance.percent(plan.responds)) continue
        await recordAnswer(ctx, {
          requestId: past.requestId(),
          answerId: past.id('answ'),
          roundId,
          roomId,
          scores: scoresOf(plan.perceived, chance),
          loyalty: score(plan.perceived, chance),
          comment: chance.percent(12) ? chance.pick(comments) : '',
          channel: 'phone',
        })
      }
      if (page.next === null) break
      after = page.next
    }
  }
  await past.settle()
}

function scoresOf(perceived: number, chance: Chance): Scores {
  const one = () => ({ expected: chance.percent(70) ? 5 : 4, perceived: score(perceived, chance) })
  return {
    cleanliness: one(),
    quiet: one(),
    warmth: one(),
    attentiveness: one(),
    flexibility: one(),
    respect: one(),
  }
}

/** 1 to 5, around a mean. */
function score(mean: number, chance: Chance): number {
  const swing = chance.next() + chance.next() + chance.next() - 1.5
  return Math.min(5, Math.max(1, Math.round(mean + swing * 1.4)))
}
