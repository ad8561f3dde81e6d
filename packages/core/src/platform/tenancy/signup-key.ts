import { sha256Hex } from '@heju/db'
import type { Vault } from '../../vault.ts'

/**
 * What proves that somebody who asks after a sign-up is the one who made it. Derived, so that the same request again
 * gets the same key although no copy is kept.
 */
export async function signupKey(vault: Vault, signupId: string): Promise<string> {
  return sha256Hex(await vault.index('signup.key', signupId))
}

/** Compared by hashes, so that the time it takes tells nothing of the key. */
export async function isSignupKey(vault: Vault, signupId: string, key: string): Promise<boolean> {
  return (await sha256Hex(key)) === (await sha256Hex(await signupKey(vault, signupId)))
}
