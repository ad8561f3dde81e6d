import { newId } from '@heju/kernel'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { freshRequestId, testCtx, testNow } from '../../testing.ts'
import { createProject } from '../../estate/projects/index.ts'
import {
  accessTokenSeconds,
  actorOf,
  mintAccessToken,
  readAccessToken,
  sessionKeysOf,
  type Session,
  type SessionKeys,
  type SessionRead,
} from './access-tokens.ts'
import { sessionOf } from './claims.ts'
import { addStaff } from './testing.ts'

const session: Session = {
  plane: 'staff',
  subject: 'stf_1',
  companyId: 'comp_1',
  familyId: 'fam_1',
  assignments: [{ role: 'cashier', projects: ['proj_1'] }],
}
/** What a token says of it. */
const { assignments: roles, ...who } = session
const read: SessionRead = { ...who, claim: { roles } }
const here = { plane: 'staff', companyId: 'comp_1' } as const

async function addProjects(ctx: Ctx, count: number): Promise<string[]> {
  const projectIds = Array.from({ length: count }, () => newId('proj', testNow)).toSorted()
  for (const [i, projectId] of projectIds.entries())
    await createProject(ctx, { requestId: freshRequestId(), projectId, name: `项目${i}`, type: 'villa' })
  return projectIds
}

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
    expect(await readAccessToken(keys, token, here, testNow)).toEqual(read)
    const last = testNow + accessTokenSeconds * 1000 - 1
    expect(await readAccessToken(keys, token, here, last)).toEqual(read)
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
    expect(await readAccessToken(both, old, here, testNow)).toEqual(read)
    const fresh = await mintAccessToken(both, session, testNow)
    expect(await readAccessToken(keys, fresh, here, testNow)).toBeUndefined()
    const after = await sessionKeysOf(JSON.stringify([next]))
    expect(await readAccessToken(after, old, here, testNow)).toBeUndefined()
    expect(await readAccessToken(after, fresh, here, testNow)).toEqual(read)
  })

  const everywhereOf = (count: number, assigned = ['cashier', 'department_lead']) => {
    const projects = Array.from({ length: count }, () => newId('proj', testNow))
    return assigned.map((role) => ({ role, projects }))
  }
  const ids = {
    subject: newId('stf', testNow),
    companyId: newId('comp', testNow),
    familyId: newId('fam', testNow),
  }

  test.each([1, 10, 40, 70, 300, 3000])(
    'of somebody with %i projects stays well within a cookie’s 4 kB',
    async (count) => {
      const token = await mintAccessToken(
        keys,
        { ...session, ...ids, assignments: everywhereOf(count) },
        testNow,
      )
      expect(`__Host-heju_staff=${token}`.length).toBeLessThan(3000)
    },
  )

  test('of many projects claims what it was made of, and asks once where nobody has met that', async () => {
    const ctx = await testCtx()
    const asked: string[] = []
    const ask = <T>(verb: (of: Ctx) => Promise<T>) => {
      asked.push('read')
      return verb(ctx)
    }
    const at = { ...here, companyId: ids.companyId }
    const made = { ...session, ...ids, assignments: everywhereOf(300) }
    const told = await readAccessToken(keys, await mintAccessToken(keys, made, testNow), at, testNow)
    expect(await sessionOf(told!, ask)).toEqual(made)
    expect(asked).toEqual([])
    // In another isolate, of somebody whose roles are others by now.
    const projectIds = await addProjects(ctx, 60)
    const { id } = await addStaff(ctx, { assignments: [{ role: 'cashier', projects: projectIds }] })
    const elsewhere = { ...told!, subject: id, claim: { roles_sha256: 'unknown' } }
    expect((await sessionOf(elsewhere, ask)).assignments).toEqual([{ role: 'cashier', projects: projectIds }])
    expect((await sessionOf({ ...elsewhere, subject: ids.subject }, ask)).assignments).toEqual([])
    // Who is shut out claims nothing, whatever they held.
    const { id: gone } = await addStaff(ctx, {
      assignments: [{ role: 'cashier', projects: projectIds }],
      state: 'disabled',
    })
    expect((await sessionOf({ ...elsewhere, subject: gone }, ask)).assignments).toEqual([])
    expect(asked).toEqual(['read', 'read', 'read'])
  })

  test('stands for staff or an owner; an operator acts on the platform only', () => {
    const { assignments } = session
    const place = { now: testNow, zone: 'Asia/Shanghai' }
    expect(actorOf(session, place)).toMatchObject({ kind: 'staff', id: 'stf_1', assignments })
    const ownerId = newId('ownr', testNow)
    expect(actorOf({ ...session, plane: 'owner', subject: ownerId }, place)).toMatchObject({ id: ownerId })
    expect(actorOf({ ...session, plane: 'owner' }, place)).toBeUndefined()
    expect(actorOf({ ...session, plane: 'operator' }, place)).toBeUndefined()
  })

  test('is read without importing a key again', async () => {
    const json = JSON.stringify([first])
    expect(await sessionKeysOf(json)).toBe(await sessionKeysOf(json))
    await expect(sessionKeysOf('[]')).rejects.toThrow('SESSION_KEYS')
  })
})
