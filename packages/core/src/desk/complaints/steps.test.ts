import { describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { anyhow, freshRequestId } from '../../testing.ts'
import { getComplaint } from './index.ts'
import { tryEveryStep } from '../../platform/procedure/testing/every-step.ts'
import type { ComplaintState } from './rules.ts'
import { change, complaintMatters, moveOn } from './matters.ts'
import { deskRegisters, rowOf, scene } from './testing.ts'

async function take(ctx: Ctx, id: string, to: ComplaintState): Promise<void> {
  const row = await rowOf(ctx, id)
  await ctx.write(
    'test.step',
    { requestId: freshRequestId() },
    (write) => {
      moveOn(ctx, write, row, to)
      return null
    },
    anyhow,
  )
}

describe('a complaint', () => {
  test('goes from each state where the table says and nowhere else, by the verb, the UPDATE and the trigger', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    const facts = { replied: { repliedAt: 1 }, closed: { closedAt: 2 } }
    await tryEveryStep({
      matters: complaintMatters,
      ctx: desk,
      open: () => deskRegisters(place, desk),
      facts,
    })
  }, 60_000)

  test('of two who take the same step at once, one is told that the other was first', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    const id = await deskRegisters(place, desk)
    const both = await Promise.allSettled([take(desk, id, 'judged'), take(desk, id, 'judged')])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const { steps } = await getComplaint(desk, id)
    expect(steps.map(({ kind }) => kind)).toEqual(['registered', 'judged'])
  })

  test('what is decided about a state that has passed is not written', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    const id = await deskRegisters(place, desk)
    const seen = await rowOf(desk, id)
    await take(desk, id, 'judged')
    const late = desk.write(
      'test.change',
      { requestId: freshRequestId() },
      (write) => {
        change(desk, write, seen, { promisedAt: 1 })
        return null
      },
      anyhow,
    )
    await expect(late).rejects.toMatchObject({ code: 'complaints.moved' })
    expect((await rowOf(desk, id)).promisedAt).toBeNull()
  })
})
