import { newId } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import {
  approveTariff,
  createTariff,
  doubleChargeList,
  draftBillRun,
  type FirstDecision,
  type OthersDecision,
  switchTariff,
} from '../../fees/billing/index.ts'
import { smallProject } from '../registry/testing.ts'
import { as, freshRequestId, testCtx } from '../../testing.ts'
import { answerImport, applyConfirmedImport, applyImport, confirmImport, getImport } from './index.ts'
import { previewFoundRight } from './testing.ts'

const job = { kind: 'job', id: 'outbox' } as const
const approval = { approvalKind: 'contract', approvalNo: '合同 1', approvalOn: '2026-01-01' } as const
const guidance = { grade: '一级', baseE4: 30_000, rangeE4: 3000 } as const
const csv = (...rows: (string | number)[][]) =>
  new TextEncoder().encode(rows.map((row) => row.join()).join('\n'))
const priced = (...rooms: string[][]) =>
  csv(['楼栋', '房号', '建筑面积', '物业费单价'], ...rooms.map((room) => [...room, 90, 2.5]))

/**
 * Building 1 is charged by a price of its list, which is in use; the rest of the project by a tariff of the console, which
 * leaves building 1 as it is.
 */
async function start({
  ofList,
  ofConsole: others = 'keep',
}: { ofList?: 'surcharge'; ofConsole?: FirstDecision } = {}) {
  const ctx = await testCtx()
  const { projectId } = await smallProject(ctx)
  const preview = (file: Uint8Array) =>
    previewFoundRight(
      ctx,
      { requestId: freshRequestId(), importId: newId('imp', ctx.now), projectId, fileName: '登记.csv' },
      file,
    )
  const confirm = (importId: string) => confirmImport(ctx, { requestId: freshRequestId(), importId })
  const apply = (importId: string) => applyImport(as(ctx, job), { importId })
  const take = async (file: Uint8Array) => {
    const { id } = await preview(file)
    await confirm(id)
    await apply(id)
    return id
  }
  const answer = (importId: string, said: OthersDecision | '') =>
    answerImport(ctx, {
      requestId: freshRequestId(),
      importId,
      answers: [{ id: 'charge:物业费', answer: said }],
    })
  const charges = async () => {
    const { rows } = await ctx.db.client
      .execute(`SELECT r.name, t.name AS tariff, a.from_on, a.to_on FROM tariff_assignments a
      JOIN rooms r ON r.id = a.target_id JOIN tariffs t ON t.id = a.tariff_id ORDER BY r.sort_key, a.from_on, t.name DESC`)
    return rows.map((row) => Object.values(row))
  }
  const console = () =>
    createTariff(ctx, {
      requestId: freshRequestId(),
      tariffId: newId('tariff', ctx.now),
      projectId,
      name: '物业服务费',
      feeItem: 'property',
      basis: 'area',
      scope: { kind: 'project' },
      others,
      fromOn: '2026-01-01',
      priceE4: 30_000,
      approval,
      guidance,
    })
  await take(csv(['楼栋', '房号', '建筑面积'], ['2栋', '101', 90], ['2栋', '102', 90]))
  await take(priced(['1栋', '101']))
  const { rows } = await ctx.db.client.execute("SELECT id FROM tariffs WHERE name = '物业费'")
  await approveTariff(ctx, {
    requestId: freshRequestId(),
    tariffId: String(rows[0]!['id']),
    approval,
    guidance,
    others: ofList,
  })
  await console()
  return { ctx, projectId, preview, confirm, apply, take, answer, charges }
}

const list = '物业费'
const ofConsole = '物业服务费'
const ofBuilding2 = priced(['2栋', '101'], ['2栋', '103'])

describe('an import that would charge rooms a second time for the same', () => {
  test('asks what becomes of the other charge, and brings nothing before it is answered', async () => {
    const { preview, confirm, charges } = await start()
    const asked = await preview(ofBuilding2)
    expect(asked).toMatchObject({
      openQuestions: 1,
      counts: { rooms: { created: 0 } },
      questions: [
        {
          about: 'charge',
          heading: list,
          values: [{ value: ofConsole, rows: 1 }],
          choices: ['replace', 'keep'],
          answer: null,
        },
      ],
    })
    await expect(confirm(asked.id)).rejects.toMatchObject({ code: 'registry_import.unanswered' })
    expect(await charges()).toEqual([
      ['1栋-101', list, '2026-11-01', null],
      ['2栋-101', ofConsole, '2026-01-01', null],
      ['2栋-102', ofConsole, '2026-01-01', null],
    ])
  })

  test.each([{ ofList: 'surcharge' }, { ofConsole: 'surcharge' }] as const)(
    'is not asked about beside a surcharge, nor of one, and charges them by both: %o',
    async (made) => {
      const { preview, confirm, apply, charges } = await start(made)
      const { id, questions } = await preview(priced(['2栋', '101']))
      expect(questions).toEqual([])
      await confirm(id)
      await apply(id)
      expect((await charges()).filter(([room]) => room === '2栋-101')).toEqual([
        ['2栋-101', ofConsole, '2026-01-01', null],
        ['2栋-101', list, '2026-11-01', null],
      ])
    },
  )

  test('asks about rooms that came since the last bills like about the others', async () => {
    const { ctx, projectId, take, preview, confirm, apply, answer, charges } = await start()
    await take(csv(['楼栋', '房号', '建筑面积'], ['2栋', '104', 90]))
    const asked = await preview(priced(['2栋', '104']))
    expect(asked.questions).toMatchObject([
      { about: 'charge', heading: list, values: [{ value: ofConsole, rows: 1 }] },
    ])
    await answer(asked.id, 'replace')
    await confirm(asked.id)
    await apply(asked.id)
    const run = { requestId: freshRequestId(), runId: newId('brun', ctx.now), projectId }
    await draftBillRun(ctx, { ...run, period: '2026-11' as never })
    expect((await charges()).slice(-2)).toEqual([
      ['2栋-104', ofConsole, '2026-01-01', '2026-10-31'],
      ['2栋-104', list, '2026-11-01', null],
    ])
    // Somebody has said so: it is on no list of what is charged twice without anybody's word.
    expect((await doubleChargeList.page(ctx, { projectId })).items).toEqual([])
  })

  test.each<[OthersDecision, [string, string, string, string | null][]]>([
    [
      'keep',
      [
        ['2栋-101', ofConsole, '2026-01-01', null],
        ['2栋-102', ofConsole, '2026-01-01', null],
        ['2栋-103', list, '2026-11-01', null],
      ],
    ],
    [
      'replace',
      [
        ['2栋-101', ofConsole, '2026-01-01', '2026-10-31'],
        ['2栋-101', list, '2026-11-01', null],
        ['2栋-102', ofConsole, '2026-01-01', null],
        ['2栋-103', list, '2026-11-01', null],
      ],
    ],
  ])('and does what was said: %s', async (said, expected) => {
    const { preview, confirm, apply, answer, charges } = await start()
    const { id } = await preview(ofBuilding2)
    expect(await answer(id, said)).toMatchObject({ openQuestions: 0, counts: { rooms: { created: 1 } } })
    await confirm(id)
    await apply(id)
    expect((await charges()).slice(1)).toEqual(expected)
  })

  test('ends nothing where the tariff that was to take its place has gone out of use since', async () => {
    const { ctx, preview, confirm, apply, answer, charges } = await start()
    const { id } = await preview(ofBuilding2)
    await answer(id, 'replace')
    await confirm(id)
    const { rows } = await ctx.db.client.execute(`SELECT id FROM tariffs WHERE name = '${list}'`)
    const tariffId = String(rows[0]!['id'])
    const switched = (state: 'active' | 'disabled', others?: OthersDecision) =>
      switchTariff(ctx, { requestId: freshRequestId(), tariffId, state, others })
    await switched('disabled')
    await apply(id)
    expect((await charges()).filter(([room]) => room === '2栋-101')).toEqual([
      ['2栋-101', ofConsole, '2026-01-01', null],
      ['2栋-101', list, '2026-11-01', null],
    ])
    await expect(switched('active')).rejects.toMatchObject({ code: 'billing.charged_twice' })
  })

  test('remembers that rooms stay as they are, and asks again about anything else', async () => {
    for (const [said, open] of [
      ['keep', 0],
      ['replace', 1],
    ] as const) {
      const { preview, confirm, apply, answer } = await start()
      const { id } = await preview(ofBuilding2)
      await answer(id, said)
      await confirm(id)
      await apply(id)
      expect(await preview(priced(['2栋', '101'], ['2栋', '102']))).toMatchObject({ openQuestions: open })
    }
  })

  test('stops with its reason where the other charge came after the preview', async () => {
    const { ctx, preview, confirm, charges } = await start()
    await ctx.db.client.execute("DELETE FROM tariff_assignments WHERE from_on = '2026-01-01'")
    await ctx.db.client.execute('INSERT OR IGNORE INTO scope_followers SELECT id FROM rooms')
    const { id, questions } = await preview(priced(['2栋', '101']))
    expect(questions).toEqual([])
    await confirm(id)
    await ctx.db.client.execute(`INSERT INTO tariff_assignments (target_id, tariff_id, from_on)
      SELECT r.id, t.id, '2026-01-01' FROM rooms r, tariffs t WHERE r.name = '2栋-101' AND t.name = '${ofConsole}'`)
    const confirmed = {
      id: 'evt_1',
      type: 'registry_import.confirmed',
      payload: { importId: id },
      attempt: 9,
    }
    await applyConfirmedImport(as(ctx, job), confirmed as never, {} as never)
    expect(await getImport(ctx, id)).toMatchObject({
      state: 'failed',
      failure: 'registry_import.charged_meanwhile',
    })
    expect((await charges()).slice(1)).toEqual([['2栋-101', ofConsole, '2026-01-01', null]])
  })
})
