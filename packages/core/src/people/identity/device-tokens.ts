import { decodeJwt, jwtVerify, SignJWT } from 'jose'
import { keyNamed, type SessionKeys } from './access-tokens.ts'

const issuer = 'heju'
const audience = 'device'

/** How long a browser is known again without signing in anew: browsers keep no cookie for longer (RFC 6265bis, 5.5). */
export const deviceSeconds = 400 * 24 * 3600

/**
 * What a browser is known again by after somebody signed in with it, signed, so that the edge can tell it from one that
 * was made up without asking a database. It opens nothing.
 * @param device its name, which nobody can guess
 * @param now epoch milliseconds
 */
export function mintDeviceToken(
  keys: SessionKeys,
  device: string,
  companyId: string,
  now: number,
): Promise<string> {
  const seconds = Math.floor(now / 1000)
  return new SignJWT({ company: companyId })
    .setProtectedHeader({ alg: 'EdDSA', kid: keys.signing.kid })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(device)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + deviceSeconds)
    .sign(keys.signing.key)
}

/** The device of a token that is ours, or undefined. */
export async function readDeviceToken(
  keys: SessionKeys,
  token: string,
  companyId: string,
  now: number,
): Promise<string | undefined> {
  try {
    const { payload } = await jwtVerify(token, (header) => keyNamed(keys, header.kid), {
      algorithms: ['EdDSA'],
      issuer,
      audience,
      currentDate: new Date(now),
    })
    return payload.company === companyId ? payload.sub : undefined
  } catch {
    return undefined
  }
}

/**
 * The device that a token names, whoever signed it: for looking up whether it is known for an account, where a name that
 * was made up finds nothing. Browsers from before November 2026 hold the bare name, and one whose key is gone goes on.
 */
export function deviceNamed(token: string): string | undefined {
  if (isName(token)) return token
  try {
    const { sub } = decodeJwt(token)
    return sub !== undefined && isName(sub) ? sub : undefined
  } catch {
    return undefined
  }
}

const isName = (text: string) => /^[0-9a-f-]{36}$/.test(text)
