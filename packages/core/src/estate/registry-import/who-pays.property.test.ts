import { firstDay, lastDay, newId, periodsFrom, type Id, type Period } from '@heju/kernel'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { payersOf, type Agreement, type Occupant } from '../../fees/billing/payers.ts'
import { as, freshRequestId, testCtx } from '../../testing.ts'
import { createProject } from '../projects/index.ts'
import { answerImport, applyImport, listPayers, previewImport } from './index.ts'
import type { ImportSummary } from './schemas.ts'
import { confirmAsItIs } from './testing.ts'

/*
 * Whatever lists of people say, in whatever order they come: bills are made out as was shown, place by place and day by day,
 * or nothing was shown and one payer owes for all time, or nothing changed.
 */

const headings = {
  room: '楼栋,房号,姓名,手机号,关系,入住日期,搬离日期,共有人,租户',
  parking: '停车场,车位号,姓名,手机号,关系,开始日期,结束日期',
}
const people = ['张', '李', '王', '赵']
const day = fc.constantFrom(
  '',
  '',
  '',
  '2026-03-10',
  '2026-03-11',
  '2026-03-31',
  '2026-04-01',
  '2026年3月',
  '2026-05',
  '2025-12-31',
  '2026年3月底',
)
const row = fc.record({
  place: fc.constantFrom('101', '102'),
  who: fc.constantFrom(...people),
  phone: fc.boolean(),
  role: fc.constantFrom('业主', '业主', '业主', '', '共有人', '租户', '开发商', '家属'),
  from: day,
  to: day,
  coOwner: fc.constantFrom('', '', '', ...people),
  tenant: fc.constantFrom('', '', '', ...people),
})
const list = fc.record({
  kind: fc.constantFrom<'room' | 'parking'>('room', 'room', 'parking'),
  rows: fc.array(row, { minLength: 1, maxLength: 6 }),
  leave: fc.boolean(),
  agreed: fc.boolean(),
  /** The people of the list before, with other days. */
  again: fc.boolean(),
})
type List = typeof list extends fc.Arbitrary<infer T> ? T : never

/** Lists as they come one after the other. */
function inSequence(lists: readonly List[]): List[] {
  return lists.reduce<List[]>((all, one) => {
    const last = all.at(-1)
    if (last === undefined || !one.again) return [...all, one]
    const rows = last.rows.map((was, at) => {
      const { from, to, role } = one.rows[at % one.rows.length]!
      return { ...was, from, to, role: at === 0 ? role : was.role }
    })
    return [...all, { ...one, kind: last.kind, rows }]
  }, [])
}

function fileOf({ kind, rows }: List): Uint8Array {
  const lines = rows.map(({ place, who, phone, role, from, to, coOwner, tenant }) => {
    const own = ['1', place, who, phone ? `1371111000${people.indexOf(who)}` : '', role, from, to]
    return [...own, ...(kind === 'room' ? [coOwner, tenant] : [])].join()
  })
  return new TextEncoder().encode([headings[kind], ...lines].join('\n'))
}

let ctx: Ctx
beforeAll(async () => {
  ctx = await testCtx()
})
const months = periodsFrom('2025-11' as Period, '2026-07' as Period)

type Owed = [fromOn: string, toOn: string, payer: string | null, liable: string | null]
type Registry = Map<string, { rows: string; owed: Owed[] }>

/** Who owes each month of each place, by the registry as it is. */
async function registryOf(projectId: string): Promise<Registry> {
  const ask = async (sql: string) => (await ctx.db.client.execute({ sql, args: [projectId] })).rows
  const places =
    await ask(`SELECT 'room' AS kind, id, 'room|' || key AS place FROM rooms WHERE project_id = ?1
    UNION ALL SELECT 'parking', id, 'parking|' || key FROM parking_spaces WHERE project_id = ?1`)
  const there =
    await ask(`SELECT coalesce(o.room_id, o.parking_space_id) AS at, o.person_id AS personId, o.role, o.from_on AS fromOn,
    o.to_on AS toOn, p.name FROM occupancies o JOIN people p ON p.id = o.person_id WHERE p.project_id = ? ORDER BY o.id`)
  const agreed = await ask(
    'SELECT target_id AS at, person_id AS personId, from_on AS fromOn, to_on AS toOn FROM payer_agreements WHERE project_id = ?',
  )
  const names = new Map(there.map(({ personId, name }) => [personId, String(name)]))
  const named = (id: string | null) => (id === null ? null : names.get(id)!)
  return new Map(
    places.map(({ kind, id, place }) => {
      const own = there.filter(({ at }) => at === id)
      const agreements = agreed.filter(({ at }) => at === id) as unknown as Agreement[]
      const owed = months.flatMap((month) => {
        const days = { fromOn: firstDay(month), toOn: lastDay(month) }
        return payersOf(kind as 'room', days, own as unknown as Occupant[], agreements).map(
          ({ fromOn, toOn, personId, liablePersonId }): Owed => [
            fromOn,
            toOn,
            named(personId),
            named(liablePersonId),
          ],
        )
      })
      return [String(place), { rows: JSON.stringify(own), owed }]
    }),
  )
}

type Shown = Awaited<ReturnType<typeof listPayers>>['items'][number]

function owedAsShown(line: Shown['after']): Owed[] {
  return months.flatMap((month) =>
    line.flatMap(({ fromOn, toOn, payer, liable }): Owed[] => {
      const first = [fromOn ?? '', firstDay(month)].toSorted().at(-1)!
      const last = [toOn ?? '9999', lastDay(month)].toSorted()[0]!
      return first <= last ? [[first, last, payer, liable]] : []
    }),
  )
}

async function take(projectId: Id<'proj'>, told: List) {
  const importId = newId('imp', ctx.now)
  const asked = () => ({ requestId: freshRequestId(), importId })
  const fileName = '登记.csv'
  const say = (answers: { id: string; answer: string }[]) => answerImport(ctx, { ...asked(), answers })
  let found: ImportSummary = await previewImport(ctx, { ...asked(), projectId, fileName }, fileOf(told))
  const { items } = await listPayers(ctx, { importId })
  const left = told.leave ? items.slice(0, 1) : []
  const payers = found.questions.filter(({ about }) => about === 'payers')
  expect(payers).toHaveLength(Number(items.length > 0))
  const leave = left.map(({ place }) => ({ id: `place:${place}`, answer: 'leave' }))
  if (payers.length > 0) {
    await expect(confirmAsItIs(ctx, { ...asked(), leaveBadRows: true })).rejects.toMatchObject({
      code: 'registry_import.unanswered',
    })
    found = await say([...payers.map(({ id }) => ({ id, answer: 'right' })), ...leave])
  }
  expect(found.openQuestions).toBe(0)
  const anything = Object.values(found.counts).some(({ created, changed }) => created + changed > 0)
  if (anything) {
    await confirmAsItIs(ctx, { ...asked(), leaveBadRows: true })
    await applyImport(as(ctx, { kind: 'job', id: 'outbox' }), { importId })
  }
  return { items, left }
}

/** Somebody who is at a place pays for it by agreement. */
async function agree(projectId: string): Promise<void> {
  await ctx.db.client.execute({
    sql: `INSERT INTO payer_agreements (id, project_id, target_id, person_id, from_on, to_on, created_at)
      SELECT 'agr_' || o.id, ?1, coalesce(o.room_id, o.parking_space_id), o.person_id, '2026-02-10', '2026-04-20', 0 FROM occupancies o
      JOIN people p ON p.id = o.person_id WHERE p.project_id = ?1 AND NOT EXISTS (SELECT 1 FROM payer_agreements WHERE project_id = ?1)
      ORDER BY o.id DESC LIMIT 1`,
    args: [projectId],
  })
}

test('bills are made out as was shown, or to one payer for all time where nothing was', async () => {
  const seen = { shown: 0, throughout: 0, left: 0, assumed: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(list, { minLength: 1, maxLength: 3 }), async (lists) => {
      const projectId = newId('proj', ctx.now)
      await createProject(ctx, {
        requestId: freshRequestId(),
        projectId,
        name: `和居${projectId}`,
        type: 'residential',
      })
      let before: Registry = new Map()
      for (const told of inSequence(lists)) {
        const { items, left } = await take(projectId, told)
        const after = await registryOf(projectId)
        const lines = new Map(items.map((line) => [line.place, line]))
        for (const [place, { rows, owed }] of after) {
          const line = lines.get(place)
          const was = before.get(place)
          if (line && left.includes(line)) {
            expect(rows).toBe(was?.rows ?? '[]')
            seen.left += 1
          } else if (line) {
            expect(owed).toEqual(owedAsShown(line.after))
            if (was) expect(was.owed).toEqual(owedAsShown(line.before))
            seen.shown += 1
            if (line.after.some(({ fromAssumed }) => fromAssumed)) seen.assumed += 1
          } else if (JSON.stringify(owed) !== JSON.stringify(was?.owed) && rows !== (was?.rows ?? '[]')) {
            const payers = new Set(owed.map(([, , payer]) => payer))
            if (was === undefined && payers.size === 1 && payers.has(null)) continue
            expect([place, payers.size, payers.has(null)]).toEqual([place, 1, false])
            seen.throughout += 1
          }
        }
        if (told.agreed) await agree(projectId)
        before = await registryOf(projectId)
      }
    }),
    { numRuns: 60 },
  )
  // All of these happen.
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(0)
}, 240_000)
