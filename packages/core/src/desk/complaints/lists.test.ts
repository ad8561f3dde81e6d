import { compile, type Statement } from '@heju/db'
import { plansOf } from '@heju/db/testing'
import { newId } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import { readXlsx } from 'hucre/xlsx'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { smallProject } from '../../estate/registry/testing.ts'
import { serviceLines } from '../../estate/service-lines/index.ts'
import { as, staff } from '../../testing.ts'
import { countWork } from '../../people/today/index.ts'
import { countsByLine, countsOf } from './complaint-figures.ts'
import {
  closeComplaint,
  complaintFigures,
  complaintFiguresWithSums,
  exportComplaintFigures,
  judgeNature,
  complaintList,
  listMyComplaintsSchema,
  tellOwner,
} from './index.ts'
import { complaintsOfOwner } from './my-complaints.ts'
import { views } from './list-schemas.ts'
import { openFeeComplaintsOf } from './open-fee-complaints.ts'
import { revisitsDue } from './prompt-revisits.ts'
import { lateOf } from '../../platform/procedure/index.ts'
import { complaintMatters } from './matters.ts'
import { complaintLadder } from './raise-overdue.ts'
import {
  ask,
  deskRegisters,
  handleUntilReply,
  harm,
  later,
  of,
  ownerComplains,
  planAndReply,
  rowOf,
  scene,
  summary,
  type Scene,
} from './testing.ts'

type ListComplaints = Parameters<typeof complaintList.page>[1]

const day = 24
let place: Scene
let desk: Ctx
beforeAll(async () => {
  place = await scene()
  desk = await place.works('front_desk')
})

async function ids(ctx: Ctx, filter: ListComplaints): Promise<string[]> {
  return (await complaintList.page(ctx, filter)).items.map(({ id }) => id)
}

describe('complaintList', () => {
  test('each view holds what it says, and nothing else', async () => {
    const there = await scene()
    const here = await there.works('front_desk')
    const worker = await there.works('worker')
    const silent = await ownerComplains(there, there.owner)
    const handled = await deskRegisters(there, later(here, 0.1), { handlerId: worker.actor.id })
    await judgeNature(worker, { ...of(handled), judgement: harm })
    await tellOwner(worker, { ...of(handled), ownerWords: '正在处理。' })
    const answered = await deskRegisters(there, later(here, 0.2))
    await handleUntilReply(here, answered)
    const done = await deskRegisters(there, later(here, 0.3))
    await handleUntilReply(here, done)
    await ask(here, done, 'satisfied')
    await closeComplaint(here, { ...of(done), ...summary })
    expect(await ids(here, { view: 'open' })).toEqual([answered, silent, handled])
    expect(await ids(here, { view: 'mine' })).toEqual([answered])
    expect(await ids(worker, { view: 'mine' })).toEqual([handled])
    expect(await ids(here, { view: 'received' })).toEqual([done, answered, handled])
    expect(await ids(here, { view: 'all' })).toEqual([done, answered, handled, silent])
    expect(await ids(here, { view: 'revisit' })).toEqual([answered])
    expect(await ids(here, { view: 'no_echo' })).toEqual([silent])
    expect(await ids(here, { view: 'unassigned' })).toEqual([silent])
    expect(await ids(here, { view: 'overdue' })).toEqual([])
    expect(await ids(later(here, day + 1), { view: 'overdue' })).toEqual([silent])
    expect(await ids(here, { view: 'due_today' })).toEqual([])
    expect(await ids(later(here, 10), { view: 'due_today' })).toEqual([silent])
    expect(await ids(here, { view: 'to_summarise' })).toEqual([])
    expect(await ids(here, { view: 'all', state: 'closed', major: 'false' })).toEqual([done])
    expect(await ids(here, { view: 'all', number: 'ts-20261122-0002' })).toEqual([handled])
    await expect(ids(worker, { view: 'open' })).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('what was answered in time is never overdue, however long its revisit and its summary wait', async () => {
    const there = await scene()
    const here = await there.works('front_desk')
    const answered = await deskRegisters(there, here)
    await handleUntilReply(here, answered)
    const asked = await deskRegisters(there, later(here, 0.1))
    await handleUntilReply(later(here, 0.1), asked)
    await ask(later(here, 1), asked, 'satisfied')
    const judged = await deskRegisters(there, later(here, 0.2))
    await judgeNature(later(here, 0.2), { ...of(judged), judgement: harm })
    const muchLater = later(here, 30 * day)
    expect(await ids(muchLater, { view: 'overdue' })).toEqual([judged])
    expect(await ids(muchLater, { view: 'revisit' })).toEqual([answered])
    expect(await ids(muchLater, { view: 'to_summarise' })).toEqual([asked])
    // In the three working days, what was begun in time is not late a day later.
    expect(await ids(later(here, day + 1), { view: 'overdue' })).toEqual([])
    const { items } = await complaintList.page(muchLater, { view: 'open' })
    const late = items.filter(({ clocks: { first, whole } }) =>
      [first, whole].some(({ stoppedAt, state }) => stoppedAt === null && state === 'missed'),
    )
    expect(late.map(({ id }) => id)).toEqual([judged])
  })

  test('promised news that are past hide no term: what is due today stands there until it is overdue', async () => {
    const there = await scene()
    const here = await there.works('front_desk')
    const id = await deskRegisters(there, here)
    await judgeNature(here, { ...of(id), judgement: harm })
    await tellOwner(here, { ...of(id), ownerWords: '正在处理。', nextUpdateAt: later(here, 5).now })
    const { wholeDueAt } = await rowOf(here, id)
    const at = (now: number) => as(here, here.actor, now)
    const seen = async (ctx: Ctx) => [
      await ids(ctx, { view: 'overdue' }),
      await ids(ctx, { view: 'due_today' }),
    ]
    const counted = async (ctx: Ctx) => {
      const counts = await countWork(ctx)
      return ['complaints_overdue', 'complaints_due_today'].map(
        (kind) => counts.find((one) => one.kind === kind)?.count,
      )
    }
    const hour = 60 * 60_000
    for (const [ctx, late, due] of [
      // The day of the news, before and after them, and the next day, when no term ends.
      [later(here, 4), [], [id]],
      [later(here, 6), [], []],
      [later(here, day), [], []],
      [at(wholeDueAt - hour), [], [id]],
      [at(wholeDueAt), [], [id]],
      [at(wholeDueAt + 1), [id], []],
    ] as const) {
      expect(await seen(ctx)).toEqual([late, due])
      expect(await counted(ctx)).toEqual([late.length, due.length])
    }
  })

  test('pages put together are the list, in either order', async () => {
    for (let n = 0; n < 7; n++) await deskRegisters(place, later(desk, n))
    for (const view of ['open', 'all'] as const) {
      const whole = await ids(desk, { view })
      const seen: string[] = []
      for (let after: string | undefined; ;) {
        const page = await complaintList.page(desk, {
          view,
          limit: 3,
          ...(after === undefined ? {} : { after }),
        })
        seen.push(...page.items.map(({ id }) => id))
        if (page.next === null) break
        after = page.next
      }
      expect(seen).toEqual(whole)
      expect(seen.length).toBeGreaterThanOrEqual(7)
    }
  })

  test('who works in one project sees that project’s', async () => {
    const other = await smallProject(place.admin, '云顶公寓')
    const there = as(desk, staff('front_desk', [other.projectId]))
    expect(await ids(there, { view: 'all' })).toEqual([])
    await expect(ids(there, { view: 'all', projectId: place.projectId })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    const both = as(desk, staff('front_desk', [other.projectId, place.projectId]))
    expect((await ids(both, { view: 'all' })).length).toBeGreaterThan(0)
  })
})

describe('every list has its index', () => {
  async function plan(query: Statement): Promise<string> {
    const statement = compile(query) as { sql: string; args: never[] }
    const { rows } = await desk.db.client.execute({
      ...statement,
      sql: `EXPLAIN QUERY PLAN ${statement.sql}`,
    })
    return rows.map((row) => String(row.detail)).join('\n')
  }
  const found = (ctx: Ctx, filter: ListComplaints) =>
    plansOf(ctx.db, () => complaintList.page(ctx, filter)).then((lines) => lines.join('\n'))

  const byDue = views.filter((view) => view !== 'received' && view !== 'all')
  test.each(byDue)('view %s of a project, in the order of urgency', async (view) => {
    const at = await found(desk, { view, projectId: place.projectId })
    expect(at).toMatch(/SEARCH complaints USING INDEX complaints_(open_of_\w+|without_echo|open) /)
    expect(at).not.toContain('TEMP B-TREE')
    // What is late is found from the beginning of that order, and what is not due yet is not read.
    if (view === 'overdue' || view === 'due_today') expect(at).toContain('next_due_at<?')
  })

  test.each([
    ['of a project', () => ({ projectId: place.projectId }), 'complaints_of_project'],
    [
      'of a month',
      () => ({ projectId: place.projectId, month: '2026-11' }),
      'complaints_(of_project|by_month)',
    ],
    ['of a room', () => ({ roomId: newId('room', 1) }), 'complaints_of_room'],
    ['by number', () => ({ number: 'TS-20261122-0001' }), 'complaints_by_number'],
  ] as const)('what came in, %s', async (_, filter, index) => {
    expect(await found(desk, { view: 'all', ...filter() })).toMatch(
      new RegExp(`SEARCH complaints USING INDEX ${index}`),
    )
  })

  test('what came in, and what is open, of the whole company', async () => {
    const head = as(desk, staff('head_office'))
    const all = await found(head, { view: 'all' })
    expect(all).toContain('SCAN complaints USING INDEX complaints_by_time')
    const open = await found(head, { view: 'open' })
    expect(open).toContain('USING INDEX complaints_open')
    for (const at of [all, open]) expect(at).not.toContain('TEMP B-TREE')
  })

  test('an owner’s, by account, by phone and by person', async () => {
    const at = await plan(complaintsOfOwner(place.owner, parse(listMyComplaintsSchema, {})))
    expect(at).toContain('complaints_of_owner')
    expect(at).toContain('complaints_of_phone')
    expect(at).toContain('complaints_of_person')
    expect(at).not.toMatch(/SCAN complaints\b/)
  })

  test('what the schedule looks for', async () => {
    const [first, whole] = complaintLadder.clocks.map((clock) =>
      lateOf(desk, complaintMatters, complaintLadder, clock),
    )
    expect(await plan(first!)).toContain('complaints_to_raise_first (first_rung=? AND first_due_at<?)')
    expect(await plan(whole!)).toContain('complaints_to_raise_whole (whole_rung=? AND whole_due_at<?)')
    expect(await plan(revisitsDue(desk))).toContain('complaints_to_revisit')
  })

  test('what pauses reminders, and what the comparison counts', async () => {
    const query = sql`SELECT b.id FROM bills b WHERE NOT ${openFeeComplaintsOf(sql`b.payer_person_id`)}`
    const at = await plan(query)
    expect(at).toMatch(/complaints_(about_fees_)?of_person/)
    expect(at).toContain('complaints_about_fees_of_room')
    const counts = await plan(countsOf(desk, { from: '2026-11', to: '2026-11' }, 'all'))
    expect(counts).toContain('complaints_by_month')
    expect(await plan(countsByLine(desk, '2026-11', 'all'))).toContain('complaints_by_month')
  })
})

describe('complaintFigures', () => {
  test('counts by project and month, and each figure is the list behind it', async () => {
    const there = await scene()
    const here = await there.works('front_desk')
    const inTime = await deskRegisters(there, here)
    await handleUntilReply(here, inTime)
    const late = await deskRegisters(there, here)
    await handleUntilReply(later(here, 5 * day), late)
    const twice = await deskRegisters(there, here)
    await handleUntilReply(later(here, 5 * day), twice)
    await ask(later(here, 6 * day), twice, 'dissatisfied')
    await planAndReply(later(here, 6 * day), twice)
    const forgotten = await deskRegisters(there, here)
    const open = await deskRegisters(there, later(here, 5 * day))
    const now = later(here, 6 * day)
    const figures = await complaintFigures(now, { from: '2026-10', to: '2026-12' })
    expect(figures).toEqual([
      {
        projectId: there.projectId,
        month: '2026-11',
        complaints: 5,
        effective: 3,
        met: 1,
        missed: 3,
        running: 1,
        firstMet: 1,
        firstMissed: 3,
        reopened: 1,
        satisfied: 0,
        dissatisfied: 1,
        households: 1,
        perThousandE2: 500_000,
        // 5: 1.6235 to 11.6683 by every table; 1 of 4 by Wilson.
        perThousand: { lowE2: 162_348, highE2: 1_166_834 },
        onTimeE4: 2500,
        onTime: { lowE4: 455, highE4: 6994 },
      },
    ])
    const behind = { view: 'all', projectId: there.projectId, month: '2026-11' } as const
    const sorted = async (term: 'met' | 'missed' | 'running') =>
      (await ids(now, { ...behind, term })).toSorted()
    expect(await sorted('met')).toEqual([inTime])
    expect(await sorted('missed')).toEqual([late, twice, forgotten].toSorted())
    expect(await sorted('running')).toEqual([open])
    expect(await ids(now, { ...behind, nature: 'effective' })).toHaveLength(3)
  })

  test('a month in all has the households of projects in which nobody complained, and its rates follow from its own counts', async () => {
    const there = await scene()
    const here = await there.works('front_desk')
    await handleUntilReply(here, await deskRegisters(there, here))
    const quiet = await smallProject(there.admin, '云山里')
    for (const number of ['101', '102'])
      await quiet.give(await quiet.person(`业主${number}`), await quiet.room(number))
    const december = later(here, 10 * day)
    for (const _ of [1, 2]) await deskRegisters(there, december)
    const newer = await smallProject(later(there.admin, 10 * day), '秋水里')
    await newer.give(await newer.person('业主'), await newer.room('101'))
    const asked = { from: '2026-11', to: '2026-12' }
    const found = await complaintFiguresWithSums(later(there.admin, 10 * day), asked)
    expect(found.figures.map((row) => [row.month, row.projectId, row.households])).toEqual([
      ['2026-11', there.projectId, 1],
      ['2026-12', there.projectId, 1],
    ])
    // The last month, by the line of what was complained about; each of the eight stands there.
    expect(found.lines).toHaveLength(serviceLines.length)
    expect(found.lines.filter(({ complaints: count }) => count > 0)).toMatchObject([
      { serviceLine: 'building_equipment', complaints: 2, met: 0, missed: 0, running: 2, onTimeE4: null },
    ])
    expect(found.months).toMatchObject([
      {
        month: '2026-11',
        complaints: 1,
        met: 1,
        running: 0,
        households: 3,
        perThousandE2: 33_333,
        onTimeE4: 10_000,
      },
      {
        month: '2026-12',
        complaints: 2,
        met: 0,
        running: 2,
        households: 4,
        perThousandE2: 50_000,
        onTimeE4: null,
      },
    ])
  })

  test('come as the file of a month whose last row is the month in all, as the page has it', async () => {
    const there = await scene()
    const here = await there.works('front_desk')
    await handleUntilReply(later(here, 5 * day), await deskRegisters(there, here))
    await handleUntilReply(here, await deskRegisters(there, here))
    const quiet = await smallProject(there.admin, '云山里')
    for (const number of ['101', '102'])
      await quiet.give(await quiet.person(`业主${number}`), await quiet.room(number))
    const reader = later(there.admin, 6 * day)
    const linesOf = async (asked: { from: string; to: string }) => {
      const { bytes } = await exportComplaintFigures(reader, asked, 'zh-CN')
      const [headings = [], ...rows] = (await readXlsx(bytes)).sheets[0]?.rows ?? []
      const shown = ['投诉', '户数', '每千户投诉', '每千户投诉下限（95%）', '投诉按时答复率 (%)']
      const names = [...shown, '投诉按时答复率上限（95%） (%)']
      return rows.map((row) => names.map((name) => row[headings.indexOf(name)]))
    }
    const november = { from: '2026-11', to: '2026-11' }
    const [month] = (await complaintFiguresWithSums(reader, november)).months
    const all = [2, 3, 666.67, month!.perThousand!.lowE2 / 100, 50, month!.onTime!.highE4 / 100]
    expect((await linesOf(november)).at(-1)).toEqual(all)
    // Several months have the same households, and their intervals are no sums.
    await deskRegisters(there, later(here, 5 * day))
    const [, total] = await linesOf({ from: '2026-10', to: '2026-11' })
    expect(total).toEqual([3, null, null, null, 50, null])
  })

  test('come as a file in which counts are added up and the share in time follows, and that is on record', async () => {
    const there = await scene()
    const here = await there.works('front_desk')
    await handleUntilReply(here, await deskRegisters(there, here))
    await handleUntilReply(later(here, 5 * day), await deskRegisters(there, here))
    const asked = { from: '2026-10', to: '2026-12' }
    const file = await exportComplaintFigures(later(there.admin, 6 * day), asked, 'zh-CN')
    expect(file.fileName).toBe('投诉与时效-2026-10-2026-12.xlsx')
    const [headings, row, total] = (await readXlsx(file.bytes)).sheets[0]?.rows ?? []
    const shown = (cells: readonly unknown[] | undefined) =>
      ['月份', '投诉', '投诉按时答复率 (%)', '按时答复', '超过时限'].map(
        (name) => cells?.[headings!.indexOf(name)],
      )
    expect(shown(row)).toEqual(['2026-11', 2, 50, 1, 1])
    expect(shown(total)).toEqual(['合计', 2, 50, 1, 1])
    const audited = await there.admin.db.orm.all<{ detail: string }>(
      `SELECT detail_json AS detail FROM audit_log WHERE action = 'complaints.figures_exported'`,
    )
    expect(audited.map(({ detail }) => JSON.parse(detail) as object)).toMatchObject([
      { rows: 1, fromMonth: '2026-10', toMonth: '2026-12' },
    ])
    await expect(
      exportComplaintFigures(as(there.admin, staff('cashier')), asked, 'zh-CN'),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('every complaint is met, missed or running, one of the three', async () => {
    for (let hours = 0; hours < 8 * day; hours += 30) {
      const [figure] = await complaintFigures(later(desk, hours), { from: '2026-11', to: '2026-11' })
      expect((figure?.met ?? 0) + (figure?.missed ?? 0) + (figure?.running ?? 0)).toBe(figure?.complaints)
    }
  })

  test('up to two years, of the projects that one reads', async () => {
    await expect(complaintFigures(desk, { from: '2024-01', to: '2026-11' })).rejects.toMatchObject({
      fields: [{ path: 'to', code: 'complaints.field.months' }],
    })
    const elsewhere = as(desk, staff('project_manager', [newId('proj', 1)]))
    expect(await complaintFigures(elsewhere, { from: '2026-11', to: '2026-11' })).toEqual([])
  })
})

describe('openFeeComplaintsOf', () => {
  const disputed = async (ctx: Ctx, personId: string) => {
    const [row] = await ctx.db.orm.all<{ open: number }>(
      sql`SELECT ${openFeeComplaintsOf(sql`p.id`)} AS open FROM people p WHERE p.id = ${personId}`,
    )
    return row?.open === 1
  }

  test('an owner’s complaint about fees pauses reminders until it is closed; others do not', async () => {
    const there = await scene()
    const here = await there.works('front_desk')
    await ownerComplains(there, there.owner, { categoryId: there.category('lift') })
    expect(await disputed(here, there.personId)).toBe(false)
    const id = await ownerComplains(there, there.owner, { categoryId: there.category('fees') })
    expect(await disputed(here, there.personId)).toBe(true)
    await handleUntilReply(here, id)
    await ask(here, id, 'satisfied')
    expect(await disputed(here, there.personId)).toBe(true)
    await closeComplaint(here, { ...of(id), ...summary })
    expect(await disputed(here, there.personId)).toBe(false)
  })

  test('one of which only the room is known counts for who has the room', async () => {
    const there = await scene()
    const here = await there.works('front_desk')
    await deskRegisters(there, here, { personId: undefined, categoryId: there.category('fees') })
    expect(await disputed(here, there.personId)).toBe(true)
  })
})
