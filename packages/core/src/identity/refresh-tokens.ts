import { sha256Hex } from '@heju/db'
import { isId } from '@heju/kernel'
import type { Vault } from '../vault.ts'

/**
 * A refresh token is the id of its family and a secret: `fam_….<43 characters>`. The first secret is drawn at random;
 * each later one is a keyed hash of the token before it. So two tabs that spend the same token at once get the same
 * successor without it being kept anywhere, and who reads the database can make none.
 */
export function firstRefreshToken(familyId: string): string {
  return `${familyId}.${base64url(crypto.getRandomValues(new Uint8Array(32)))}`
}

/** @param again how many successors of the token were given up, because their answer was lost */
export async function nextRefreshToken(
  vault: Vault,
  familyId: string,
  token: string,
  again = 0,
): Promise<string> {
  const secret = await vault.index('sessions.refresh', again === 0 ? token : `${token} ${again}`)
  return `${familyId}.${secret.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`
}

/** The family that a token names, or undefined when it has not the form of one. */
export function familyOf(token: string): string | undefined {
  const [familyId = '', secret = ''] = token.split('.')
  return isId('fam', familyId) && secret.length === 43 ? familyId : undefined
}

export function hashRefreshToken(token: string): Promise<string> {
  return sha256Hex(token)
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
