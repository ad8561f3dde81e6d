import {
  answerSurvey,
  listOpenSurveys,
  unansweredList,
  recordAnswer,
  type Scores,
} from '@heju/core/insight/satisfaction'
import type { Chance } from './chance.ts'
import type { Life } from './life.ts'

const comments = [
  '保洁比上个月好。',
  '门岗很客气。',
  '希望夜间巡逻再多一些。',
  '报修来得快。',
  '车库灯有点暗。',
]

/** Households answer the open survey, each estate as content as it is run: in the portal, or when they are called. */
export async function answersOf(life: Life): Promise<void> {
  const { past, estates, staff, chance } = life
  const asked = await answersInPortal(life)
  for (const { plan, projectId } of estates) {
    const ctx = past.as(staff.desk, 'front_desk')
    for (let after: string | undefined; ;) {
      const page = await unansweredList.page(ctx, { projectId, limit: 200, ...(after && { after }) })
      for (const { roundId, roomId } of page.items) {
        if (asked.has(roomId) || !chance.percent(plan.responds)) continue
        await recordAnswer(ctx, { ...answer(life, plan.perceived), roundId, roomId, channel: 'phone' })
      }
      if (page.next === null) break
      after = page.next
    }
  }
  await past.settle()
}

/** @returns the rooms whose owners have seen the survey in the portal, answered or not */
async function answersInPortal(life: Life): Promise<Set<string>> {
  const { past, owners, chance } = life
  const asked = new Set<string>()
  for (const { id, estate } of owners) {
    const ctx = past.asOwner(id)
    for (const { roundId, roomId, answered } of await listOpenSurveys(ctx)) {
      asked.add(roomId)
      if (answered || !chance.percent(estate.plan.responds)) continue
      await answerSurvey(ctx, { ...answer(life, estate.plan.perceived), roundId, roomId })
    }
  }
  return asked
}

function answer({ past, chance }: Life, perceived: number) {
  return {
    requestId: past.requestId(),
    answerId: past.id('answ'),
    scores: scoresOf(perceived, chance),
    loyalty: score(perceived, chance),
    comment: chance.percent(12) ? chance.pick(comments) : '',
  }
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
