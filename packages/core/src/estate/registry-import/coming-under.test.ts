import { newId } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import type { FirstDecision } from '../../fees/billing/index.ts'
import { as, freshRequestId, staff, testCtx } from '../../testing.ts'
import { smallProject } from '../registry/testing.ts'
import { applyConfirmedImport, applyImport, getImport, retryImport } from './index.ts'
import { approveDraft, chargeProject, confirmAsItIs, previewFoundRight } from './testing.ts'

const job = { kind: 'job', id: 'outbox' } as const
const refused = { code: 'registry_import.changes_charges' }
const csv = (...rows: (string | number)[][]) =>
  new TextEncoder().encode(rows.map((row) => row.join()).join('\n'))
const priced = (...rooms: string[][]) =>
  csv(['楼栋', '房号', '建筑面积', '物业费单价'], ...rooms.map((room) => [...room, 90, 2.5]))

/** Building 2 is on record and charged by nothing; a list brought a price for building 1, a draft so far. */
async function start() {
  const ctx = await testCtx()
  const { projectId } = await smallProject(ctx)
  const desk = as(ctx, staff('front_desk', [projectId]))
  const preview = (file: Uint8Array) => {
    const importId = newId('imp', ctx.now)
    return previewFoundRight(
      desk,
      { requestId: freshRequestId(), importId, projectId, fileName: '登记.csv' },
      file,
    )
  }
  const confirm = (by: typeof ctx, importId: string) =>
    confirmAsItIs(by, { requestId: freshRequestId(), importId: importId as never })
  const apply = (importId: string) => applyImport(as(ctx, job), { importId })
  const take = async (file: Uint8Array) => {
    const { id } = await preview(file)
    await confirm(desk, id)
    await apply(id)
  }
  await take(csv(['楼栋', '房号', '建筑面积'], ['2栋', '101', 90], ['2栋', '102', 90]))
  await take(priced(['1栋', '101']))
  const approve = (others?: FirstDecision) => approveDraft(ctx, '物业费', others)
  const charges = async () => {
    const { rows } = await ctx.db.client.execute(`SELECT r.name, t.name AS tariff FROM tariff_assignments a
      JOIN rooms r ON r.id = a.target_id JOIN tariffs t ON t.id = a.tariff_id ORDER BY r.sort_key, t.name DESC`)
    return rows.map((row) => Object.values(row).join(' '))
  }
  const ofConsole = () => chargeProject(ctx, projectId)
  return { ctx, desk, preview, confirm, apply, approve, charges, ofConsole }
}

const ofBuilding2 = priced(['2栋', '101'], ['2栋', '103'])
const oneRoom = [{ tariff: '物业费', rooms: 1 }]

describe('an import that would put rooms on record under a tariff in use', () => {
  test.each([{ isSurcharge: true }, { isSurcharge: false }])(
    'is confirmed by those alone who may write tariffs, whether anything is asked of it or not: %o',
    async ({ isSurcharge }) => {
      const { ctx, desk, preview, confirm, apply, approve, charges, ofConsole } = await start()
      if (isSurcharge) await ofConsole()
      await approve(isSurcharge ? 'surcharge' : undefined)
      const before = await charges()
      const shown = await preview(ofBuilding2)
      expect(shown).toMatchObject({ questions: [], charges: oneRoom, mayCharge: false })
      expect(await getImport(desk, shown.id)).toMatchObject({ charges: oneRoom, mayCharge: false })
      await expect(confirm(desk, shown.id)).rejects.toMatchObject(refused)
      expect(await charges()).toEqual(before)
      expect(await getImport(ctx, shown.id)).toMatchObject({ charges: oneRoom, mayCharge: true })
      await confirm(ctx, shown.id)
      await apply(shown.id)
      expect(await charges()).toContain('2栋-101 物业费')
    },
  )

  test('is confirmed by who imports lists where its rooms are new', async () => {
    const { desk, preview, confirm, apply, approve, charges } = await start()
    await approve()
    const { id, ...shown } = await preview(priced(['2栋', '103']))
    expect(shown).toMatchObject({ charges: [], mayCharge: true })
    await confirm(desk, id)
    await apply(id)
    expect(await charges()).toEqual(['1栋-101 物业费', '2栋-103 物业费'])
  })

  test('and where the tariff is a draft, as long as it is one', async () => {
    const { ctx, desk, preview, confirm, apply, approve, charges } = await start()
    const { id, ...shown } = await preview(ofBuilding2)
    expect(shown).toMatchObject({ charges: [], mayCharge: true })
    await approve()
    expect(await getImport(desk, id)).toMatchObject({ charges: oneRoom, mayCharge: false })
    await expect(confirm(desk, id)).rejects.toMatchObject(refused)
    await confirm(ctx, id)
    await apply(id)
    expect(await charges()).toEqual(['1栋-101 物业费', '2栋-101 物业费', '2栋-103 物业费'])
  })

  test('stops where the draft came into use after it was confirmed, and goes on by the word of who may', async () => {
    const { ctx, desk, preview, confirm, apply, approve, charges } = await start()
    const { id } = await preview(ofBuilding2)
    await confirm(desk, id)
    await approve()
    const event = { id: 'evt_1', type: 'registry_import.confirmed', payload: { importId: id }, attempt: 1 }
    await applyConfirmedImport(as(ctx, job), event as never, {} as never)
    expect(await getImport(desk, id)).toMatchObject({ state: 'failed', failure: refused.code })
    expect(await charges()).toEqual(['1栋-101 物业费'])
    const again = (by: typeof ctx) => retryImport(by, { requestId: freshRequestId(), importId: id as never })
    await expect(again(desk)).rejects.toMatchObject(refused)
    await again(ctx)
    await apply(id)
    expect(await charges()).toEqual(['1栋-101 物业费', '2栋-101 物业费', '2栋-103 物业费'])
  })

  test('and that was previewed before this was kept is uploaded again by whoever may not', async () => {
    const { ctx, desk, preview, confirm, approve } = await start()
    await approve()
    const { id } = await preview(ofBuilding2)
    await ctx.db.client.execute('UPDATE import_jobs SET charges_json = NULL')
    await expect(confirm(desk, id)).rejects.toMatchObject({ code: 'registry_import.outdated' })
    await confirm(ctx, id)
  })
})
