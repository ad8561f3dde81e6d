import { instantOf, newId, type CivilDate } from '@heju/kernel'
import { isNotNull } from 'drizzle-orm'
import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { beforeAll, describe, expect, test } from 'vitest'
import { bills } from '../../fees/billing/index.ts'
import { complaintCategorySeed, listCategories, registerComplaint } from '../../desk/complaints/index.ts'
import { handleUntilReply } from '../../desk/complaints/testing.ts'
import type { Ctx } from '../../context.ts'
import { createProject } from '../../estate/projects/index.ts'
import { serviceLines } from '../../estate/service-lines/index.ts'
import { as, freshRequestId, staff, testCtx } from '../../testing.ts'
import { changeOf, levelOf } from '../statistics/index.ts'
import { random, sampleOf, sharedOf, single, whole } from '../statistics/testing.ts'
import { dimensions, measures, type Dimension, type Measure } from './methodology.ts'
import {
  checkResults,
  compareProjects,
  answerList,
  exportComparison,
  readRound,
  exportTrend,
  readTrend,
  saveSurveySettings,
  usualSettings,
  type Scores,
} from './index.ts'
import { surveyAnswers, surveyHouseholds } from './tables.ts'
import { answerAs, runAt, surveyedProject, type SurveyedProject } from './testing.ts'

const at = (date: string, time = '10:00') => instantOf(date as CivilDate, time, 'Asia/Shanghai')
const [september, october] = ['2026-09', '2026-10']

/** Answers that differ around a level, each dimension around one of its own. */
function opinions(n: number, level: number, seed: number): Scores[] {
  const next = random(seed)
  const value = (about: number) => Math.max(1, Math.min(5, Math.round(about + (next() - 0.5) * 2)))
  return Array.from(
    { length: n },
    () =>
      Object.fromEntries(
        dimensions.map((dimension, i) => [
          dimension,
          { expected: value(4.5 - i * 0.1), perceived: value(level + (i - 2.5) * 0.2) },
        ]),
      ) as Scores,
  )
}

/** What a household said of one measure. */
function said(given: Scores, measure: Measure) {
  const of: readonly Dimension[] = measure === 'all' ? dimensions : [measure]
  return {
    x: of.reduce((sum, dimension) => sum + given[dimension].expected, 0),
    y: of.reduce((sum, dimension) => sum + given[dimension].perceived, 0),
  }
}
const sampleFor = (all: readonly Scores[], measure: Measure) =>
  sampleOf(
    all.map((given) => said(given, measure)),
    measure === 'all' ? whole : single,
  )

let ctx: Ctx
let lake: SurveyedProject
let tower: SurveyedProject
let villas: SurveyedProject
let gardens: SurveyedProject
let bareId: string
const lakeSaid = { [september]: opinions(40, 3.2, 1), [october]: opinions(45, 4.4, 2) }

/** Two months of life: a good project, one as good, a bad one, one with few answers, one with no households. */
beforeAll(async () => {
  ctx = await testCtx({ now: at('2026-09-20') })
  lake = await surveyedProject(ctx, '翠湖花园', 60)
  tower = await surveyedProject(ctx, '望江大厦', 60)
  villas = await surveyedProject(ctx, '云栖别院', 60)
  gardens = await surveyedProject(ctx, '松山家园', 60)
  bareId = newId('proj', ctx.now)
  await createProject(ctx, { requestId: freshRequestId(), projectId: bareId, name: '空地', type: 'office' })
  await month(september, '2026-10', [lakeSaid[september] ?? [], opinions(40, 4.4, 3), [], []])
  await month(october, '2026-11', [
    lakeSaid[october] ?? [],
    opinions(40, 4.35, 4),
    opinions(40, 2.5, 5),
    opinions(9, 4.4, 6),
  ])
  await complain()
  await bill(lake, 300_00, 150_00)
  await bill(lake, 100_00, 100_00)
  ctx = as(ctx, staff('head_office'), at('2026-11-22'))
})

async function month(period: string, held: string, given: Scores[][]): Promise<void> {
  await runAt(ctx, at(`${held}-03`))
  for (const [i, project] of [lake, tower, villas, gardens].entries())
    await answerAs(as(ctx, ctx.actor, at(`${held}-05`)), project, period, given[i] ?? [])
  await runAt(ctx, at(`${held}-18`, '24:00'))
}

/** Two complaints of October at the lake, one of them replied to at once. */
async function complain(): Promise<void> {
  await complaintCategorySeed.seed(as(ctx, { kind: 'job', id: 'provision' }))
  const manager = as(ctx, staff('project_manager', 'all', newId('stf', ctx.now)), at('2026-10-14'))
  const [category] = (await listCategories(manager)).filter(({ code }) => code === 'lift')
  const ids = [newId('cmpl', manager.now), newId('cmpl', manager.now)]
  for (const complaintId of ids) {
    await registerComplaint(manager, {
      requestId: freshRequestId(),
      complaintId,
      projectId: lake.projectId,
      roomId: lake.roomIds[0] ?? '',
      categoryId: category?.id ?? '',
      channel: 'phone',
      text: '电梯早上停了半小时，老人上不了楼。',
    })
  }
  await handleUntilReply(manager, ids[0] ?? '')
}

async function bill(project: SurveyedProject, amountFen: number, paidFen: number): Promise<void> {
  const days = { period: october ?? '', fromOn: '2026-10-01', toOn: '2026-10-31', days: 31, wholeDays: 31 }
  await ctx.db.orm.insert(bills).values({
    id: newId('bill', ctx.now),
    projectId: project.projectId,
    roomId: project.roomIds[paidFen === amountFen ? 1 : 0] ?? '',
    tariffId: 'tarf_x',
    priceId: 'tprc_x',
    feeItem: 'property',
    ...days,
    payerPersonId: 'pers_x',
    quantityE2: 100,
    wholeFen: amountFen,
    amountFen,
    paidFen,
    dueOn: '2026-10-31',
    state: 'published',
    createdAt: ctx.now,
  })
}

describe('compareProjects', () => {
  test('ranks who answered enough, says who cannot be told apart, and shows the others beside', async () => {
    const { ranked, unranked, provisional, period } = await compareProjects(ctx, {})
    expect({ period, provisional }).toEqual({ period: october, provisional: false })
    expect(ranked.map(({ name, rank }) => [name, rank?.from, rank?.to, rank?.of, rank?.tied])).toEqual([
      ['望江大厦', 1, 2, 3, true],
      ['翠湖花园', 1, 2, 3, true],
      ['云栖别院', 3, 3, 3, false],
    ])
    expect(ranked[0]?.rank?.alike).toEqual([lake.projectId])
    expect(unranked.map(({ name, unrankedBecause: why, answers }) => [name, why, answers])).toEqual([
      ['松山家园', 'too_few_answers', 9],
      ['空地', 'no_round', 0],
    ])
    expect(unranked[0]?.figures[0]?.index).not.toBeNull()
  })

  test('service lines have the complaints and the answers of the projects that are seen, and each its own questions', async () => {
    const figuresOf = async (reader: Ctx) => {
      const { lines } = await compareProjects(reader, {})
      return Object.fromEntries(lines.map(({ serviceLine, ...figures }) => [serviceLine, figures]))
    }
    const mine = await figuresOf(as(ctx, staff('project_manager', [lake.projectId])))
    expect(Object.keys(mine)).toEqual([...serviceLines])
    expect(mine['building_equipment']).toMatchObject({
      complaints: 2,
      met: 1,
      missed: 1,
      onTimeE4: 5_000,
      satisfaction: null,
    })
    const answers = lakeSaid[october ?? ''] ?? []
    const found = (asked: readonly Dimension[]) => {
      const marks = answers.flatMap((given) => asked.map((one) => given[one]))
      const [x, y] = (['expected', 'perceived'] as const).map((side) =>
        marks.reduce((sum, mark) => sum + mark[side], 0),
      )
      return { valueE2: Math.round(((y ?? 0) * 10_000) / (x ?? 1)), answered: answers.length }
    }
    expect(mine['cleaning']).toMatchObject({ complaints: 0, satisfaction: found(['cleanliness']) })
    expect(mine['customer_service']?.satisfaction).toEqual(
      found(['warmth', 'attentiveness', 'flexibility', 'respect']),
    )
    const theirs = await figuresOf(as(ctx, staff('project_manager', [tower.projectId])))
    expect(theirs['building_equipment']?.complaints).toBe(0)
    expect((await figuresOf(ctx))['cleaning']?.satisfaction?.answered).toBeGreaterThan(answers.length)
  })

  test.each(measures)('each figure is what the answers come to: %s', async (measure) => {
    const { ranked } = await compareProjects(ctx, { period: october ?? '' })
    const row = ranked.find(({ projectId }) => projectId === lake.projectId)
    const answers = lakeSaid[october ?? ''] ?? []
    const sample = sampleFor(answers, measure)
    const level = levelOf(sample, { persons: 60, households: 60 })
    expect(row).toMatchObject({
      households: 60,
      persons: 60,
      answers: 45,
      answered: 45,
      responseRateE4: 7500,
    })
    const figure = row?.figures.find((each) => each.measure === measure)
    expect(figure).toMatchObject({
      index: {
        valueE2: Math.round((level?.value ?? 0) * 100),
        lowE2: Math.floor((level?.interval?.low ?? 0) * 100),
        highE2: Math.ceil((level?.interval?.high ?? 0) * 100),
      },
      scoreE2: Math.round((sample.sums.y * 10_000) / (45 * sample.scale.most)),
      low: answers.filter((given) =>
        (measure === 'all' ? dimensions : [measure]).some((each) => given[each].perceived <= 2),
      ).length,
    })
  })

  test.each(measures)('the change against last month counts who answered both times: %s', async (measure) => {
    const { ranked } = await compareProjects(ctx, {})
    const [before = [], now = []] = [september, october].map((period) => lakeSaid[period ?? ''])
    const change = changeOf(
      sampleFor(now, measure),
      sampleFor(before, measure),
      sharedOf(
        before.map((earlier, i) => ({
          before: said(earlier, measure),
          now: said(now[i] ?? earlier, measure),
        })),
      ),
    )
    const row = ranked.find(({ projectId }) => projectId === lake.projectId)
    expect(row?.figures.find((each) => each.measure === measure)?.change).toEqual({
      valueE2: Math.round((change?.value ?? 0) * 100),
      lowE2: Math.floor((change?.interval.low ?? 0) * 100),
      highE2: Math.ceil((change?.interval.high ?? 0) * 100),
      significant: true,
    })
  })

  test('says of all changes together how many are beyond chance; nobody had answered the villas before', async () => {
    const { ranked, changes } = await compareProjects(ctx, {})
    expect(changes).toEqual({ compared: 14, found: 7, falseAtMost: 1, uncorrected: 1 })
    const of = (name: string) => ranked.find((row) => row.name === name)?.figures.map(({ change }) => change)
    expect(of('望江大厦')?.some((change) => change?.significant)).toBe(false)
    expect(of('云栖别院')?.every((change) => change === null)).toBe(true)
  })

  test('complaints, time kept and money collected stand beside', async () => {
    const { ranked, unranked } = await compareProjects(ctx, {})
    const row = ranked.find(({ projectId }) => projectId === lake.projectId)
    expect(row).toMatchObject({
      complaints: {
        count: 2,
        effective: 1,
        households: 60,
        // 2 of 60: exactly 0.2422 to 7.2247 for each thousandth.
        perThousandE2: 3333,
        perThousand: { lowE2: 403, highE2: 12042 },
        met: 1,
        missed: 1,
        onTimeE4: 5000,
        onTime: { lowE4: 945, highE4: 9055 },
        beyond: null,
        model: { discontent: 50, silent: 48, lost: 44 },
      },
      // Due on the last of October: what is compared is measured thirty days later.
      collection: {
        billedFen: 400_00,
        collectedFen: 250_00,
        rateE4: 6250,
        dueOn: '2026-10-31',
        measuredOn: '2026-11-30',
        measured: null,
      },
    })
    expect(unranked.at(-1)).toMatchObject({
      complaints: { count: 0, perThousandE2: null, onTimeE4: null },
      collection: null,
    })
  })

  test('complaints are set against the households of the month, also where there was no survey', async () => {
    const manager = as(ctx, staff('project_manager', 'all', newId('stf', ctx.now)), at('2026-08-14'))
    const [category] = (await listCategories(manager)).filter(({ code }) => code === 'lift')
    await registerComplaint(manager, {
      requestId: freshRequestId(),
      complaintId: newId('cmpl', manager.now),
      projectId: tower.projectId,
      roomId: tower.roomIds[0] ?? '',
      categoryId: category?.id ?? '',
      channel: 'phone',
      text: '电梯停了。',
    })
    const { unranked, ranked } = await compareProjects(ctx, { period: '2026-08' })
    expect(ranked).toEqual([])
    const row = unranked.find(({ projectId }) => projectId === tower.projectId)
    expect(row).toMatchObject({
      unrankedBecause: 'no_round',
      complaints: { count: 1, households: 60, perThousandE2: 1667 },
    })
  })

  test('a project that was taken on since is no part of a month that was over then, however long its owners are there', async () => {
    const { ranked, unranked } = await compareProjects(ctx, { period: '2026-07' })
    expect([...ranked, ...unranked]).toEqual([])
    // Its complaint above says that it was in care then.
    const august = await compareProjects(ctx, { period: '2026-08' })
    expect(august.unranked.map(({ name }) => name)).toEqual(['望江大厦'])
    const inSeptember = await compareProjects(ctx, { period: '2026-09' })
    expect([...inSeptember.ranked, ...inSeptember.unranked]).toHaveLength(5)
  })

  test('takes one round trip, whatever the number of projects and answers', async () => {
    const before = ctx.db.trips.count
    await compareProjects(ctx, {})
    expect(ctx.db.trips.count - before).toBe(1)
  })

  test('a manager compares their own projects only; who may not compare is refused', async () => {
    const manager = as(ctx, staff('project_manager', [tower.projectId, bareId]))
    const { ranked, unranked } = await compareProjects(manager, {})
    expect(ranked.map(({ name }) => name)).toEqual(['望江大厦'])
    // The place is the same as head office sees it; the others stay unnamed.
    expect(ranked[0]?.rank).toEqual({ from: 1, to: 2, of: 3, tied: true, alike: [] })
    expect(unranked.map(({ name }) => name)).toEqual(['空地'])
    await expect(compareProjects(as(ctx, staff('cashier')), {})).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('an open month is calculated as it stands and marked as provisional', async () => {
    const open = await testCtx({ now: at('2026-10-20') })
    const project = await surveyedProject(open, '翠湖花园', 40)
    await runAt(open, at('2026-11-03'))
    const during = as(open, open.actor, at('2026-11-05'))
    const given = opinions(25, 4, 9)
    await answerAs(during, project, october ?? '', given)
    const live = await compareProjects(during, {})
    expect(live).toMatchObject({ provisional: true, ranked: [{ state: 'open', answers: 25 }] })
    await runAt(open, at('2026-11-19'))
    const closed = await compareProjects(as(open, open.actor, at('2026-11-20')), {})
    expect(closed.ranked[0]).toEqual({ ...live.ranked[0], state: 'closed' })
    expect(closed.provisional).toBe(false)
  })

  test('figures of the market are shown to who asks for them, with their source', async () => {
    expect((await compareProjects(ctx, {})).market).toEqual([])
    const other = await testCtx()
    await saveSurveySettings(other, { ...usualSettings, showMarket: true, requestId: freshRequestId() })
    expect((await compareProjects(other, {})).market).toMatchObject([
      { key: 'national', scoreE2: 7310, source: '中指研究院', year: 2024 },
      { key: 'benchmark', scoreE2: 9010 },
    ])
  })
})

describe('an owner of several rooms', () => {
  test('is one who was asked, one who answered, and one in both months', async () => {
    const own = await testCtx({ now: at('2026-09-20') })
    const estate = await surveyedProject(own, '租赁公寓', 40)
    // Five rooms are one owner's.
    await own.db.client.execute({
      sql: `UPDATE occupancies SET person_id = (SELECT person_id FROM occupancies WHERE room_id = ?)
        WHERE room_id IN (SELECT value FROM json_each(?))`,
      args: [estate.roomIds[0] ?? '', JSON.stringify(estate.roomIds.slice(0, 5))],
    })
    const given = [opinions(34, 4.2, 31), opinions(36, 3.9, 32)] as const
    const answering = {
      ...estate,
      ownerIds: estate.ownerIds.map((id, i) => (i < 5 ? (estate.ownerIds[0] ?? '') : id)),
    }
    for (const [i, period] of ([september, october] as const).entries()) {
      const held = ['2026-10', '2026-11'][i] ?? ''
      await runAt(own, at(`${held}-03`))
      await answerAs(as(own, own.actor, at(`${held}-05`)), answering, period ?? '', given[i] ?? [])
      await runAt(own, at(`${held}-18`, '24:00'))
    }
    const { ranked } = await compareProjects(as(own, own.actor, at('2026-11-22')), { period: october ?? '' })
    for (const measure of measures) {
      const byPerson = (all: readonly Scores[]) => {
        const rooms = all.map((each) => said(each, measure))
        const held = rooms.slice(0, 5).reduce((sum, { x, y }) => ({ x: sum.x + x, y: sum.y + y }))
        return [held, ...rooms.slice(5)]
      }
      const [before, now] = [byPerson(given[0]), byPerson(given[1])]
      const sample = (persons: typeof now, answers: number) => ({
        ...sampleOf(persons, measure === 'all' ? whole : single),
        answers,
      })
      const level = levelOf(sample(now, 36), { persons: 36, households: 40 })
      const change = changeOf(
        sample(now, 36),
        sample(before, 34),
        sharedOf(before.map((earlier, i) => ({ before: earlier, now: now[i] ?? earlier }))),
      )
      expect(ranked[0]).toMatchObject({ households: 40, persons: 36, answers: 36, answered: 32 })
      expect(ranked[0]?.figures.find((each) => each.measure === measure)).toMatchObject({
        index: {
          lowE2: Math.floor((level?.interval?.low ?? 0) * 100),
          highE2: Math.ceil((level?.interval?.high ?? 0) * 100),
        },
        change: {
          lowE2: Math.floor((change?.interval.low ?? 0) * 100),
          highE2: Math.ceil((change?.interval.high ?? 0) * 100),
        },
      })
    }
  })
})

describe('what a figure is made of', () => {
  test('a round shows how often each answer was given', async () => {
    const manager = as(ctx, staff('project_manager', [lake.projectId]))
    const round = await readRound(manager, { projectId: lake.projectId, period: october ?? '' })
    const given = lakeSaid[october ?? ''] ?? []
    const quiet = round.spreads.find(({ dimension }) => dimension === 'quiet')
    expect(quiet?.perceived).toEqual(
      [1, 2, 3, 4, 5].map((value) => given.filter((each) => each.quiet.perceived === value).length),
    )
    expect(round).toMatchObject({ answers: 45, channels: [{ channel: 'portal', answers: 45 }] })
    expect(round.figures.map(({ measure }) => measure)).toHaveLength(7)
    const other = { projectId: tower.projectId, period: october ?? '' }
    await expect(readRound(manager, other)).rejects.toMatchObject({ kind: 'forbidden' })
    const none = { projectId: bareId, period: october ?? '' }
    await expect(readRound(ctx, none)).rejects.toMatchObject({ code: 'satisfaction.no_round' })
  })

  test('the trend goes from month to month', async () => {
    const points = await readTrend(ctx, {
      from: september ?? '',
      to: october ?? '',
      projectId: lake.projectId,
    })
    expect(
      points.map(({ period, answers, unrankedBecause, methodology }) => [
        period,
        answers,
        unrankedBecause,
        methodology,
      ]),
    ).toEqual([
      [september, 40, null, 1],
      [october, 45, null, 1],
    ])
    await expect(readTrend(ctx, { from: '2026-10', to: '2026-09' })).rejects.toMatchObject({
      fields: [{ path: 'to', code: 'satisfaction.field.months' }],
    })
    const manager = as(ctx, staff('project_manager', [tower.projectId]))
    expect(
      new Set((await readTrend(manager, { from: '2026-01', to: '2026-12' })).map((p) => p.projectId)),
    ).toEqual(new Set([tower.projectId]))
  })

  test('the trend as a file: a line for each month, nothing added up, on record, and not for a cashier', async () => {
    const asked = { from: september ?? '', to: october ?? '', projectId: lake.projectId }
    const file = await exportTrend(ctx, asked, 'zh-CN')
    const [headings, ...rows] = (await readXlsx(file.bytes)).sheets[0]?.rows ?? []
    const answers = headings?.indexOf('回答数') ?? -1
    expect(rows.map((row) => [row[0], row[answers]])).toEqual([
      [september, 40],
      [october, 45],
    ])
    const audited = await ctx.db.orm.all<{ detail: string }>(
      `SELECT detail_json AS detail FROM audit_log WHERE action = 'satisfaction.trend_exported'`,
    )
    expect(audited.map(({ detail }) => JSON.parse(detail) as object)).toMatchObject([
      { rows: 2, fromMonth: september, toMonth: october, measure: 'all' },
    ])
    await expect(exportTrend(as(ctx, staff('cashier')), asked, 'zh-CN')).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  test('calculated again, results come out the same; one that was meddled with does not', async () => {
    const checked = await checkResults(ctx, { period: october ?? '' })
    expect(checked).toHaveLength(4)
    expect(checked.every(({ intact }) => intact)).toBe(true)
    await ctx.db.client.execute('DROP TRIGGER survey_outcomes_keep_rows')
    const meddle = (by: number) =>
      ctx.db.client.execute({
        sql: `UPDATE survey_outcomes SET index_e2 = index_e2 + ? WHERE project_id = ? AND measure = 'all'`,
        args: [by, villas.projectId],
      })
    await meddle(500)
    const broken = (await checkResults(ctx, { period: october ?? '' })).filter(({ intact }) => !intact)
    expect(broken.map(({ projectId, differing }) => [projectId, differing])).toEqual([
      [villas.projectId, ['all']],
    ])
    await meddle(-500)
    // A result that was taken away is told as well.
    const takeAway = (row: string) =>
      ctx.db.client.execute({ sql: `UPDATE survey_outcomes ${row}`, args: [villas.projectId] })
    await takeAway(`SET period = '1999-01' WHERE measure = 'quiet' AND project_id = ?`)
    const [short] = (await checkResults(ctx, { period: october ?? '' })).filter(({ intact }) => !intact)
    expect(short).toMatchObject({ projectId: villas.projectId, differing: ['quiet'] })
    await takeAway(`SET period = '${october}' WHERE period = '1999-01' AND project_id = ?`)
    // And one of which nothing is left: the others alone would all agree.
    await takeAway(`SET period = '1999-01' WHERE period = '${october}' AND project_id = ?`)
    const without = await checkResults(ctx, { period: october ?? '' })
    expect(without).toHaveLength(4)
    expect(without.filter(({ intact }) => !intact)).toMatchObject([
      { projectId: villas.projectId, differing: ['all', ...dimensions] },
    ])
    const elsewhere = as(ctx, staff('project_manager', [tower.projectId]))
    expect((await checkResults(elsewhere, { period: october ?? '' })).every(({ intact }) => intact)).toBe(
      true,
    )
    await takeAway(`SET period = '${october}' WHERE period = '1999-01' AND project_id = ?`)
  })
})

describe('exports', () => {
  test('the comparison is a table of the same figures, in the language of the reader', async () => {
    const { bytes, fileName } = await exportComparison(ctx, {}, 'zh-CN')
    expect(fileName).toBe('满意度对比-2026-10.xlsx')
    const [sheet] = (await readXlsx(bytes)).sheets
    const { ranked } = await compareProjects(ctx, {})
    const rows = (sheet?.rows ?? []) as unknown[][]
    const [headings, first] = rows
    const cell = (name: string) => first?.[headings?.indexOf(name) ?? -1]
    expect(sheet?.name).toBe('满意度对比')
    expect(cell('项目')).toBe('望江大厦')
    expect(cell('可能的名次（把握 95%）')).toBe('1–2')
    expect(cell('每千户投诉上限（95%）')).toBe(61.49)
    expect(cell('当月户数')).toBe(60)
    expect(cell('满意度指数')).toBe((ranked[0]?.figures[0]?.index?.valueE2 ?? 0) / 100)
    expect(rows.at(-1)?.at(-1)).toBe('这个月没有调查')
  })

  test('answers are exported as they are listed, without rooms for who may not see them', async () => {
    const filter = { projectId: gardens.projectId, period: october ?? '', format: 'csv' as const }
    const { bytes } = await answerList.file(ctx, filter, 'en')
    const rows = parseCsv(new TextDecoder().decode(bytes))
    expect(rows).toHaveLength(10)
    expect(rows[0]?.slice(0, 4)).toEqual(['Day', 'Channel', 'Clean (expected)', 'Clean (found)'])
    expect(rows.slice(1).every((row) => row.at(-1) === '')).toBe(true)
    await expect(
      answerList.file(as(ctx, staff('project_manager', [lake.projectId])), filter, 'en'),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('answers of a large project are all exported, also where their words are more than one answer of the database holds', async () => {
    const company = await testCtx({ now: at('2026-10-20') })
    const large = await surveyedProject(company, '望湖新城', 5)
    await runAt(company, at('2026-11-03'))
    await answerAs(
      as(company, { kind: 'job', id: 'surveys' }, at('2026-11-05')),
      large,
      october ?? '',
      opinions(1, 4, 7),
    )
    const { orm } = company.db
    const [[answer], [household]] = await Promise.all([
      orm.select().from(surveyAnswers),
      orm.select().from(surveyHouseholds).where(isNotNull(surveyHouseholds.answerId)),
    ])
    if (answer === undefined || household === undefined) throw new Error('nobody has answered')
    const comment = '物业保洁很及时。'.repeat(62)
    const ids = Array.from({ length: 10_500 }, () => newId('answ', company.now))
    for (let i = 0; i < ids.length; i += 1_000) {
      const some = ids.slice(i, i + 1_000)
      await orm.batch([
        orm.insert(surveyAnswers).values(some.map((id) => ({ ...answer, id, comment }))),
        orm.insert(surveyHouseholds).values(some.map((id) => ({ ...household, roomId: id, answerId: id }))),
      ])
    }
    const filter = { projectId: large.projectId, period: october ?? '', format: 'csv' as const }
    const rows = parseCsv(new TextDecoder().decode((await answerList.file(company, filter, 'zh-CN')).bytes))
    expect(rows).toHaveLength(1 + 1 + ids.length)
    expect(rows.filter((row) => row.at(-2) === comment)).toHaveLength(ids.length)
  })
})
