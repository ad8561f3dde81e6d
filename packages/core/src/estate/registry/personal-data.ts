import { formatPhone, maskIdNumber, maskPhone } from '@heju/kernel'
import type { Vault } from '../../vault.ts'

/** Names under which the vault seals and indexes. Whoever looks a phone up must use the same one. */
export const phoneField = 'people.phone'
export const idField = 'people.id_number'

export interface SealedPhone {
  phoneSealed: string
  phoneIndex: string
  phoneLast4: string
  phoneMasked: string
}

/** A phone as it is stored. @param number E.164 */
export async function sealPhone(vault: Vault, number: string): Promise<SealedPhone> {
  const [phoneSealed, phoneIndex] = await Promise.all([
    vault.seal(phoneField, number),
    vault.index(phoneField, number),
  ])
  return { phoneSealed, phoneIndex, phoneLast4: number.slice(-4), phoneMasked: maskPhone(number) }
}

export interface SealedId {
  idSealed: string
  idIndex: string
  idMasked: string
}

/** An ID number as it is stored. @param number in capitals, without blanks */
export async function sealId(vault: Vault, number: string): Promise<SealedId> {
  const [idSealed, idIndex] = await Promise.all([vault.seal(idField, number), vault.index(idField, number)])
  return { idSealed, idIndex, idMasked: maskIdNumber(number) }
}

/** The keyed hash by which a phone is looked up among people. @param number E.164 */
export function indexPhone(vault: Vault, number: string): Promise<string> {
  return vault.index(phoneField, number)
}

/** A sealed phone as people read it: 138 1234 1234. */
export async function unsealPhone(vault: Vault, sealed: string): Promise<string> {
  return formatPhone(await vault.unseal(phoneField, sealed))
}
