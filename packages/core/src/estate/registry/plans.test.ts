import { describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { readExisting } from '../registry-import/existing.ts'
import { testCtx } from '../../testing.ts'
import { findCallers, getParkingSpace, getPerson, getRoom, listBuildings, listRoomsTwice } from './index.ts'

type Query = { sql: string; args: never[] }

/** How the database goes about every query that a verb sends. */
async function plansOf(verb: (ctx: Ctx) => Promise<unknown>): Promise<{ all: string[]; outer: string[] }> {
  const ctx = await testCtx()
  const sent: Query[] = []
  const { client } = ctx.db
  const [execute, batch] = [client.execute.bind(client), client.batch.bind(client)]
  Object.assign(client, {
    execute: (query: Query) => (sent.push(query), execute(query)),
    batch: (queries: Query[], mode: 'read') => (sent.push(...queries), batch(queries, mode)),
  })
  await verb(ctx).catch(() => undefined)
  const reads = sent.filter(({ sql }) => /^(select|with)/i.test(sql))
  expect(reads).not.toEqual([])
  const plans = await Promise.all(
    reads.map(({ sql, args }) => execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args })),
  )
  const steps = plans.flatMap(({ rows }) =>
    rows.map((row) => ({ detail: String(row['detail']), parent: Number(row['parent']) })),
  )
  return {
    all: steps.map(({ detail }) => detail),
    outer: steps.filter(({ parent }) => parent === 0).map(({ detail }) => detail),
  }
}

/** Tables read from end to end; what subqueries gathered, and what one row holds as JSON, may be. */
const readThrough = (plans: readonly string[]) =>
  plans.filter((line) => /^SCAN (?!\(|json_each|\w+ VIRTUAL TABLE|CONSTANT|w(?:alk)?$)/.test(line))

const projectId = 'proj_01jd8f5x3v9w7t2b6k4m8n0pqr'

describe('reads are served by indexes', () => {
  test.each<[string, (ctx: Ctx) => Promise<unknown>]>([
    ['buildings', (ctx) => listBuildings(ctx, projectId)],
    ['rooms that are on record twice', (ctx) => listRoomsTwice(ctx, projectId)],
    ['one room', (ctx) => getRoom(ctx, 'room_1')],
    ['one parking space', (ctx) => getParkingSpace(ctx, 'park_1')],
    ['one person', (ctx) => getPerson(ctx, 'pers_1')],
    ['what an import compares with', (ctx) => readExisting(ctx, projectId)],
  ])('%s', async (_what, verb) => {
    const { all } = await plansOf(verb)
    expect(readThrough(all)).toEqual([])
  })

  test.each([
    ['by number', '13812341234', ['person_phones_by_phone']],
    [
      'by last digits, or the number on the door',
      '1501',
      ['person_phones_by_last4', 'rooms_by_canonical_number'],
    ],
    ['by building, unit and number', '3-2-1501', ['rooms_by_key']],
    ['by building and number', '3-1501', ['rooms_by_key']],
    ['by name', '王女士', ['people_by_name']],
  ])('callers %s, of all projects', async (_what, search, indexes) => {
    const { all } = await plansOf((ctx) => findCallers(ctx, { search }))
    // A company's projects are few, and what was found is no table.
    expect(
      readThrough(all).filter((line) => !/^SCAN (projects|scope|m|meant|room_meant)$/.test(line)),
    ).toEqual([])
    for (const index of indexes) expect(all.join('\n')).toContain(index)
  })
})
