import { civilDateOf, isId } from '@heju/kernel'
import type { Assignment } from '../../permissions/index.ts'
import { importJWK, jwtVerify, SignJWT, type JWK } from 'jose'
import type { Actor } from '../../context.ts'
import { claimIn, claimOf, type Claim } from './claims.ts'
import { standingOf } from './standing.ts'

/**
 * Access tokens are short: what they claim (roles, company) is trusted for reading without asking the database. Writing
 * asks whether it still stands (standing.ts). Roles in many projects are claimed by their hash (claims.ts).
 */
export const accessTokenSeconds = 5 * 60
const issuer = 'heju'

/** Who signs in where: staff in the console and field pages, owners in the portal, operators on the base host. */
export type Plane = 'staff' | 'owner' | 'operator'

/**
 * The keys of access tokens, imported. The first signs, all verify, so that a key can be changed without signing
 * anyone out.
 */
export interface SessionKeys {
  signing: { kid: string; key: CryptoKey }
  verifying: ReadonlyMap<string, CryptoKey>
}

/** The signed-in side of a token. `companyId` is null for operators. */
export interface Session {
  plane: Plane
  subject: string
  companyId: string | null
  /** The family of refresh tokens behind it; signing out ends the family. */
  familyId: string
  assignments: readonly Assignment[]
}

const imported = new Map<string, SessionKeys>()

/**
 * The keys that a deployment's `SESSION_KEYS` holds: a JSON array of Ed25519 private JWKs with `kid`. Importing a key
 * costs more than verifying with it, so it is done once an isolate. What is kept is the keys, not the promise of them:
 * a promise belongs to the request that made it.
 */
export async function sessionKeysOf(json: string): Promise<SessionKeys> {
  const known = imported.get(json)
  if (known !== undefined) return known
  const keys = await importKeys(json)
  imported.set(json, keys)
  return keys
}

async function importKeys(json: string): Promise<SessionKeys> {
  const jwks = JSON.parse(json) as readonly (JWK & { kid: string })[]
  const [first] = jwks
  if (first === undefined) throw new Error('SESSION_KEYS holds no key: see docs/deploy.md')
  const verifying = await Promise.all(
    jwks.map(async (jwk) => {
      const { d: _, ...half } = jwk
      return [half.kid, (await importJWK(half, 'EdDSA')) as CryptoKey] as const
    }),
  )
  const key = (await importJWK(first, 'EdDSA')) as CryptoKey
  return { signing: { kid: first.kid, key }, verifying: new Map(verifying) }
}

/** @param now epoch milliseconds */
export async function mintAccessToken(keys: SessionKeys, session: Session, now: number): Promise<string> {
  const seconds = Math.floor(now / 1000)
  const { companyId, familyId, assignments } = session
  return new SignJWT({ company: companyId, family: familyId, ...(await claimOf(assignments)) })
    .setProtectedHeader({ alg: 'EdDSA', kid: keys.signing.kid })
    .setIssuer(issuer)
    .setAudience(session.plane)
    .setSubject(session.subject)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + accessTokenSeconds)
    .sign(keys.signing.key)
}

/** What a token says of somebody: with their roles, or with the hash of what they are. */
export type SessionRead = Omit<Session, 'assignments'> & { claim: Claim }

/** What a token says, or undefined when it is not one of ours, of another plane or company, altered or out of date. */
export async function readAccessToken(
  keys: SessionKeys,
  token: string,
  expected: { plane: Plane; companyId: string | null },
  now: number,
): Promise<SessionRead | undefined> {
  try {
    const { payload } = await jwtVerify(token, (header) => keyNamed(keys, header.kid), {
      algorithms: ['EdDSA'],
      issuer,
      audience: expected.plane,
      currentDate: new Date(now),
    })
    if (payload.company !== expected.companyId || payload.sub === undefined) return undefined
    const familyId = String(payload.family)
    return {
      plane: expected.plane,
      subject: payload.sub,
      companyId: expected.companyId,
      familyId,
      claim: claimIn(payload as Claim),
    }
  } catch {
    return undefined
  }
}

/** The actor of a verb that a session stands for, at a time. Operators act on the platform only and are none. */
export function actorOf(session: Session, { now, zone }: { now: number; zone: string }): Actor | undefined {
  const today = civilDateOf(now, zone)
  if (session.plane === 'staff')
    return {
      kind: 'staff',
      id: session.subject,
      assignments: session.assignments,
      standing: standingOf(session, today),
    }
  if (session.plane === 'owner' && isId('ownr', session.subject))
    return { kind: 'owner', id: session.subject, standing: standingOf(session, today) }
  return undefined
}

/** @throws Error for a key that is not ours */
export function keyNamed(keys: SessionKeys, kid: string | undefined): CryptoKey {
  const key = keys.verifying.get(kid ?? '')
  if (key === undefined) throw new Error('unknown key')
  return key
}
