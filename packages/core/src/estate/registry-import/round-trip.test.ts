import fc from 'fast-check'
import { newId } from '@heju/kernel'
import { expect, test } from 'vitest'
import { roomList, parkingSpaceList } from '../registry/index.ts'
import { smallProject } from '../registry/testing.ts'
import { as, freshRequestId, testCtx } from '../../testing.ts'
import { answerImport, applyImport, getImport, listImportProblems } from './index.ts'
import { readRegistry } from './read-registry.ts'
import type { Cell } from '../../platform/spreadsheets/index.ts'
import { confirmAsItIs, previewFoundRight, sheet } from './testing.ts'

const job = { kind: 'job', id: 'outbox' } as const
const csv = (...rows: (string | number)[][]) =>
  new TextEncoder().encode(rows.map((row) => row.join()).join('\n'))

async function start() {
  const ctx = await testCtx()
  const { projectId } = await smallProject(ctx)
  const preview = (file: Uint8Array) =>
    previewFoundRight(
      ctx,
      { requestId: freshRequestId(), importId: newId('imp', ctx.now), projectId, fileName: '登记.csv' },
      file,
    )
  const apply = async (importId: string) => {
    await confirmAsItIs(ctx, { requestId: freshRequestId(), importId: importId as never, leaveBadRows: true })
    await applyImport(as(ctx, job), { importId })
    return getImport(ctx, importId)
  }
  const answer = (importId: string, ...answers: { id: string; answer: string }[]) =>
    answerImport(ctx, { requestId: freshRequestId(), importId: importId as never, answers })
  const take = async (file: Uint8Array) => apply((await preview(file)).id)
  return { ctx, projectId, preview, apply, answer, take }
}

test('our own list of rooms comes back without a word and changes nothing', async () => {
  const { ctx, projectId, take, preview, apply, answer } = await start()
  await take(
    csv(
      ['楼栋', '单元', '房号', '建筑面积', '计费面积', '用途', '状态', '业主', '电话', '租户'],
      ['3栋', '2单元', '9-1', 90, 85, '住宅', '自住', '张三', 13912345678, '钱七'],
      ['3栋', '2单元', '0802', 88, '', '住宅', '自住', '李四、王五', '', ''],
      ['A座', '', '1203', 120, '', '住宅', '自住', '欧阳 娜娜', '021-62345678', ''],
      ['88弄3号', '', '508', 70, '', '住宅', '自住', '', '', ''],
    ),
  )
  const phases = await preview(
    csv(['分期', '楼栋', '房号', '业主'], ['一期', '1', 101, '甲某'], ['二期', '1', 101, '乙某']),
  )
  await answer(phases.id, { id: 'estate:分期', answer: 'building' })
  await apply(phases.id)
  const file = await roomList.file(ctx, { projectId, format: 'csv', state: 'occupied' }, 'zh-CN')
  const all = await roomList.file(ctx, { projectId }, 'zh-CN')
  for (const written of [file, all]) {
    const again = await preview(written.bytes)
    const { items } = await listImportProblems(ctx, { importId: again.id as never })
    expect([items, again.openQuestions]).toEqual([[], 0])
    for (const { created, changed } of Object.values(again.counts)) expect([created, changed]).toEqual([0, 0])
  }
})

test('a second plate of somebody at one space is kept with the first, and both are found', async () => {
  const { ctx, projectId, take, preview } = await start()
  const headings = ['停车场', '车位号', '使用人', '车牌']
  const file = csv(headings, ['B1', '12', '张三', '粤B12345'], ['B1', '12', '张三', '沪A88888'])
  expect(await take(file)).toMatchObject({ state: 'applied', warnings: 0 })
  for (const search of ['粤B12345', '沪a·88888'])
    expect((await parkingSpaceList.page(ctx, { projectId, search })).items).toMatchObject([
      { code: '12', occupants: [{ name: '张三', plate: '粤B12345、沪A88888' }] },
    ])
  expect((await preview(file)).counts.occupancies).toEqual({ created: 0, changed: 0, unchanged: 1 })
  await take(csv(headings, ['B1', '12', '张三', '粤B12345/京N66666']))
  expect((await parkingSpaceList.page(ctx, { projectId })).items[0]?.occupants).toMatchObject([
    { plate: '粤B12345、沪A88888、京N66666' },
  ])
})

test('spaces with one number in two lots are two, also beside one that a room names without its lot', async () => {
  const { ctx, projectId, take } = await start()
  await take(
    csv(['停车场', '车位号', '使用人'], ['B1', '12', '张三'], ['B2', '12', '李四'], ['', '12', '王五']),
  )
  const spaces = async () =>
    (await parkingSpaceList.page(ctx, { projectId })).items.map(({ lot, code, occupants }) =>
      [lot, code, ...occupants.map(({ name }) => name)].join(' '),
    )
  expect(await spaces()).toEqual([' 12 王五', 'B1 12 张三', 'B2 12 李四'])
})

test('who is at a place until a day that is on record is meant by a row that names no days', async () => {
  const { take, preview } = await start()
  await take(csv(['房号', '租户', '租期起', '租期止'], ['3-101', '钱七', '2026-01-01', '2027-12-31']))
  const { counts, warnings } = await preview(csv(['房号', '租户'], ['3-101', '钱七']))
  expect([warnings, counts.occupancies]).toEqual([0, { created: 0, changed: 0, unchanged: 1 }])
})

test('nothing of a file with an open question is applied, and its answers are known again for the next one', async () => {
  const { ctx, projectId, preview, apply, answer } = await start()
  const file = (area: number) =>
    csv(
      ['小区', '楼栋', '房号', '面积', '业主'],
      ['丁香苑', 1, 101, area, '冯甲'],
      ['海棠园', 1, 101, area, '蒋戊'],
    )
  const first = await preview(file(90))
  expect(first).toMatchObject({ openQuestions: 1, counts: { rooms: { created: 0 } } })
  await expect(apply(first.id)).rejects.toMatchObject({ code: 'registry_import.unanswered' })
  const answered = await answer(first.id, { id: 'estate:小区', answer: 'only:丁香苑' })
  expect(answered).toMatchObject({ openQuestions: 0, counts: { rooms: { created: 1 } } })
  const back = await answer(first.id, { id: 'estate:小区', answer: '' })
  expect(back.openQuestions).toBe(1)
  await answer(first.id, { id: 'estate:小区', answer: 'only:丁香苑' })
  await apply(first.id)
  const { rows } = await ctx.db.client.execute("SELECT count(*) AS n FROM import_parts WHERE kind = 'sheets'")
  expect(rows[0]!['n']).toBe(0)
  const owners = (await roomList.page(ctx, { projectId })).items.map(({ owners: of }) =>
    of.map(({ name }) => name),
  )
  expect(owners).toEqual([['冯甲']])
  const next = await preview(file(91))
  expect(next.questions).toMatchObject([{ id: 'estate:小区', answer: 'only:丁香苑' }])
  await expect(answer(first.id, { id: 'estate:小区', answer: 'building' })).rejects.toMatchObject({
    code: 'registry_import.not_previewed',
  })
})

test('802 finds the 0802 of the registry, in an import and in a search, and says so', async () => {
  const { ctx, projectId, take, preview } = await start()
  await take(csv(['房号', '建筑面积', '业主姓名'], ['2-0802', 90, '彭乙'], ['2-0803', 90, '鲁丙']))
  const again = await preview(
    csv(['房号', '建筑面积', '业主姓名'], ['2-802', 90, '彭乙'], ['2-803', 90, '鲁丙']),
  )
  expect(again.counts.rooms).toEqual({ created: 0, changed: 0, unchanged: 2 })
  const { items } = await listImportProblems(ctx, { importId: again.id as never })
  expect(items).toMatchObject([
    {
      code: 'registry_import.rooms_written_otherwise',
      params: { rooms: 2, number: '802', registered: '0802' },
    },
  ])
  for (const search of ['802', '0802', '2-802', '2栋0802室'])
    expect((await roomList.page(ctx, { projectId, search })).items.map(({ name }) => name)).toEqual([
      '2栋-0802',
    ])
})

const registry = fc.uniqueArray(
  fc.record({
    building: fc.integer({ min: 1, max: 30 }),
    unit: fc.option(fc.integer({ min: 1, max: 4 })),
    floor: fc.integer({ min: 1, max: 40 }),
    door: fc.integer({ min: 1, max: 9 }),
    area: fc.integer({ min: 2000, max: 30_000 }),
    owner: fc.constantFrom('张三', '李四', '王五', '欧阳娜娜', ''),
  }),
  {
    selector: ({ building, unit, floor, door }) => `${building}|${unit}|${floor}|${door}`,
    minLength: 1,
    maxLength: 25,
  },
)

test('the order of rows and columns tells nothing', () => {
  const columns = ['楼栋', '单元', '房号', '建筑面积', '业主']
  fc.assert(
    fc.property(
      registry.chain((rooms) =>
        fc.record({
          rooms: fc.constant(rooms),
          shuffled: fc.shuffledSubarray(rooms, { minLength: rooms.length }),
          order: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
        }),
      ),
      ({ rooms, shuffled, order }) => {
        const row = ({ building, unit, floor, door, area, owner }: (typeof rooms)[number]): Cell[] => [
          `${building}栋`,
          unit === null ? null : `${unit}单元`,
          `${floor}0${door}`,
          area / 100,
          owner || null,
        ]
        const told = (rows: Cell[][]) => {
          const { draft, problems, questions } = readRegistry([sheet('登记', rows)])
          const names = new Map(draft.people.map(({ key, name }) => [key, name]))
          return {
            rooms: draft.rooms
              .map(({ key, builtAreaE2, floor }) => `${key} ${builtAreaE2} ${floor}`)
              .toSorted(),
            who: draft.occupancies
              .map((one) => `${names.get(one.personKey)} ${one.role} ${one.place.key}`)
              .toSorted(),
            problems: problems.map(({ code }) => code),
            questions,
          }
        }
        const turned = (cells: Cell[]) => order.map((at) => cells[at]!)
        const before = told([columns, ...rooms.map(row)])
        expect(told([turned(columns), ...shuffled.map(row).map(turned)])).toEqual(before)
        expect(before.rooms).toHaveLength(rooms.length)
      },
    ),
    { numRuns: 60 },
  )
})
