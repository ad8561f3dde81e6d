import { sha256Hex } from '@heju/db'
import { isId } from '@heju/kernel'
import type { Vault } from '../../vault.ts'

/** Characters of a secret that are drawn: 132 bits. The rest, 126 bits, is the mark of who issued it. */
const drawnLength = 22
const secretLength = 43

/**
 * A refresh token is the id of its family and a secret: `fam_….<43 characters>`. What the first secret begins with is
 * drawn at random, each later one is a keyed hash of the token before it. So two tabs that spend the same token at once
 * get the same successor without it being kept anywhere, and who reads the database can make none. It ends with a keyed
 * hash of its beginning, by which one that was spent long ago is told from one that somebody made up.
 */
export function firstRefreshToken(vault: Vault, familyId: string): Promise<string> {
  return marked(vault, familyId, base64url(crypto.getRandomValues(new Uint8Array(32))))
}

/** @param again how many successors of the token were given up, because their answer was lost */
export async function nextRefreshToken(
  vault: Vault,
  familyId: string,
  token: string,
  again = 0,
): Promise<string> {
  const hash = await vault.index('sessions.refresh', again === 0 ? token : `${token} ${again}`)
  return marked(vault, familyId, urlSafe(hash))
}

/** Whether a token was ever handed out. The id of its family alone says nothing: it stands in every access token. */
export async function wasIssued(vault: Vault, token: string): Promise<boolean> {
  const [familyId = '', secret = ''] = token.split('.')
  return (await marked(vault, familyId, secret)) === token
}

async function marked(vault: Vault, familyId: string, drawn: string): Promise<string> {
  const begun = `${familyId}.${drawn.slice(0, drawnLength)}`
  const mark = urlSafe(await vault.index('sessions.issued', begun))
  return `${begun}${mark.slice(0, secretLength - drawnLength)}`
}

/** The family that a token names, or undefined when it has not the form of one. */
export function familyOf(token: string): string | undefined {
  const [familyId = '', secret = ''] = token.split('.')
  return isId('fam', familyId) && secret.length === secretLength ? familyId : undefined
}

export function hashRefreshToken(token: string): Promise<string> {
  return sha256Hex(token)
}

function base64url(bytes: Uint8Array): string {
  return urlSafe(btoa(String.fromCharCode(...bytes)))
}

function urlSafe(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
