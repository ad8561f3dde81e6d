import { newId } from '@heju/kernel'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { beforeAll, describe, expect, test } from 'vitest'
import { testNow } from '../../testing.ts'
import {
  accessTokenSeconds,
  actorOf,
  mintAccessToken,
  readAccessToken,
  sessionKeysOf,
  type Session,
  type SessionKeys,
} from './access-tokens.ts'

const session: Session = {
  plane: 'staff',
  subject: 'stf_1',
  companyId: 'comp_1',
  familyId: 'fam_1',
  assignments: [{ role: 'cashier', projects: ['proj_1'] }],
}
const here = { plane: 'staff', companyId: 'comp_1' } as const

async function jwk(kid: string) {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true })
  return { ...(await exportJWK(privateKey)), kid }
}

let first: Awaited<ReturnType<typeof jwk>>
let keys: SessionKeys
beforeAll(async () => {
  first = await jwk('2026-11')
  keys = await sessionKeysOf(JSON.stringify([first]))
})

describe('an access token', () => {
  test('says what it was made of, until it runs out', async () => {
    const token = await mintAccessToken(keys, session, testNow)
    expect(await readAccessToken(keys, token, here, testNow)).toEqual(session)
    const last = testNow + accessTokenSeconds * 1000 - 1
    expect(await readAccessToken(keys, token, here, last)).toEqual(session)
    expect(await readAccessToken(keys, token, here, last + 1)).toBeUndefined()
  })

  test('is nothing at another company or on another side', async () => {
    const token = await mintAccessToken(keys, session, testNow)
    for (const elsewhere of [
      { ...here, companyId: 'comp_2' },
      { ...here, companyId: null },
      { ...here, plane: 'owner' as const },
      { ...here, plane: 'operator' as const },
    ])
      expect(await readAccessToken(keys, token, elsewhere, testNow)).toBeUndefined()
  })

  test('is nothing when altered, signed by another, unsigned, or signed with the public half as a secret', async () => {
    const token = await mintAccessToken(keys, session, testNow)
    const [head = '', body = '', signature = ''] = token.split('.')
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>
    const bigger = { ...claims, roles: [{ role: 'company_admin', projects: 'all' }] }
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const stranger = await sessionKeysOf(JSON.stringify([await jwk('2026-11')]))
    const hmac = new SignJWT(bigger).setProtectedHeader({ alg: 'HS256', kid: '2026-11' })
    const forged = [
      `${head}.${encode(bigger)}.${signature}`,
      `${encode({ alg: 'none', kid: '2026-11' })}.${encode(bigger)}.`,
      `${encode({ alg: 'none' })}.${body}.${signature}`,
      await mintAccessToken(stranger, session, testNow),
      await hmac.sign(new TextEncoder().encode(first.x)),
      '',
      'x.y.z',
    ]
    for (const one of forged) expect(await readAccessToken(keys, one, here, testNow)).toBeUndefined()
  })

  test('goes on while a new key takes over, and ends when its own is taken out', async () => {
    const old = await mintAccessToken(keys, session, testNow)
    const next = await jwk('2026-12')
    const both = await sessionKeysOf(JSON.stringify([next, first]))
    expect(await readAccessToken(both, old, here, testNow)).toEqual(session)
    const fresh = await mintAccessToken(both, session, testNow)
    expect(await readAccessToken(keys, fresh, here, testNow)).toBeUndefined()
    const after = await sessionKeysOf(JSON.stringify([next]))
    expect(await readAccessToken(after, old, here, testNow)).toBeUndefined()
    expect(await readAccessToken(after, fresh, here, testNow)).toEqual(session)
  })

  test('carries the most projects that can be listed within a cookie’s 4 kB', async () => {
    const projects = () => Array.from({ length: 30 }, () => newId('proj', testNow))
    const assignments = (['cashier', 'department_lead'] as const).map((role) => ({
      role,
      projects: projects(),
    }))
    const ids = {
      subject: newId('stf', testNow),
      companyId: newId('comp', testNow),
      familyId: newId('fam', testNow),
    }
    const token = await mintAccessToken(keys, { ...session, ...ids, assignments }, testNow)
    expect(`heju_staff=${token}`.length).toBeLessThan(4000)
  })

  test('stands for staff or an owner; an operator acts on the platform only', () => {
    const { assignments } = session
    expect(actorOf(session)).toMatchObject({ kind: 'staff', id: 'stf_1', assignments })
    const ownerId = newId('ownr', testNow)
    expect(actorOf({ ...session, plane: 'owner', subject: ownerId })).toMatchObject({ id: ownerId })
    expect(actorOf({ ...session, plane: 'owner' })).toBeUndefined()
    expect(actorOf({ ...session, plane: 'operator' })).toBeUndefined()
  })

  test('is read without importing a key again', async () => {
    const json = JSON.stringify([first])
    expect(await sessionKeysOf(json)).toBe(await sessionKeysOf(json))
    await expect(sessionKeysOf('[]')).rejects.toThrow('SESSION_KEYS')
  })
})
