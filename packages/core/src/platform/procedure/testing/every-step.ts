import { eq, getTableName } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect } from 'vitest'
import type { Ctx } from '../../../context.ts'
import { anyhow, freshRequestId } from '../../../testing.ts'
import type { Procedure } from '../define-procedure.ts'
import type { MatterRow, Matters } from '../matters.ts'
import { stepsOf } from '../steps.ts'

interface Tried<Row extends MatterRow, Kind extends string> {
  matters: Matters<Row, Kind>
  /** Somebody who may take every step. */
  ctx: Ctx
  /** Makes a matter in its first state. */
  open: () => Promise<string>
  /** What a state needs to be true beside its name. */
  facts?: Partial<Record<Row['state'], object>>
}

/**
 * Tries from every state to go to every state, in all three places that hold a matter to its table: the verb, the state
 * that was read, and the trigger. Each kind of matter runs it.
 */
export async function tryEveryStep<Row extends MatterRow, Kind extends string>(
  tried: Tried<Row, Kind>,
): Promise<void> {
  const { matters, ctx, open, facts = {} } = tried
  const { procedure, table, errors } = matters
  const { stateNames, transitions } = procedure
  const of = (state: Row['state']): object => (facts as Partial<Record<string, object>>)[state] ?? {}
  const put = (id: string, state: Row['state']) =>
    ctx.db.orm
      .update(table)
      .set({ state, ...of(state) })
      .where(eq(table.id, id))
  const reach = async (state: Row['state']) => {
    const id = await open()
    for (const step of wayTo(procedure, state)) await put(id, step)
    return id
  }
  const take = (id: string, to: Row['state'], as?: Row['state']) => move(tried, id, to, of(to), as)
  for (const from of stateNames) {
    const id = await reach(from)
    for (const to of stateNames) {
      if (transitions[from].includes(to)) {
        const another = await reach(from)
        await take(another, to)
        expect((await rowOf(tried, another)).state).toBe(to)
        continue
      }
      await expect(take(id, to)).rejects.toMatchObject({ code: errors.outOfOrder.code })
      // Somebody who believes it to be in a state from which the step would be right.
      const believed = stateNames.find((state) => state !== from && transitions[state].includes(to))
      if (believed !== undefined)
        await expect(take(id, to, believed)).rejects.toMatchObject({ code: errors.moved.code })
      if (from !== to)
        await expect(put(id, to), `${from} to ${to}`).rejects.toMatchObject({
          cause: { message: expect.stringContaining('in order') as string },
        })
      expect((await rowOf(tried, id)).state).toBe(from)
    }
  }
}

/** The shortest way from the first state to another. */
function wayTo<State extends string>({ begins, transitions }: Procedure<State>, state: State): State[] {
  const ways = new Map<State, State[]>([[begins, []]])
  for (const [from, way] of ways)
    for (const to of transitions[from]) if (!ways.has(to)) ways.set(to, [...way, to])
  return ways.get(state) ?? []
}

interface Going {
  stateNames: readonly string[]
  transitions: Readonly<Record<string, readonly string[]>>
}

/** The trigger that holds a table to its procedure, as the migration of the table has it. */
export function orderTrigger({ procedure, table }: { procedure: Going; table: SQLiteTable }): string {
  const name = getTableName(table)
  const { stateNames, transitions } = procedure
  const pairs = stateNames.flatMap((from) => transitions[from]!.map((to) => `'${from}>${to}'`))
  return `CREATE TRIGGER ${name}_keep_order_of_states BEFORE UPDATE OF state ON ${name} WHEN NOT (OLD.state || '>' || NEW.state IN (${pairs.join(', ')})) BEGIN SELECT RAISE(ABORT, '${name} go through their states in order'); END`
}

async function rowOf<Row extends MatterRow, Kind extends string>(
  { ctx, matters }: Tried<Row, Kind>,
  id: string,
): Promise<Row> {
  const [row] = await ctx.db.orm.select().from(matters.table).where(eq(matters.table.id, id))
  return row as unknown as Row
}

async function move<Row extends MatterRow, Kind extends string>(
  tried: Tried<Row, Kind>,
  id: string,
  to: Row['state'],
  set: object,
  as?: Row['state'],
): Promise<void> {
  const { ctx, matters } = tried
  const row = await rowOf(tried, id)
  await ctx.write(
    'test.step',
    { requestId: freshRequestId() },
    (write) => {
      stepsOf(matters).moveOn(ctx, write, { ...row, state: as ?? row.state }, to, { set })
      return null
    },
    anyhow,
  )
}
