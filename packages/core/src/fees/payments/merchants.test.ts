import { newId } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import { exportPKCS8, exportSPKI, generateKeyPair } from 'jose'
import { beforeAll, describe, expect, test } from 'vitest'
import { handProjectOver } from '../../estate/handover/index.ts'
import { closeEntity, firstEntityId } from '../../estate/organisation/index.ts'
import { anotherEntity } from '../../estate/organisation/testing.ts'
import { createProject } from '../../estate/projects/index.ts'
import { as, beforeNextWrite, freshRequestId, staff, testCtx, testNow } from '../../testing.ts'
import { listMerchants, retireMerchant, saveMerchant, type SaveMerchant } from './index.ts'
import { merchantFor, unsealSettings } from './merchant.ts'
import { merchants } from './tables.ts'

let pem: { private: string; public: string }
beforeAll(async () => {
  const pair = await generateKeyPair('RS256', { extractable: true })
  pem = { private: await exportPKCS8(pair.privateKey), public: await exportSPKI(pair.publicKey) }
})

const apiV3Key = 'abcdefghijklmnopqrstuvwxyz012345'

function settings(more: Partial<SaveMerchant> = {}): SaveMerchant {
  return {
    requestId: freshRequestId(),
    id: newId('mch', testNow),
    merchantId: '1900000001',
    appId: 'wx0123456789abcdef',
    merchantSerial: 'a'.repeat(40),
    merchantPrivateKey: pem.private,
    apiV3Key,
    platformKeys: [{ serial: 'PUB_KEY_ID_0116000000', pem: pem.public }],
    ...more,
  }
}

describe('saveMerchant', () => {
  test('seals the secrets: they are nowhere to be read, and what is shown is enough to recognise it', async () => {
    const ctx = await testCtx()
    await saveMerchant(ctx, settings())
    expect(await listMerchants(ctx)).toMatchObject([
      {
        projectId: null,
        merchantId: '1900000001',
        merchantSerial: 'A'.repeat(40),
        platformSerials: ['PUB_KEY_ID_0116000000'],
        apiV3KeyLast4: '2345',
        provenAt: null,
      },
    ])
    const secrets = [apiV3Key, pem.private.split('\n')[1]!, pem.public.split('\n')[1]!]
    for (const table of ['merchants', 'audit_log', '_requests', 'outbox']) {
      const text = JSON.stringify((await ctx.db.client.execute(`SELECT * FROM ${table}`)).rows)
      for (const secret of secrets) expect(text).not.toContain(secret)
    }
    const [row] = await ctx.db.orm.select().from(merchants)
    expect(await unsealSettings(ctx, row!)).toMatchObject({
      apiV3Key,
      merchantPrivateKey: pem.private.trim(),
    })
  })

  test('what was sealed for one company does not open in another', async () => {
    const ctx = await testCtx()
    await saveMerchant(ctx, settings())
    const [row] = await ctx.db.orm.select().from(merchants)
    const { Vault } = await import('../../vault.ts')
    const other = await Vault.open(btoa('0123456789abcdef0123456789abcdef'), 'comp_other')
    await expect(unsealSettings(await testCtx({ db: ctx.db, vault: other }), row!)).rejects.toMatchObject({
      code: 'vault.seal_broken',
    })
  })

  test('secrets that are left out stay as they are, and the proof of before is forgotten', async () => {
    const ctx = await testCtx()
    const { id } = await saveMerchant(ctx, settings())
    await ctx.db.orm.update(merchants).set({ provenAt: 1, proofFailure: 'x' })
    const { merchantPrivateKey: _key, apiV3Key: _secret, platformKeys: _keys, ...rest } = settings()
    const again = await saveMerchant(ctx, { ...rest, merchantSerial: 'b'.repeat(40) })
    expect(again).toEqual({ id })
    const [row] = await ctx.db.orm.select().from(merchants)
    expect(row).toMatchObject({ merchantSerial: 'B'.repeat(40), provenAt: null, proofFailure: null })
    expect(await unsealSettings(ctx, row!)).toMatchObject({ apiV3Key, merchantSerial: 'B'.repeat(40) })
  })

  test('a key that somebody else enters at that very moment is not put back by who leaves it out', async () => {
    const ctx = await testCtx()
    await saveMerchant(ctx, settings())
    const another = apiV3Key.toUpperCase()
    const { merchantPrivateKey: _key, apiV3Key: _secret, platformKeys: _keys, ...rest } = settings()
    beforeNextWrite(ctx, () => saveMerchant(ctx, settings({ apiV3Key: another })))
    await expect(saveMerchant(ctx, { ...rest, merchantSerial: 'b'.repeat(40) })).rejects.toMatchObject({
      code: 'payments.merchant_in_use',
    })
    const [row] = await ctx.db.orm.select().from(merchants)
    expect(await unsealSettings(ctx, row!)).toMatchObject({ apiV3Key: another })
  })

  test('another merchant needs all secrets, and takes the place of the one in use, which is kept', async () => {
    const ctx = await testCtx()
    const { id: first } = await saveMerchant(ctx, settings())
    const { apiV3Key: _secret, ...incomplete } = settings({ merchantId: '1900000002' })
    await expect(saveMerchant(ctx, incomplete)).rejects.toMatchObject({
      code: 'payments.merchant_incomplete',
    })
    const { id: second } = await saveMerchant(ctx, settings({ merchantId: '1900000002' }))
    expect((await listMerchants(ctx)).map((row) => row.id)).toEqual([second])
    const rows = await ctx.db.orm.select({ id: merchants.id, retiredAt: merchants.retiredAt }).from(merchants)
    expect(rows).toContainEqual({ id: first, retiredAt: testNow })
  })

  test('of two who enter another merchant at once one wins, and the other is told', async () => {
    const ctx = await testCtx()
    await saveMerchant(ctx, settings())
    const { client } = ctx.db
    const { batch } = client
    // The first has read which one is in use, and has not written yet.
    client.batch = async (...asked: Parameters<typeof batch>) => {
      if (asked[1] === 'write') {
        client.batch = batch
        await saveMerchant(ctx, settings({ merchantId: '1900000003' }))
      }
      return batch.call(client, ...asked)
    }
    await expect(saveMerchant(ctx, settings({ merchantId: '1900000002' }))).rejects.toMatchObject({
      code: 'payments.merchant_in_use',
    })
    expect(await listMerchants(ctx)).toMatchObject([{ merchantId: '1900000003' }])
  })

  test.each([
    ['merchantId', '12ab'],
    ['appId', 'gh_0123456789ab'],
    ['merchantSerial', 'xyz'],
    ['merchantPrivateKey', 'my key'],
    ['apiV3Key', 'too short'],
  ])('a malformed %s is named', async (path, value) => {
    const ctx = await testCtx()
    const bad = saveMerchant(ctx, { ...settings(), [path]: value })
    await expect(bad).rejects.toMatchObject({
      code: 'request.invalid',
      fields: [{ path, code: expect.stringMatching(/^payments\.field\./) }],
    })
  })

  test('only who may write merchants for the whole company sees or changes them', async () => {
    const ctx = await testCtx()
    const { id } = await saveMerchant(ctx, settings())
    for (const actor of [staff('cashier'), staff('accountant'), staff('company_admin', ['proj_1'])]) {
      const other = as(ctx, actor)
      await expect(listMerchants(other)).rejects.toMatchObject({ kind: 'forbidden' })
      await expect(saveMerchant(other, settings())).rejects.toMatchObject({ kind: 'forbidden' })
      await expect(
        retireMerchant(other, { requestId: freshRequestId(), merchantRef: id }),
      ).rejects.toMatchObject({
        kind: 'forbidden',
      })
    }
  })

  test('every change is audited without a secret', async () => {
    const ctx = await testCtx()
    const { id } = await saveMerchant(ctx, settings())
    await retireMerchant(ctx, { requestId: freshRequestId(), merchantRef: id })
    const { rows } = await ctx.db.client.execute(
      `SELECT action, detail_json FROM audit_log WHERE subject_id = '${id}' ORDER BY seq`,
    )
    expect(rows.map((row) => row.action)).toEqual(['merchant.saved', 'merchant.retired'])
    expect(JSON.parse(String(rows[0]?.detail_json))).toEqual({
      scope: 'company',
      entityId: firstEntityId,
      merchantId: '1900000001',
      appId: 'wx0123456789abcdef',
      replaces: null,
    })
  })
})

describe('merchants of several legal entities', () => {
  async function start() {
    const ctx = await testCtx()
    const projectId = newId('proj', testNow)
    const project = { requestId: freshRequestId(), projectId, name: '翠湖花园', type: 'villa' } as const
    await createProject(ctx, project)
    const entityId = await anotherEntity(ctx)
    const handOver = (to: string, fromOn = '2026-11-22') =>
      handProjectOver(ctx, { requestId: freshRequestId(), projectId, entityId: to, fromOn })
    const serving = async (at = ctx) => (await merchantFor(at, sql`${projectId}`))[0]?.id
    return { ctx, projectId, entityId, handOver, serving }
  }

  test('a project collects through its own, else through its entity’s, and through no other’s', async () => {
    const { ctx, projectId, entityId, handOver, serving } = await start()
    const { id: first } = await saveMerchant(ctx, settings())
    expect(await serving()).toBe(first)
    await handOver(entityId)
    expect(await serving()).toBeUndefined()
    const { id: theirs } = await saveMerchant(ctx, settings({ entityId, merchantId: '1900000002' }))
    expect(await serving()).toBe(theirs)
    const { id: own } = await saveMerchant(ctx, settings({ projectId, merchantId: '1900000003' }))
    expect(await serving()).toBe(own)
    expect(await listMerchants(ctx)).toMatchObject([
      { id: first, entityId: firstEntityId, projectId: null },
      { id: theirs, entityId, projectId: null },
      { id: own, entityId, projectId },
    ])
  })

  test('what was a project’s own under another entity does not serve it any more, from the day on', async () => {
    const { ctx, projectId, entityId, handOver, serving } = await start()
    const { id: own } = await saveMerchant(ctx, settings({ projectId }))
    await handOver(entityId, '2026-11-23')
    expect(await serving()).toBe(own)
    expect(await serving(as(ctx, ctx.actor, testNow + 24 * 3_600_000))).toBeUndefined()
    await handOver(entityId)
    expect(await serving()).toBeUndefined()
    // The same number again is another merchant: the new entity's, with its secrets.
    const { platformKeys: _keys, ...incomplete } = settings({ projectId })
    await expect(saveMerchant(ctx, incomplete)).rejects.toMatchObject({
      code: 'payments.merchant_incomplete',
    })
    const { id: again } = await saveMerchant(ctx, settings({ projectId }))
    expect(again).not.toBe(own)
    expect(await serving()).toBe(again)
    expect(await listMerchants(ctx)).toMatchObject([{ id: again, entityId, projectId }])
  })

  test('an account in use is one entity’s: whoever enters it for another is told where', async () => {
    const { ctx, projectId, entityId, handOver } = await start()
    const { id: first } = await saveMerchant(ctx, settings())
    const refused = (more: Partial<SaveMerchant>, params: object) =>
      expect(saveMerchant(ctx, settings(more))).rejects.toMatchObject({
        code: 'payments.merchant_of_another',
        params: { merchantId: '1900000001', ...params },
      })
    await refused({ entityId }, { entity: '测试物业', isOwn: 'no' })
    await refused({ entityId, appId: 'wx0123456789abcde0' }, { entity: '测试物业', isOwn: 'no' })
    // One entity has it for all and for one of its projects.
    const { id: own } = await saveMerchant(ctx, settings({ projectId }))
    await retireMerchant(ctx, { requestId: freshRequestId(), merchantRef: first })
    await refused({ entityId }, { entity: '测试物业', place: '翠湖花园', isOwn: 'yes' })
    // Handed over, its own is entered anew for the new entity in the place of the one before.
    await handOver(entityId)
    expect(await saveMerchant(ctx, settings({ projectId }))).not.toEqual({ id: own })
    await refused({ entityId: firstEntityId }, { entity: '和润湖北物业有限公司', isOwn: 'yes' })
  })

  test('of two who enter one account for two entities at once, the second is refused', async () => {
    const { ctx, entityId } = await start()
    beforeNextWrite(ctx, () => saveMerchant(ctx, settings()))
    await expect(saveMerchant(ctx, settings({ entityId }))).rejects.toMatchObject({
      code: 'payments.merchant_in_use',
    })
    expect(await listMerchants(ctx)).toMatchObject([{ entityId: firstEntityId }])
  })

  test('an account that two have from before works on, and its keys can be changed', async () => {
    const { ctx, entityId } = await start()
    await saveMerchant(ctx, settings())
    const { id } = await saveMerchant(ctx, settings({ entityId, merchantId: '1900000002' }))
    await ctx.db.orm.update(merchants).set({ merchantId: '1900000001' })
    expect(await saveMerchant(ctx, settings({ entityId, merchantSerial: 'c'.repeat(40) }))).toEqual({ id })
  })

  test('whose none is named is that of the first entity that is open', async () => {
    const { ctx, projectId, entityId, handOver } = await start()
    await handOver(entityId)
    const closing = { requestId: freshRequestId(), entityId: firstEntityId, closedOn: '2026-11-22' } as const
    await closeEntity(ctx, closing)
    await saveMerchant(ctx, settings())
    expect(await listMerchants(ctx)).toMatchObject([{ entityId, projectId: null }])
    await expect(saveMerchant(ctx, settings({ projectId, entityId: firstEntityId }))).rejects.toMatchObject({
      code: 'payments.merchant_entity_differs',
    })
  })

  test('a project that is handed over at that moment gets none of the entity before', async () => {
    const { ctx, projectId, entityId, handOver } = await start()
    beforeNextWrite(ctx, () => handOver(entityId))
    await expect(saveMerchant(ctx, settings({ projectId }))).rejects.toMatchObject({
      code: 'payments.project_handed_over',
    })
    await handOver(firstEntityId)
    await saveMerchant(ctx, settings({ projectId }))
    beforeNextWrite(ctx, () => handOver(entityId))
    await expect(saveMerchant(ctx, settings({ projectId }))).rejects.toMatchObject({
      code: 'payments.project_handed_over',
    })
  })

  test('an entity and a project that are not there get none', async () => {
    const { ctx } = await start()
    const wrong = [{ entityId: newId('entity', 1) }, { projectId: newId('proj', 1) }]
    const codes = ['organisation.entity_closed', 'organisation.project_not_found']
    for (const [i, more] of wrong.entries())
      await expect(saveMerchant(ctx, settings(more))).rejects.toMatchObject({ code: codes[i] })
  })
})
