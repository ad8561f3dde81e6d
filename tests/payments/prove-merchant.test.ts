import { listMerchants, proveMerchant, saveMerchant, type SaveMerchant } from '@heju/core/fees/payments'
import { as, beforeNextWrite, freshRequestId, staff } from '@heju/core/testing'
import { newId } from '@heju/kernel'
import { exportPKCS8, generateKeyPair } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { street, type Street } from './online.ts'

let provider: Street
beforeAll(async () => {
  provider = await street()
})
afterAll(() => provider.close())

async function proved(
  change: (settings: SaveMerchant) => Partial<SaveMerchant> | Promise<Partial<SaveMerchant>>,
) {
  const online = await provider.company()
  const { ctx } = online.place
  const settings = (await online.control('merchants', {})) as SaveMerchant
  const saved = await saveMerchant(ctx, {
    ...settings,
    ...(await change(settings)),
    requestId: freshRequestId(),
    id: newId('mch', ctx.now),
  })
  const proof = await proveMerchant(ctx, { requestId: freshRequestId(), merchantRef: saved.id }, online.ports)
  return { online, proof, settings, id: saved.id }
}

describe('testing the settings of a merchant', () => {
  test('says that they are right, and when', async () => {
    const { online, proof } = await proved(() => ({}))
    expect(proof).toEqual({ provenAt: online.place.ctx.now, failure: null, reason: null })
    expect(await listMerchants(online.place.ctx)).toMatchObject([
      { provenAt: online.place.ctx.now, proofFailure: null },
    ])
  })

  test('a serial that is not the merchant’s is refused by the provider', async () => {
    const { online, proof } = await proved(() => ({ merchantSerial: '0'.repeat(40) }))
    expect(proof).toMatchObject({ failure: 'payments.provider_refused', reason: 'SIGN_ERROR' })
    expect(await listMerchants(online.place.ctx)).toMatchObject([
      { proofFailure: 'payments.provider_refused' },
    ])
  })

  test('another private key is refused by the provider', async () => {
    const { proof } = await proved(async () => {
      const { privateKey } = await generateKeyPair('RS256', { extractable: true })
      return { merchantPrivateKey: await exportPKCS8(privateKey) }
    })
    expect(proof).toMatchObject({ failure: 'payments.provider_refused', reason: 'SIGN_ERROR' })
  })

  test('a key of the provider that is not its own does not believe its answers', async () => {
    const { proof } = await proved(({ platformKeys }) => ({
      platformKeys: [{ serial: platformKeys![0]!.serial, pem: platformKeys![1]!.pem }],
    }))
    expect(proof).toMatchObject({ failure: 'payments.provider_untrusted' })
  })

  test('a key that cannot be read is named', async () => {
    const broken = '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----'
    const { proof } = await proved(() => ({ merchantPrivateKey: broken }))
    expect(proof).toMatchObject({ failure: 'payments.settings_unusable', reason: 'merchantPrivateKey' })
  })

  test('proves those alone that were tested: others that are entered meanwhile stay unproven', async () => {
    const { online, settings, id } = await proved(() => ({}))
    const { ctx } = online.place
    const wrong = { ...settings, id, merchantSerial: '0'.repeat(40) }
    beforeNextWrite(ctx, () => saveMerchant(ctx, { ...wrong, requestId: freshRequestId() }))
    const proof = proveMerchant(ctx, { requestId: freshRequestId(), merchantRef: id }, online.ports)
    await expect(proof).rejects.toMatchObject({ code: 'payments.merchant_in_use' })
    expect(await listMerchants(ctx)).toMatchObject([{ provenAt: null }])
  })

  test('is for those alone who may write merchants', async () => {
    const { online, id } = await proved(() => ({}))
    await expect(
      proveMerchant(
        as(online.place.ctx, staff('cashier')),
        { requestId: freshRequestId(), merchantRef: id },
        online.ports,
      ),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
