import { addDays, addMonths, civilDateOf, firstDay, newId, type CivilDate, type Period } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import { sql } from 'drizzle-orm'
import { auditList } from '../../platform/audit/index.ts'
import type { Actor, Ctx } from '../../context.ts'
import {
  changeRoom,
  getRoom,
  listBuildings,
  personList,
  roomList,
  transferOwnership,
} from '../registry/index.ts'
import { smallProject } from '../registry/testing.ts'
import { as, freshRequestId, staff, testCtx } from '../../testing.ts'
import {
  applyImport,
  discardImport,
  downloadBadRows,
  getImport,
  listImportChanges,
  listImportProblems,
  listImports,
  type ImportCounts,
} from './index.ts'
import { type Cell, readTables } from '../../platform/spreadsheets/index.ts'
import { confirmAsItIs, inCodes, messyWorkbook, previewFoundRight, workbook } from './testing.ts'

const job = { kind: 'job', id: 'outbox' } as const
type StaffActor = Extract<Actor, { kind: 'staff' }>
const csv = (...rows: Cell[][]) =>
  new TextEncoder().encode(rows.map((row) => row.map((cell) => cell ?? '').join(',')).join('\n'))

async function start() {
  const ctx = await testCtx()
  const { projectId, ...project } = await smallProject(ctx)
  const preview = async (file: Uint8Array) =>
    previewFoundRight(
      ctx,
      { requestId: freshRequestId(), importId: newId('imp', ctx.now), projectId, fileName: '登记.csv' },
      file,
    )
  const take = async (file: Uint8Array) => {
    const { id } = await preview(file)
    await confirmAsItIs(ctx, { requestId: freshRequestId(), importId: id, leaveBadRows: true })
    await applyImport(as(ctx, job), { importId: id })
    return getImport(ctx, id)
  }
  const rooms = async () =>
    (await roomList.page(ctx, { projectId, limit: 200 })).items.map(({ name, owners }) => [
      name,
      owners.map(({ name: who, phone }) => `${who} ${phone ?? ''}`.trim()),
    ])
  return { ctx, projectId, ...project, preview, take, rooms }
}

/** What would be written, as created+changed, by kind; kinds of which nothing is written are left out. */
function written(counts: ImportCounts): Record<string, string> {
  const entries = Object.entries(counts).filter(([, { created, changed }]) => created + changed > 0)
  return Object.fromEntries(entries.map(([kind, { created, changed }]) => [kind, `${created}+${changed}`]))
}

async function stored(ctx: Ctx, table: string): Promise<unknown[][]> {
  const { rows } = await ctx.db.client.execute(`SELECT * FROM ${table} ORDER BY 1`)
  return rows.map((row) => Object.values(row))
}

const registryTables = [
  'buildings',
  'units',
  'rooms',
  'parking_spaces',
  'people',
  'person_phones',
  'occupancies',
]

describe('a messy workbook, from upload to registry', () => {
  const file = () => workbook(...messyWorkbook())

  test('the preview says what will be created and what is wrong, and writes nothing to the registry', async () => {
    const { ctx, preview, projectId } = await start()
    const summary = await preview(await file())
    expect(written(summary.counts)).toEqual({
      buildings: '3+0',
      units: '3+0',
      rooms: '4+0',
      parkingSpaces: '1+0',
      people: '5+0',
      occupancies: '6+0',
      tariffs: '2+0',
      roomTariffs: '4+0',
    })
    expect(summary).toMatchObject({ state: 'previewed', errors: 3, warnings: 8, progress: 0 })
    const { items, next } = await listImportProblems(ctx, { importId: summary.id })
    expect(next).toBeNull()
    expect(items.find(({ code }) => code === 'registry_import.owner_missing')).toMatchObject({
      sheet: '房屋',
      row: 4,
      column: 'G',
      value: 'A09',
    })
    expect(await roomList.page(ctx, { projectId })).toMatchObject({ items: [] })
  })

  test('the good rows are taken, and the registry shows them', async () => {
    const { ctx, take, projectId, rooms } = await start()
    expect(await take(await file())).toMatchObject({ state: 'applied', progress: 1 })
    expect((await listBuildings(ctx, projectId)).map(({ name, rooms: n }) => [name, n])).toEqual([
      ['1栋', 2],
      ['2栋', 1],
      ['3栋', 0],
      ['9栋', 1],
    ])
    expect(await rooms()).toEqual([
      ['1栋-1单元-101', ['陈一 189****8888']],
      ['1栋-1单元-102', ['李二']],
      ['2栋-1单元-201', []],
      ['9栋-301', ['深圳市好家房地产开发有限公司 0755-****9999']],
    ])
    const people = await personList.page(ctx, { projectId, search: '13911112222' })
    expect(people.items).toMatchObject([
      {
        name: '周三',
        phones: ['139****2222', '0755-****1234'],
        places: [{ name: '1栋-1单元-101', role: 'tenant' }],
      },
    ])
  })

  test('its fee items become drafts of tariffs, assigned to their rooms', async () => {
    const { ctx, take } = await start()
    await take(await file())
    const tariffs = await ctx.db.client
      .execute(`SELECT t.name, t.basis, t.fee_item, t.state, p.price_e4, p.addition_fen, p.from_on, p.to_on, p.approval_kind
      FROM tariffs t JOIN tariff_prices p ON p.tariff_id = t.id ORDER BY t.name DESC`)
    expect(tariffs.rows.map((row) => Object.values(row))).toEqual([
      ['物业服务费', 'area', 'property', 'draft', 23_500, 0, '2020-06-10', null, null],
      ['垃圾清运费', 'room', 'other', 'draft', 125_000, 0, '2020-06-10', null, null],
    ])
    const assigned = await ctx.db.client.execute(`SELECT r.number, t.name, a.from_on FROM tariff_assignments a
      JOIN rooms r ON r.id = a.target_id JOIN tariffs t ON t.id = a.tariff_id ORDER BY r.sort_key, a.from_on`)
    expect(assigned.rows.map((row) => Object.values(row))).toEqual([
      ['101', '物业服务费', '2020-06-10'],
      ['101', '垃圾清运费', '2020-07-10'],
      ['102', '物业服务费', '2020-06-18'],
      ['201', '物业服务费', '2020-06-10'],
    ])
  })

  test('the same file again changes nothing, and there is nothing to confirm', async () => {
    const { ctx, take, preview } = await start()
    await take(await file())
    const before = await Promise.all(registryTables.map((table) => stored(ctx, table)))
    const again = await preview(await file())
    expect(written(again.counts)).toEqual({})
    const confirmed = confirmAsItIs(ctx, {
      requestId: freshRequestId(),
      importId: again.id,
      leaveBadRows: true,
    })
    await expect(confirmed).rejects.toMatchObject({ code: 'registry_import.nothing_to_import' })
    expect(await Promise.all(registryTables.map((table) => stored(ctx, table)))).toEqual(before)
  })

  test('a tariff that is there stays as it is, and new rooms are assigned to it', async () => {
    const { ctx, take } = await start()
    const heading = ['房号', '面积', '物业费单价']
    await take(csv(heading, ['3-101', 90, 2.8]))
    const { counts } = await take(csv(heading, ['3-101', 90, 2.8], ['3-102', 80, 2.8]))
    expect([counts.tariffs, counts.roomTariffs]).toEqual([
      { created: 0, changed: 0, unchanged: 1 },
      { created: 1, changed: 0, unchanged: 1 },
    ])
    const { rows } = await ctx.db.client.execute(
      'SELECT (SELECT count(*) FROM tariffs), (SELECT count(*) FROM tariff_prices), (SELECT count(*) FROM tariff_assignments)',
    )
    expect(Object.values(rows[0]!)).toEqual([1, 1, 2])
  })

  test('bad rows come back as a workbook with what is wrong', async () => {
    const { ctx, preview } = await start()
    const { id } = await preview(await file())
    const sheets = await readTables(await downloadBadRows(ctx, id, inCodes), 'b.xlsx')
    const wrong = sheets.map(({ name, rows }) => [
      name,
      rows.flatMap((row) => (String(row.at(-1)).includes('registry_import.') ? [row.at(-2)] : [])),
    ])
    expect(wrong).toEqual([
      ['楼栋', []],
      ['业主', [3, 4]],
      ['收费', [4]],
      ['房屋', [3, 4, 6, 7]],
      ['车位', [3, 4]],
    ])
    const first = sheets.at(-1)!.rows.find((row) => row.at(-2) === 3)!
    expect(first.at(-1)).toContain('J 列：registry_import.dates_reversed')
  })

  test('and are put on record, and given to nobody whose sign-in ended: phones stand in them in the open', async () => {
    const { ctx, preview } = await start()
    const { id } = await preview(await file())
    await downloadBadRows(ctx, id, inCodes)
    const [entry] = (await auditList.page(ctx, { action: 'registry_import.bad_rows_downloaded' })).items
    expect(entry).toMatchObject({ subjectId: id, detail: { rows: expect.any(Number) } })
    const ended = as(ctx, { ...(staff('company_admin') as StaffActor), standing: sql`0` })
    const lost = { code: 'access.standing_lost' }
    await expect(downloadBadRows(ended, id, inCodes)).rejects.toMatchObject(lost)
    await expect(listImportChanges(ended, { importId: id })).rejects.toMatchObject(lost)
    await expect(listImportProblems(ended, { importId: id })).rejects.toMatchObject(lost)
  })
})

describe('what a later workbook adds', () => {
  test('only what differs is changed, blanks clear nothing, and the change is shown', async () => {
    const { ctx, take, preview } = await start()
    await take(
      csv(
        ['房号', '面积', '户型', '业主', '电话'],
        ['3-2-101', 90, '两房', '张三', '13812341234'],
        ['3-2-102', 80, null, '李四', null],
      ),
    )
    const summary = await preview(
      csv(
        ['房号', '面积', '户型', '业主', '电话'],
        ['3-2-101', 91.5, null, '张三', '13812341234'],
        ['3-2-102', 80, null, '李四', '13999998888'],
      ),
    )
    expect(written(summary.counts)).toEqual({ rooms: '0+1', people: '0+1' })
    const { items } = await listImportChanges(ctx, { importId: summary.id })
    expect(items).toEqual([
      {
        kind: 'room',
        name: '3栋-2单元-101',
        fields: [
          { field: 'areaE2', before: 9000, after: 9150 },
          { field: 'builtAreaE2', before: 9000, after: 9150 },
        ],
      },
      { kind: 'person', name: '李四', fields: [{ field: 'phone', before: null, after: '+8613999998888' }] },
    ])
    await confirmAsItIs(ctx, { requestId: freshRequestId(), importId: summary.id })
    await applyImport(as(ctx, job), { importId: summary.id })
    const { rows } = await ctx.db.client.execute('SELECT area_e2, layout FROM rooms ORDER BY sort_key')
    expect(rows.map((row) => [row['area_e2'], row['layout']])).toEqual([
      [9150, '两房'],
      [8000, null],
    ])
  })

  test('another area holds from the month of the import on, and takes no days from what is on record before it', async () => {
    const { ctx, take, projectId } = await start()
    await take(csv(['房号', '面积'], ['3-2-101', 100]))
    const [room] = (await roomList.page(ctx, { projectId })).items
    const roomId = room!.id as `room_${string}`
    const month = civilDateOf(ctx.now, ctx.company.zone).slice(0, 7)
    const change = (builtAreaE2: number | null, areaFromOn: string) =>
      changeRoom(ctx, {
        requestId: freshRequestId(),
        roomId,
        builtAreaE2,
        areaFromOn: areaFromOn as CivilDate,
      })
    const areas = async () => {
      const { areaE2, areaFromOn, earlierAreas } = await getRoom(ctx, roomId)
      return [[areaE2, areaFromOn], ...earlierAreas.map((one) => [one.areaE2, one.toOn])]
    }
    await change(13_000, `${month}-03`)
    await take(csv(['房号', '面积'], ['3-2-101', 140]))
    expect(await areas()).toEqual([
      [14_000, `${month}-03`],
      [10_000, `${month}-02`],
    ])
    // What is unknown since a day of this month is filled from that day on.
    await change(null, `${month}-03`)
    await take(csv(['房号', '面积'], ['3-2-101', 150]))
    expect(await areas()).toEqual([
      [15_000, `${month}-03`],
      [10_000, `${month}-02`],
    ])
    // What is unknown since an earlier month stays so for the months that nobody spoke of.
    const before = addMonths(month as Period, -3)
    await change(null, `${before}-01`)
    await take(csv(['房号', '面积'], ['3-2-101', 150]))
    expect(await areas()).toEqual([
      [15_000, `${month}-01`],
      [null, addDays(firstDay(month as Period), -1)],
      [10_000, addDays(firstDay(before), -1)],
    ])
  })

  test('an area that was never known has no first day: it was always that', async () => {
    const { ctx, take, projectId } = await start()
    await take(csv(['房号', '面积'], ['3-2-101', null]))
    await take(csv(['房号', '面积'], ['3-2-101', 90]))
    const [room] = (await roomList.page(ctx, { projectId })).items
    const { areaE2, areaFromOn, earlierAreas } = await getRoom(ctx, room!.id as never)
    expect([areaE2, areaFromOn, earlierAreas]).toEqual([9000, null, []])
  })

  test('an agreed area outlives a list of built areas', async () => {
    const { ctx, take } = await start()
    await take(csv(['房号', '建筑面积', '计费面积'], ['3-101', 100, 90]))
    await take(csv(['房号', '建筑面积'], ['3-101', 101]))
    const { rows } = await ctx.db.client.execute('SELECT area_e2, built_area_e2 FROM rooms')
    expect(Object.values(rows[0]!)).toEqual([9000, 10_100])
  })

  test('another owner changes nothing and is reported: a transfer has its own verb', async () => {
    const { ctx, take, preview, rooms } = await start()
    await take(csv(['房号', '业主'], ['3-101', '张三']))
    const summary = await preview(csv(['房号', '业主', '租户'], ['3-101', '李四', '钱七']))
    const { items } = await listImportProblems(ctx, { importId: summary.id })
    expect(items.map(({ code, row }) => [code, row])).toEqual([['registry_import.owner_differs', 2]])
    expect(written(summary.counts)).toMatchObject({ occupancies: '1+0' })
    expect(await rooms()).toEqual([['3栋-101', ['张三']]])
  })

  test('what is refused makes nobody, and adds nothing to anybody', async () => {
    const { ctx, take, preview, person, projectId } = await start()
    await take(csv(['房号', '业主'], ['3-101', '张三'], ['3-102', '王五']))
    await person('赵六', { phones: ['13999998888'] })
    const file = csv(
      ['房号', '业主', '电话'],
      ['3-101', '李四', '13812341234'],
      ['3-102', '赵六', '13999998888/13777776666'],
    )
    const summary = await preview(file)
    expect([written(summary.counts), summary.warnings]).toEqual([{}, 2])
    const people = async () =>
      (await personList.page(ctx, { projectId })).items.map(({ name, phones }) =>
        `${name} ${phones.join()}`.trim(),
      )
    const before = ['王五', '张三', '赵六 139****8888']
    expect((await people()).toSorted()).toEqual(before.toSorted())
    // Who has another place is made for that one, with what both rows tell of them.
    await take(
      csv(['房号', '业主', '电话'], ['3-101', '李四', '13812341234'], ['3-103', '李四', '13812341234']),
    )
    expect((await people()).toSorted()).toEqual([...before, '李四 138****1234'].toSorted())
    // Whom a list of people names is made by their own row.
    await take(csv(['业主编号', '姓名'], ['A01', '钱七']))
    expect(await people()).toContain('钱七')
  })

  test('a floor that is guessed from the number changes none on record, and what a column tells does', async () => {
    const { ctx, take, preview } = await start()
    const floors = async () => {
      const { rows } = await ctx.db.client.execute('SELECT floor FROM rooms ORDER BY sort_key')
      return rows.map(({ floor }) => floor)
    }
    await take(csv(['房号', '楼层'], ['3-101', 5], ['3-1011', 1], ['3-1012', null]))
    expect(await floors()).toEqual([5, 1, 10])
    await ctx.db.client.execute(`UPDATE rooms SET floor = NULL WHERE number = '1012'`)
    const byName = csv(['房号', '户型'], ['3-101', '两房'], ['3-1011', '三房'], ['3-1012', '三房'])
    const byColumns = csv(
      ['楼栋', '房号', '建筑面积'],
      ['3', '101', 90],
      ['3', '1011', 120],
      ['3', '1012', 120],
    )
    for (const guessing of [byName, byColumns]) {
      const { id, counts } = await preview(guessing)
      expect(counts.rooms).toEqual({ created: 0, changed: 3, unchanged: 0 })
      const { items } = await listImportChanges(ctx, { importId: id })
      expect(items.flatMap(({ fields }) => fields.map(({ field }) => field))).not.toContain('floor')
      await take(guessing)
      expect(await floors()).toEqual([5, 1, null])
    }
    await take(csv(['房号', '楼层'], ['3-1011', 2]))
    expect((await floors())[1]).toBe(2)
    // A row that tells the floor completes one of the same room that does not.
    await take(csv(['房号', '楼层', '业主'], ['3-1201', null, '张三'], ['3-1201', 11, '李四']))
    expect((await floors()).at(-1)).toBe(11)
  })

  test('a workbook from before a transfer does not undo it', async () => {
    const { ctx, take, preview, rooms, person } = await start()
    const old = csv(['房号', '业主', '电话'], ['3-101', '张三', '13812341234'])
    await take(old)
    const { rows } = await ctx.db.client.execute('SELECT id FROM rooms')
    const newOwners = [{ occupancyId: newId('occ', ctx.now), personId: await person('李四') }]
    await transferOwnership(ctx, {
      requestId: freshRequestId(),
      place: { kind: 'room', id: String(rows[0]!['id']) },
      fromOn: '2026-11-01',
      newOwners,
    })
    const summary = await preview(old)
    expect(written(summary.counts)).toEqual({})
    expect(summary.warnings).toBe(1)
    expect(await rooms()).toEqual([['3栋-101', ['李四']]])
  })

  test('a second owner of the workbook becomes a co-owner', async () => {
    const { take, rooms } = await start()
    await take(csv(['房号', '业主'], ['3-101', '张三']))
    await take(csv(['房号', '业主'], ['3-101', '李四、张三']))
    expect(await rooms()).toEqual([['3栋-101', ['张三', '李四']]])
  })

  test('rooms may name owners whom only the registry has, by their number', async () => {
    const { take, rooms } = await start()
    await take(csv(['业主编号', '姓名'], ['A01', '张三'], ['A02', '李四']))
    const { warnings } = await take(csv(['房号', '业主编号'], ['3-101', 'A01'], ['3-102', 'A07']))
    expect(warnings).toBe(1)
    expect(await rooms()).toEqual([
      ['3栋-101', ['张三']],
      ['3栋-102', []],
    ])
  })

  test('people who were entered by hand are found again by phone or place', async () => {
    const { ctx, take, room, person, give, projectId } = await start()
    const roomId = await room('101')
    await give(await person('张三'), roomId)
    await person('李四', { phones: ['13999998888'] })
    const { counts } = await take(
      csv(['房号', '业主', '电话'], ['3-2-101', '张三', '13812341234'], ['3-2-102', '李四', '139 9999 8888']),
    )
    expect(counts.people).toEqual({ created: 0, changed: 1, unchanged: 1 })
    expect(
      (await personList.page(ctx, { projectId })).items.map(({ name, phones }) => [name, phones]),
    ).toEqual([
      ['张三', ['138****1234']],
      ['李四', ['139****8888']],
    ])
    expect((await getRoom(ctx, roomId)).occupants).toHaveLength(1)
  })
})

describe('confirming', () => {
  const bad = csv(['房号', '面积'], ['3-101', 90], ['3-102', '九十'])

  test('errors must be corrected, or left out on purpose', async () => {
    const { ctx, preview, rooms } = await start()
    const { id } = await preview(bad)
    await expect(confirmAsItIs(ctx, { requestId: freshRequestId(), importId: id })).rejects.toMatchObject({
      code: 'registry_import.has_errors',
      params: { errors: 1 },
    })
    await confirmAsItIs(ctx, { requestId: freshRequestId(), importId: id, leaveBadRows: true })
    await applyImport(as(ctx, job), { importId: id })
    expect(await rooms()).toEqual([['3栋-101', []]])
  })

  test('a preview is confirmed once, and not after it was dropped', async () => {
    const { ctx, preview } = await start()
    const [first, second] = [await preview(bad), await preview(bad)]
    await confirmAsItIs(ctx, { requestId: freshRequestId(), importId: first.id, leaveBadRows: true })
    const again = confirmAsItIs(ctx, { requestId: freshRequestId(), importId: first.id, leaveBadRows: true })
    await expect(again).rejects.toMatchObject({ code: 'registry_import.not_previewed' })
    await discardImport(ctx, { requestId: freshRequestId(), importId: second.id })
    const dropped = confirmAsItIs(ctx, {
      requestId: freshRequestId(),
      importId: second.id,
      leaveBadRows: true,
    })
    await expect(dropped).rejects.toMatchObject({ code: 'registry_import.not_previewed' })
    expect(await stored(ctx, `import_parts WHERE import_id = '${second.id}'`)).toEqual([])
  })

  test('a preview from before another import was applied is outdated', async () => {
    const { ctx, preview, take } = await start()
    const early = await preview(bad)
    await take(csv(['房号'], ['5-101']))
    const late = confirmAsItIs(ctx, { requestId: freshRequestId(), importId: early.id, leaveBadRows: true })
    await expect(late).rejects.toMatchObject({ code: 'registry_import.outdated' })
  })

  test('a file of which nothing is new is not applied', async () => {
    const { ctx, preview, take } = await start()
    await take(csv(['房号'], ['3-101']))
    const { id } = await preview(csv(['房号'], ['3-101']))
    await expect(confirmAsItIs(ctx, { requestId: freshRequestId(), importId: id })).rejects.toMatchObject({
      code: 'registry_import.nothing_to_import',
    })
  })

  test('who may not import sees and does nothing', async () => {
    const { ctx, preview, projectId } = await start()
    const { id } = await preview(bad)
    const auditor = as(ctx, staff('auditor'))
    const elsewhere = as(ctx, staff('front_desk', ['proj_other']))
    for (const other of [auditor, elsewhere]) {
      await expect(getImport(other, id)).rejects.toMatchObject({ kind: 'forbidden' })
      await expect(listImports(other, projectId)).rejects.toMatchObject({ kind: 'forbidden' })
      await expect(listImportProblems(other, { importId: id })).rejects.toMatchObject({ kind: 'forbidden' })
      await expect(confirmAsItIs(other, { requestId: freshRequestId(), importId: id })).rejects.toMatchObject(
        { kind: 'forbidden' },
      )
    }
    await expect(applyImport(ctx, { importId: id })).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('what people are called and how they are reached lies sealed while it waits', async () => {
    const { ctx, preview } = await start()
    await preview(
      csv(['房号', '业主', '电话'], ['3-101', '尉迟恭', '13812341234'], ['3-102', '尉迟恭', '138']),
    )
    const waiting = JSON.stringify([
      await stored(ctx, 'import_jobs'),
      await stored(ctx, 'import_parts'),
      await stored(ctx, '_requests'),
      await stored(ctx, 'audit_log'),
    ])
    for (const secret of ['尉迟恭', '13812341234']) expect(waiting).not.toContain(secret)
  })
})

describe('applying', () => {
  const large = (rooms: number) =>
    csv(
      ['楼栋', '单元', '房号', '面积', '业主', '电话'],
      ...Array.from({ length: rooms }, (_, at): Cell[] => {
        const number = `${Math.floor((at % 100) / 4) + 1}0${(at % 4) + 1}`
        return [
          `${Math.floor(at / 200) + 1}栋`,
          `${(Math.floor(at / 100) % 2) + 1}单元`,
          number,
          80 + (at % 50),
          `业主${at}`,
          String(13_000_000_001 + at * 7),
        ]
      }),
    )

  test('a job that dies after any part goes on where it stood', async () => {
    const { ctx, preview, rooms } = await start()
    const { id } = await preview(large(40))
    await confirmAsItIs(ctx, { requestId: freshRequestId(), importId: id })
    const { rows } = await ctx.db.client.execute('SELECT parts FROM import_jobs')
    const parts = Number(rows[0]!['parts'])
    for (let survived = 1; survived <= parts; survived += 1) {
      const dying = as(ctx, job)
      dieAfter(dying, 1)
      await applyImport(dying, { importId: id }).catch(() => undefined)
      expect((await getImport(ctx, id)).progress).toBeCloseTo(survived / parts)
    }
    expect(await getImport(ctx, id)).toMatchObject({ state: 'applied' })
    expect(await rooms()).toHaveLength(40)
  })

  test('two jobs at once apply each part once', async () => {
    const { ctx, preview, rooms } = await start()
    const { id } = await preview(large(30))
    await confirmAsItIs(ctx, { requestId: freshRequestId(), importId: id })
    await Promise.all([
      applyImport(as(ctx, job), { importId: id }),
      applyImport(as(ctx, job), { importId: id }),
    ])
    expect(await rooms()).toHaveLength(30)
    expect((await stored(ctx, 'occupancies')).length).toBe(30)
  })

  test(
    '10,000 rooms with owners take round trips by the thousand, not by the room',
    { timeout: 120_000 },
    async () => {
      const { ctx, projectId } = await start()
      const importId = newId('imp', ctx.now)
      const trips = ctx.db.trips.count
      await previewFoundRight(
        ctx,
        { requestId: freshRequestId(), importId, projectId, fileName: 'a.csv' },
        large(10_000),
      )
      expect(ctx.db.trips.count - trips).toBeLessThanOrEqual(2)
      await confirmAsItIs(ctx, { requestId: freshRequestId(), importId })
      const before = ctx.db.trips.count
      await applyImport(as(ctx, job), { importId })
      // 10 parts each of rooms, people and occupancies, one of buildings and one of units; a read for every four.
      expect(ctx.db.trips.count - before).toBeLessThanOrEqual(32 + 9)
      const { rows } = await ctx.db.client.execute(
        'SELECT (SELECT count(*) FROM rooms), (SELECT count(*) FROM person_phones), (SELECT count(*) FROM occupancies)',
      )
      expect(Object.values(rows[0]!)).toEqual([10_000, 10_000, 10_000])
      const again = await previewFoundRight(
        ctx,
        { requestId: freshRequestId(), importId: newId('imp', ctx.now), projectId, fileName: 'a.csv' },
        large(10_000),
      )
      expect(written(again.counts)).toEqual({})
    },
  )
})

/** Lets a context write so many times and then fail, as a Worker that is stopped does. */
function dieAfter(ctx: Ctx, writes: number): void {
  const write = ctx.writeOnce.bind(ctx) as Ctx['writeOnce']
  let left = writes
  ctx.writeOnce = ((...args: Parameters<Ctx['writeOnce']>) => {
    left -= 1
    if (left < 0) throw new Error('stopped')
    return write(...args)
  }) as Ctx['writeOnce']
}
