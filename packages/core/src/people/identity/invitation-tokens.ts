import { timingSafeEqual } from 'node:crypto'
import { isId } from '@heju/kernel'
import type { Vault } from '../../vault.ts'

/**
 * What an invitation's link carries: its id and a keyed hash of it. So the same request gets the same link again, an
 * administrator can copy it a second time, and the database holds nothing that lets anybody in.
 */
export async function invitationToken(vault: Vault, invitationId: string): Promise<string> {
  const secret = await vault.index('invitations.token', invitationId)
  return `${invitationId}.${secret.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`
}

/** The invitation that a token was made for, or undefined when it was not made by us. */
export async function invitationOf(vault: Vault, token: string): Promise<string | undefined> {
  const [invitationId = ''] = token.split('.')
  if (!isId('inv', invitationId)) return undefined
  const expected = Buffer.from(await invitationToken(vault, invitationId))
  const given = Buffer.from(token)
  return expected.length === given.length && timingSafeEqual(expected, given) ? invitationId : undefined
}
