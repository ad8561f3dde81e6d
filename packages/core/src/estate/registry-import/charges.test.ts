import { newId } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import {
  createTariff,
  doubleChargeList,
  draftBillRun,
  type FirstDecision,
  type OthersDecision,
  switchTariff,
} from '../../fees/billing/index.ts'
import { smallProject } from '../registry/testing.ts'
import { as, freshRequestId, staff, testCtx } from '../../testing.ts'
import { answerImport, applyConfirmedImport, applyImport, getImport, listImportChanges } from './index.ts'
import { approveDraft, chargeProject, confirmAsItIs, previewFoundRight } from './testing.ts'

const job = { kind: 'job', id: 'outbox' } as const
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
  const confirm = (importId: string) => confirmAsItIs(ctx, { requestId: freshRequestId(), importId })
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
  await take(csv(['楼栋', '房号', '建筑面积'], ['2栋', '101', 90], ['2栋', '102', 90]))
  await take(priced(['1栋', '101']))
  await approveDraft(ctx, '物业费', ofList)
  await chargeProject(ctx, projectId, others)
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

  test('changes what rooms are charged by the hand of those alone who may write tariffs', async () => {
    const { ctx, projectId, preview, answer } = await start()
    const asked = await preview(ofBuilding2)
    await answer(asked.id, 'replace')
    // Whoever takes money may import lists as well.
    const desk = as(ctx, staff('front_desk', [projectId]))
    const byDesk = () => confirmAsItIs(desk, { requestId: freshRequestId(), importId: asked.id as never })
    await expect(byDesk()).rejects.toMatchObject({ code: 'registry_import.changes_charges' })
    await answer(asked.id, 'keep')
    await byDesk()
  })

  test('brings new rooms under a tariff in use by the hand of whoever imports', async () => {
    const { ctx, projectId, apply, charges } = await start()
    const desk = as(ctx, staff('front_desk', [projectId]))
    expect(desk.may('tariffs.write', projectId)).toBe(false)
    const file = {
      requestId: freshRequestId(),
      importId: newId('imp', ctx.now),
      projectId,
      fileName: '1栋.csv',
    }
    const asked = await previewFoundRight(desk, file, priced(['1栋', '102']))
    await confirmAsItIs(desk, { requestId: freshRequestId(), importId: asked.id })
    await apply(asked.id)
    expect((await charges()).slice(0, 2)).toEqual([
      ['1栋-101', list, '2026-11-01', null],
      ['1栋-102', list, '2026-11-01', null],
    ])
  })

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

  test('tells and counts what rooms on record are charged otherwise, and nothing where they stay as they are', async () => {
    const { ctx, preview, answer } = await start()
    const { id } = await preview(ofBuilding2)
    const changes = async () => (await listImportChanges(ctx, { importId: id as never })).items
    const replaced = await answer(id, 'replace')
    expect(replaced.counts.roomTariffs).toEqual({ created: 1, changed: 1, unchanged: 0 })
    expect(await changes()).toEqual([
      {
        kind: 'charge',
        name: '2栋-101',
        fields: [
          { field: 'charge', before: `${ofConsole} ¥3.00/㎡`, after: `${list} ¥2.50/㎡` },
          { field: 'chargedFrom', before: null, after: '2026-11-01' },
        ],
      },
    ])
    const kept = await answer(id, 'keep')
    expect(kept.counts.roomTariffs).toEqual({ created: 1, changed: 0, unchanged: 0 })
    expect(await changes()).toEqual([])
  })

  test.each(['draft', 'disabled'] as const)(
    'tells what charges nothing and ends as well: a tariff that is %s',
    async (state) => {
      const { ctx, projectId, preview, confirm, apply, answer, charges } = await start()
      const resting = '旧物业费'
      const tariffId = newId('tariff', ctx.now)
      await createTariff(ctx, {
        requestId: freshRequestId(),
        tariffId,
        projectId,
        name: resting,
        feeItem: 'property',
        basis: 'area',
        scope: { kind: 'project' },
        others: 'keep',
        fromOn: '2026-01-01',
        priceE4: 20_000,
        approval: { approvalKind: 'contract', approvalNo: '合同 2', approvalOn: '2026-01-01' },
        guidance: { grade: '一级', baseE4: 30_000, rangeE4: 10_000 },
      })
      await ctx.db.client.execute({
        sql: 'UPDATE tariffs SET state = ? WHERE id = ?',
        args: [state, tariffId],
      })
      const run = (sql: string) => ctx.db.client.execute({ sql, args: [tariffId] })
      await run('DELETE FROM tariff_assignments WHERE tariff_id = ?')
      await run(`INSERT INTO tariff_assignments (target_id, tariff_id, from_on)
        SELECT id, ?, '2026-01-01' FROM rooms WHERE name IN ('2栋-101', '2栋-102')`)
      await run(`DELETE FROM tariff_assignments WHERE tariff_id <> ?
        AND target_id = (SELECT id FROM rooms WHERE name = '2栋-102')`)
      const { id } = await preview(priced(['2栋', '101'], ['2栋', '102']))
      const told = async () =>
        (await listImportChanges(ctx, { importId: id as never })).items.map(({ name, fields: [field] }) => [
          name,
          field!.field,
          field!.before,
        ])
      expect((await answer(id, 'replace')).counts.roomTariffs).toMatchObject({ created: 0, changed: 2 })
      expect((await told()).toSorted()).toEqual([
        ['2栋-101', 'charge', `${ofConsole} ¥3.00/㎡`],
        ['2栋-101', `charge.${state}`, `${resting} ¥2.00/㎡`],
        ['2栋-102', `charge.${state}`, `${resting} ¥2.00/㎡`],
      ])
      await confirm(id)
      await apply(id)
      expect((await charges()).filter(([, name]) => name === resting)).toEqual([
        ['2栋-101', resting, '2026-01-01', '2026-10-31'],
        ['2栋-102', resting, '2026-01-01', '2026-10-31'],
      ])
    },
  )

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
