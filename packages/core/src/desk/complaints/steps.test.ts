import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { anyhow, freshRequestId } from '../../testing.ts'
import { getComplaint } from './index.ts'
import { complaintStates, transitions, type ComplaintState } from './rules.ts'
import { change, moveOn } from './steps.ts'
import { complaints } from './tables.ts'
import { deskRegisters, rowOf, scene } from './testing.ts'

/** The shortest way from registration to a state. */
function wayTo(state: ComplaintState): ComplaintState[] {
  const ways = new Map<ComplaintState, ComplaintState[]>([['registered', []]])
  for (const [from, way] of ways)
    for (const to of transitions[from]) if (!ways.has(to)) ways.set(to, [...way, to])
  return ways.get(state) ?? []
}

/** What a state needs to be true beside its name. */
const facts: Partial<Record<ComplaintState, object>> = { replied: { repliedAt: 1 }, closed: { closedAt: 2 } }

async function take(ctx: Ctx, id: string, to: ComplaintState, as?: ComplaintState): Promise<void> {
  const row = await rowOf(ctx, id)
  await ctx.write(
    'test.step',
    { requestId: freshRequestId() },
    (write) => {
      moveOn(ctx, write, { ...row, state: as ?? row.state }, to, { set: facts[to] ?? {} })
      return null
    },
    anyhow,
  )
}

describe('from every state to every state', () => {
  test('a complaint goes where the table says and nowhere else, by the verb, the UPDATE and the trigger', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    const put = (id: string, state: ComplaintState) =>
      desk.db.orm
        .update(complaints)
        .set({ state, ...facts[state] })
        .where(eq(complaints.id, id))
    const reach = async (state: ComplaintState) => {
      const id = await deskRegisters(place, desk)
      for (const step of wayTo(state)) await put(id, step)
      return id
    }
    for (const from of complaintStates) {
      const id = await reach(from)
      for (const to of complaintStates) {
        if (transitions[from].includes(to)) {
          await take(desk, await reach(from), to)
          continue
        }
        await expect(take(desk, id, to)).rejects.toMatchObject({ code: 'complaints.step_out_of_order' })
        // Somebody who believes it to be in a state from which the step would be right.
        const believed = complaintStates.find((state) => state !== from && transitions[state].includes(to))
        if (believed !== undefined)
          await expect(take(desk, id, to, believed)).rejects.toMatchObject({ code: 'complaints.moved' })
        await expect(put(id, to), `${from} to ${to}`).rejects.toMatchObject({
          cause: { message: expect.stringContaining('in order') },
        })
        expect((await rowOf(desk, id)).state).toBe(from)
      }
    }
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
