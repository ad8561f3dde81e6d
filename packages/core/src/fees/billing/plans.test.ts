import { compile, type Statement } from '@heju/db'
import { slowSteps, plansOf } from '@heju/db/testing'
import { newId } from '@heju/kernel'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { productKey } from '../../product-keys.ts'
import { as, testCtx } from '../../testing.ts'
import { collectionFigures } from '../collection/index.ts'
import { targetKinds } from '../items/index.ts'
import { compareRun } from './compare-run.ts'
import { chargesOfPlace } from './charges-of-place.ts'
import { tariffNotFound } from './errors.ts'
import { addImportedTariffs, assignedByName, bringsUnderInUse, chargedBeside } from './import-tariffs.ts'
import { listPublicTariffs } from './list-public-tariffs.ts'
import { arrearsList } from './arrears-list.ts'
import { billList } from './bill-list.ts'
import { owedOfRoom } from './owed-bills.ts'
import { readRun } from './read-run.ts'
import { listTariffs } from './list-tariffs.ts'
import { outdatedStatements } from './outdated-drafts.ts'
import { previewScope } from './preview-scope.ts'
import { readTarget } from './read-target.ts'
import { readTariff } from './read-tariff.ts'
import { stepStatements } from './step-statements.ts'
import { targetNames } from './targets.ts'

let ctx: Ctx
beforeAll(async () => {
  ctx = await testCtx()
})

const projectId = newId('proj', 0)
const runId = newId('brun', 0)
const roomId = newId('room', 0)
const place = { kind: 'room', id: roomId } as const

/** What reads gather on their way: months side by side, what scopes say of a place. */
const scopesByDay = ['candidate', 'c', 'b', 'edge', 'won', 'w', 'o', 'cut', 'said']
const gathered = [...scopesByDay, 'each', 'first', 'p', 't', 'a', 'd', 'pairs', 'charged']
/** What a step gathers: prices of the month, what it has left, its days and shares. */
const ofStep = [
  'p',
  'billed_day',
  'touched',
  'free_day',
  'free',
  'q',
  's',
  'u',
  'charged',
  'owes',
  'd',
  'c',
  'e',
  'run_of_days',
  'part',
  'g',
  'priced',
  'whole',
  'taken',
  'cut',
  'k',
  'left_over',
]

test('what a workbook charges is found by each of its rows, and not by going through them for each room', async () => {
  const days = { fromOn: null, toOn: null }
  const kind = { name: '物业费', item: 'property', basis: 'area', priceE4: 25_000, additionFen: 0 } as const
  const assignments = ['物业费', '停车费'].map((tariffName) => ({ roomKey: '1|1', tariffName, fromOn: null }))
  const others = { 停车费: 'replace' } as const
  const terms = { ...kind, feeItem: 'property', endsOn: null } as const
  const plan = await plansOf(ctx.db, async () => {
    await assignedByName(ctx, projectId, ['物业费'], [{ roomKey: '1|1', buildingKey: '1', use: null }])
    await chargedBeside(ctx, projectId, assignments)
    await ctx.writeOnce(productKey('registry_import.apply_part', 'imp_1-1'), (write) => {
      const imported = { tariffs: [{ ...kind, ...days }], assignments, others, terms: { 物业费: terms } }
      addImportedTariffs(ctx, write, projectId, imported, {
        charged: tariffNotFound,
        differs: tariffNotFound,
        gone: tariffNotFound,
      })
      write.require(bringsUnderInUse(projectId, assignments, []), tariffNotFound)
      return null
    })
  })
  const named = plan.filter((step) => /^SEARCH [rf] /.test(step))
  expect(named.length).toBeGreaterThan(8)
  for (const step of named)
    expect(step).toMatch(/rooms_by_key \(project_id=\? AND key=\?\)|\(project_id=\? AND name=\?\)|\(id=\?\)/)
})

test('what is owed is found among open bills only, however many were paid, and added up by the index alone', async () => {
  const owed = 'INDEX bills_owed (project_id=? AND due_on<?)'
  const bills = await plansOf(ctx.db, () => billList.page(ctx, { projectId, owed: 'overdue' }))
  expect(bills.join()).toContain(`USING ${owed}`)
  for (const asked of [{}, { projectId }]) {
    const arrears = await plansOf(ctx.db, () => arrearsList.page(ctx, asked))
    // Once for the rows and once for their totals.
    expect(arrears.filter((step) => step === `SEARCH bills USING COVERING ${owed}`)).toHaveLength(2)
    // Names are looked up for the rows of the page alone.
    expect(arrears.indexOf('SCAN debts')).toBeLessThan(
      arrears.findIndex((step) => step.includes('SEARCH people')),
    )
  }
})

describe('nothing is read from end to end', () => {
  const reads: [string, () => Promise<unknown>][] = [
    ['what a room owes', () => owedOfRoom(ctx, roomId)],
    ['the page of a run', () => readRun(ctx, runId)],
    ['a run beside the month before', () => compareRun(ctx, runId)],
    ['billed and collected', () => collectionFigures(ctx, { from: '2026-01', to: '2026-11' } as never)],
    ['the page of a tariff', () => readTariff(ctx, newId('tariff', 0))],
    ['tariffs of a project', () => listTariffs(ctx, { projectId })],
    [
      'what a scope would charge',
      () => previewScope(ctx, { projectId, feeItem: 'property', basis: 'area', scope: { kind: 'project' } }),
    ],
    ['charges of a room', () => chargesOfPlace(ctx, place)],
    ['what owners are told of charges', () => listPublicTariffs(as(ctx, { kind: 'owner', id: 'ownr_1' }))],
    ['what decides the bill of one room', () => readTarget(ctx, place, '2026-11' as never)],
  ]
  test.each(reads)('%s', async (_name, read) => {
    const plan = await plansOf(ctx.db, read)
    expect(slowSteps(plan, { gathered })).toEqual([])
    // What is gathered is joined by an index that SQLite makes of it. Where it hangs on a row of the statement around it, it
    // makes none: 400 places that came since the last bills took 20 s.
    expect(plan.filter((step) => /^SCAN \w+ LEFT-JOIN$/.test(step))).toEqual([])
  })

  test.each([true, false])('a step of a run, others having billed: %s', async (others) => {
    await served(stepStatements({ ...step, othersBilled: others, agreements: others }))
  })

  test.each(targetKinds)('whether the drafts of a run are outdated: %s', async (kind) => {
    await served(outdatedStatements(step, targetNames[kind]))
  })

  const step = {
    run: { id: runId, projectId, period: '2026-11', dueOn: '2026-11-30' },
    after: roomId,
    upTo: '~',
    idPrefix: 'bill_01m81138r0abcde',
    now: 0,
    othersBilled: true,
    agreements: true,
  }
  async function served(statements: readonly unknown[]) {
    for (const statement of statements) {
      const { sql, args } = compile(statement as Statement) as { sql: string; args: never[] }
      const { rows } = await ctx.db.client.execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args })
      const plan = rows.map(({ detail }) => String(detail))
      expect(slowSteps(plan, { gathered: ofStep })).toEqual([])
      // Whatever is not in a list of several columns is looked for by going through the list, for each row.
      expect(plan.filter((detail) => detail.startsWith('LIST SUBQUERY'))).toEqual([])
    }
  }
})
