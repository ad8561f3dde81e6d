import { newId } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import { roomList } from '../registry/index.ts'
import { smallProject } from '../registry/testing.ts'
import { as, freshRequestId, testCtx } from '../../testing.ts'
import { answerImport, applyImport, listImportProblems, previewImport, type ImportSummary } from './index.ts'
import { confirmAsItIs } from './testing.ts'

const csv = (...rows: (string | number)[][]) =>
  new TextEncoder().encode(rows.map((row) => row.join()).join('\n'))
const plain = (...rows: (string | number)[][]) => csv(['楼栋', '房号', '业主'], ...rows)
const open = ({ questions }: ImportSummary) =>
  questions.filter(({ answer }) => answer === null).map(({ id }) => id)

/** A project with 一期1栋 and 二期1栋, and with 3栋, which no phase has. */
async function start() {
  const ctx = await testCtx()
  const { projectId } = await smallProject(ctx)
  const preview = (file: Uint8Array) =>
    previewImport(
      ctx,
      { requestId: freshRequestId(), importId: newId('imp', ctx.now), projectId, fileName: '登记.csv' },
      file,
    )
  const answer = (importId: string, answers: Record<string, string>) =>
    answerImport(ctx, {
      requestId: freshRequestId(),
      importId,
      answers: Object.entries(answers).map(([id, said]) => ({ id, answer: said })),
    })
  const take = async (file: Uint8Array, answers: Record<string, string> = {}) => {
    const first = await preview(file)
    expect(open(first)).toEqual(Object.keys(answers))
    const { counts } = open(first).length > 0 ? await answer(first.id, answers) : first
    await confirmAsItIs(ctx, { requestId: freshRequestId(), importId: first.id, leaveBadRows: true })
    await applyImport(as(ctx, { kind: 'job', id: 'outbox' }), { importId: first.id })
    return counts
  }
  const rooms = async () =>
    (await roomList.page(ctx, { projectId, limit: 200 })).items
      .map(({ name, owners: of }) => [name, ...of.map(({ name: who }) => who)].join(' '))
      .toSorted()
  const notes = async (importId: string) =>
    (await listImportProblems(ctx, { importId })).items.map(({ code, params }) => [code.slice(16), params])
  await take(
    csv(
      ['期', '楼栋', '房号', '业主'],
      ['一期', '1栋', '101', '冯甲'],
      ['一期', '1栋', '102', '顾庚'],
      ['二期', '1栋', '101', '蒋戊'],
    ),
    { 'estate:期': 'building' },
  )
  const onRecord = ['一期1栋-101 冯甲', '一期1栋-102 顾庚', '二期1栋-101 蒋戊']
  return { preview, answer, take, rooms, notes, onRecord }
}

describe('a file without a column of phases, where buildings of its names are on record under phases', () => {
  test('is asked about: no building is made beside them, and no room becomes another phase’s', async () => {
    const { preview, answer, take, rooms, onRecord } = await start()
    const file = plain(['1栋', '101', ''], ['1栋', '103', '孟辛'])
    const first = await preview(file)
    expect(first.questions).toMatchObject([
      {
        id: 'estate-missing',
        about: 'which',
        values: [{ value: '1栋', rows: 2 }],
        choices: ['in:一期', 'in:二期', 'in:'],
        answer: null,
      },
    ])
    expect([first.counts.buildings.created, first.counts.rooms.created]).toEqual([0, 0])
    const second = await answer(first.id, { 'estate-missing': 'in:二期' })
    expect([second.counts.buildings, second.counts.rooms]).toEqual([
      { created: 0, changed: 0, unchanged: 1 },
      { created: 1, changed: 0, unchanged: 1 },
    ])
    await take(file, { 'estate-missing': 'in:二期' })
    expect(await rooms()).toEqual([...onRecord, '二期1栋-103 孟辛'])
  })

  test('of one phase alone is asked about as well: it may be the first of another', async () => {
    const { preview } = await start()
    expect(open(await preview(plain(['1栋', '101', '乔癸'])))).toEqual(['estate-missing'])
    expect(open(await preview(plain(['1栋', '102', '乔癸'])))).toEqual(['estate-missing'])
    expect(open(await preview(plain(['1栋', '109', '冯甲'])))).toEqual(['estate-missing'])
  })

  test('takes its buildings as they are named where somebody says so', async () => {
    const { take, rooms, onRecord } = await start()
    await take(plain(['1栋', '109', '孟辛']), { 'estate-missing': 'in:' })
    expect(await rooms()).toEqual(['1栋-109 孟辛', ...onRecord])
  })

  test('is asked about each time: of which one other files were says nothing', async () => {
    const { take, preview } = await start()
    await take(plain(['1栋', '103', '孟辛']), { 'estate-missing': 'in:二期' })
    expect(open(await preview(plain(['1栋', '104', '孟辛'])))).toEqual(['estate-missing'])
  })

  test('so it is where the first phase has the bare names', async () => {
    const { take, preview, rooms, onRecord } = await start()
    await take(plain(['1栋', '101', '孟辛']), { 'estate-missing': 'in:' })
    expect(open(await preview(plain(['1栋', '101', ''])))).toEqual(['estate-missing'])
    expect(open(await preview(plain(['1栋', '101', '孟辛'])))).toEqual([])
    expect(await rooms()).toEqual(['1栋-101 孟辛', ...onRecord])
  })

  test('and so is a list of buildings, or one that says the project’s name alone', async () => {
    const { preview } = await start()
    expect(open(await preview(csv(['楼栋', '总层数'], ['1栋', 18])))).toEqual(['estate-missing'])
    const named = csv(['小区', '楼栋', '房号', '业主'], ['翠湖花园', '1栋', '103', '孟辛'])
    expect(open(await preview(named))).toContain('estate-missing')
  })
})

describe('nothing is asked', () => {
  test('where each room is on record with its owner in one phase alone, which is said', async () => {
    const { preview, notes, take, rooms, onRecord } = await start()
    const file = csv(
      ['楼栋', '房号', '业主', '建筑面积'],
      ['1栋', '101', '冯甲', 90],
      ['1栋', '101', '蒋戊', 80],
      ['1栋', '102', '', 70],
    )
    const first = await preview(file)
    expect([open(first), first.counts.rooms]).toEqual([[], { created: 0, changed: 3, unchanged: 0 }])
    expect(await notes(first.id)).toEqual([['estate_found', { rows: 3, estates: '一期、二期' }]])
    await take(file)
    expect(await rooms()).toEqual(onRecord)
  })

  test('of buildings that no phase has, and where the phase stands in the building’s name', async () => {
    const { preview, notes } = await start()
    for (const file of [
      plain(['11栋', '101', '孟辛'], ['5栋', '101', '孟辛']),
      plain(['一期1栋', '103', '孟辛'], ['二期1栋', '103', '乔癸']),
    ]) {
      const { id, questions } = await preview(file)
      expect([questions, await notes(id)]).toEqual([[], []])
    }
  })
})
