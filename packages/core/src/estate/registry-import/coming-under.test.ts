import { newId } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import { sql } from 'drizzle-orm'
import { switchTariff, type FirstDecision } from '../../fees/billing/index.ts'
import { as, beforeNextWrite, freshRequestId, staff, testCtx } from '../../testing.ts'
import { changeBuilding, createRoom, listBuildings } from '../registry/index.ts'
import { smallProject } from '../registry/testing.ts'
import { applyConfirmedImport, applyImport, getImport, listImportChanges, retryImport } from './index.ts'
import { openPart, sealPart } from './parts.ts'
import type { ApplyPart } from './statements.ts'
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
  /** Carries it out as the queue does, which says of it why it stops. */
  const work = async (importId: string) => {
    const event = { id: 'evt_1', type: 'registry_import.confirmed', payload: { importId }, attempt: 9 }
    await applyConfirmedImport(as(ctx, job), event as never, {} as never)
    const { state, failure } = await getImport(ctx, importId)
    return failure ?? state
  }
  const again = (by: typeof ctx, importId: string) =>
    retryImport(by, { requestId: freshRequestId(), importId: importId as never })
  const buildingId = async (name: string) =>
    (await listBuildings(ctx, projectId)).find((one) => one.name === name)!.id as never
  /** By the desk, on its page. */
  const makeRoom = async (building: string, number: string) =>
    createRoom(desk, {
      requestId: freshRequestId(),
      roomId: newId('room', ctx.now),
      buildingId: await buildingId(building),
      number,
      builtAreaE2: 9000,
    })
  const rename = async (from: string, name: string) =>
    changeBuilding(desk, {
      requestId: freshRequestId(),
      buildingId: await buildingId(from),
      name,
      floors: null,
    })
  const more = { work, again, makeRoom, rename }
  return { ctx, desk, preview, confirm, apply, approve, charges, ofConsole, ...more }
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
    const { ctx, desk, preview, confirm, work, again, approve, charges } = await start()
    const { id } = await preview(ofBuilding2)
    await confirm(desk, id)
    await approve()
    expect(await work(id)).toBe(refused.code)
    expect(await charges()).toEqual(['1栋-101 物业费'])
    await expect(again(desk, id)).rejects.toMatchObject(refused)
    await again(ctx, id)
    expect(await work(id)).toBe('applied')
    expect(await charges()).toEqual(['1栋-101 物业费', '2栋-101 物业费', '2栋-103 物业费'])
  })

  test('and so where the room on record is changed by the same list', async () => {
    const { desk, preview, confirm, work, approve, charges } = await start()
    const larger = csv(
      ['楼栋', '房号', '建筑面积', '物业费单价'],
      ['2栋', '101', 95, 2.5],
      ['2栋', '103', 90, 2.5],
    )
    const { id, ...shown } = await preview(larger)
    expect(shown).toMatchObject({ counts: { rooms: { created: 1, changed: 1 } }, mayCharge: true })
    await confirm(desk, id)
    await approve()
    expect(await work(id)).toBe(refused.code)
    expect(await charges()).toEqual(['1栋-101 物业费'])
  })

  test('names each room with what it is charged from which day, and no room that is new', async () => {
    const { desk, preview, approve } = await start()
    await approve()
    const { id } = await preview(ofBuilding2)
    const { items } = await listImportChanges(desk, { importId: id })
    expect(items).toEqual([
      {
        kind: 'charge',
        name: '2栋-101',
        fields: [
          { field: 'charge', before: null, after: '物业费 ¥2.50/㎡' },
          { field: 'chargedSince', before: null, after: '2026-11-01' },
        ],
      },
    ])
  })

  test('is tried again by anybody once what it would bring them under is out of use', async () => {
    const { ctx, desk, preview, confirm, work, again, approve, charges } = await start()
    const { id } = await preview(ofBuilding2)
    await confirm(desk, id)
    await approve()
    expect(await work(id)).toBe(refused.code)
    expect([(await getImport(desk, id)).mayCharge, (await getImport(ctx, id)).mayCharge]).toEqual([
      false,
      true,
    ])
    const [tariffId] = await ctx.db.orm.all<{ id: string }>(sql`SELECT id FROM tariffs WHERE name = '物业费'`)
    await switchTariff(ctx, {
      requestId: freshRequestId(),
      tariffId: tariffId!.id as never,
      state: 'disabled',
    })
    expect(await getImport(desk, id)).toMatchObject({ mayCharge: true })
    await again(desk, id)
    expect(await work(id)).toBe('applied')
    expect(await charges()).toContain('2栋-101 物业费')
  })

  test('goes on by the word of anybody once somebody has let it who may', async () => {
    const { ctx, desk, preview, confirm, work, again, approve, charges } = await start()
    await approve()
    const { id } = await preview(ofBuilding2)
    await confirm(ctx, id)
    await ctx.db.client.execute("UPDATE import_jobs SET state = 'failed'")
    expect(await getImport(desk, id)).toMatchObject({ charges: [], mayCharge: true })
    await again(desk, id)
    expect(await work(id)).toBe('applied')
    expect(await charges()).toContain('2栋-101 物业费')
  })
})

const ofNewRooms = priced(['2栋', '103'], ['2栋', '104'])

describe('an import whose rooms were new, of which one is on record by the time that it would be charged', () => {
  /** The desk has seen that it charges rooms alone that come with it. */
  async function shown(others?: FirstDecision) {
    const all = await start()
    if (others === 'surcharge') await all.ofConsole()
    await all.approve(others)
    const { id, ...rest } = await all.preview(ofNewRooms)
    expect(rest).toMatchObject({ questions: [], charges: [], mayCharge: true })
    const charged = async () => (await all.charges()).filter((one) => /^2栋-10[34] 物业费$/.test(one))
    return { ...all, id, charged }
  }

  test.each([{ others: undefined }, { others: 'surcharge' as const }])(
    'is confirmed by those alone who may write tariffs where somebody has made it by hand: %o',
    async ({ others }) => {
      const { ctx, desk, id, makeRoom, confirm, work, charged } = await shown(others)
      await makeRoom('2栋', '103')
      await expect(confirm(desk, id)).rejects.toMatchObject(refused)
      expect(await getImport(desk, id)).toMatchObject({ state: 'previewed' })
      expect(await charged()).toEqual([])
      await confirm(ctx, id)
      expect(await work(id)).toBe('applied')
      expect(await charged()).toEqual(['2栋-103 物业费', '2栋-104 物业费'])
    },
  )

  test('and so where a building was given the name by which the list means another', async () => {
    const { ctx, desk, preview, confirm, rename, work, approve, charges } = await start()
    await approve()
    const { id, ...rest } = await preview(priced(['5栋', '101']))
    expect(rest).toMatchObject({ charges: [], mayCharge: true })
    await rename('2栋', '5栋')
    await expect(confirm(desk, id)).rejects.toMatchObject(refused)
    expect(await charges()).toEqual(['1栋-101 物业费'])
    await confirm(ctx, id)
    expect(await work(id)).toBe('applied')
    expect(await charges()).toEqual(['1栋-101 物业费', '5栋-101 物业费'])
  })

  test('is not confirmed where it is made at that moment', async () => {
    const { ctx, desk, id, makeRoom, confirm } = await shown()
    beforeNextWrite(ctx, () => makeRoom('2栋', '103'))
    await expect(confirm(desk, id)).rejects.toMatchObject(refused)
    expect(await getImport(ctx, id)).toMatchObject({ state: 'previewed' })
  })

  test('stops where it is made after that, and goes on by the word of who may', async () => {
    const { ctx, desk, id, makeRoom, confirm, work, again, charged } = await shown()
    await confirm(desk, id)
    await makeRoom('2栋', '103')
    expect(await work(id)).toBe(refused.code)
    expect(await charged()).toEqual([])
    expect(await getImport(desk, id)).toMatchObject({ charges: [], mayCharge: false })
    await expect(again(desk, id)).rejects.toMatchObject(refused)
    await again(ctx, id)
    expect(await work(id)).toBe('applied')
    expect(await charged()).toEqual(['2栋-103 物业费', '2栋-104 物业费'])
  })

  test('charges those that it has made itself before it stopped, whoever lets it go on', async () => {
    const { ctx, desk, id, confirm, rename, work, again, charged } = await shown()
    await confirm(desk, id)
    beforeNextWrite(ctx, () => rename('2栋', '5栋'), 2)
    expect(await work(id)).toBe('registry_import.rooms_meanwhile')
    await rename('5栋', '2栋')
    await again(desk, id)
    expect(await work(id)).toBe('applied')
    expect(await charged()).toEqual(['2栋-103 物业费', '2栋-104 物业费'])
  })
})

describe('an import that was previewed before it was kept which rooms come with it', () => {
  async function previewedBefore() {
    const all = await start()
    await all.approve()
    const { id } = await all.preview(ofNewRooms)
    const { client } = all.ctx.db
    const last = {
      sql: "SELECT seq, sealed FROM import_parts WHERE kind = 'apply' AND import_id = ? ORDER BY seq DESC",
      args: [id],
    }
    const [row] = (await client.execute(last)).rows
    const part = await openPart<ApplyPart>(all.ctx.vault, 'apply', String(row!['sealed']))
    for (const draft of part.rows) delete (draft as { newRooms?: unknown }).newRooms
    const sealed = await sealPart(all.ctx.vault, 'apply', part)
    const args = [sealed, id, row!['seq']!]
    await client.execute({
      sql: "UPDATE import_parts SET sealed = ? WHERE import_id = ? AND kind = 'apply' AND seq = ?",
      args,
    })
    return { ...all, id }
  }

  test('is uploaded again by whoever may write no tariffs, and confirmed by who may', async () => {
    const { ctx, desk, id, confirm, work, charges } = await previewedBefore()
    await expect(confirm(desk, id)).rejects.toMatchObject({ code: 'registry_import.outdated' })
    await confirm(ctx, id)
    expect(await work(id)).toBe('applied')
    expect(await charges()).toContain('2栋-103 物业费')
  })

  test('stops where it was confirmed before that too, until somebody lets it go on who may', async () => {
    const { ctx, desk, id, work, again, charges } = await previewedBefore()
    await ctx.db.client.execute(
      "UPDATE import_jobs SET state = 'applying', runs = 1 WHERE state = 'previewed'",
    )
    expect(await work(id)).toBe(refused.code)
    await expect(again(desk, id)).rejects.toMatchObject({ code: 'registry_import.outdated' })
    await again(ctx, id)
    expect(await work(id)).toBe('applied')
    expect(await charges()).toContain('2栋-103 物业费')
  })
})

test('an import whose rooms are called otherwise by the time that they would be charged stops, and says so', async () => {
  const { ctx, preview, confirm, rename, work, again, approve, charges } = await start()
  await approve()
  const { id } = await preview(priced(['2栋', '101']))
  await confirm(ctx, id)
  await rename('2栋', '5栋')
  expect(await work(id)).toBe('registry_import.rooms_meanwhile')
  expect(await charges()).toEqual(['1栋-101 物业费'])
  await rename('5栋', '2栋')
  await again(ctx, id)
  expect(await work(id)).toBe('applied')
  expect(await charges()).toEqual(['1栋-101 物业费', '2栋-101 物业费'])
})
