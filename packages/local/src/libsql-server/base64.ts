const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/**
 * Bytes of base64 in the standard alphabet without padding, as strictly as sqld reads it: bits that mean nothing are 0.
 * @returns what is wrong with the text, in sqld's words, when it is no such base64
 */
export function fromUnpaddedBase64(text: string): Buffer | string {
  const wrong = [...text].findIndex((character) => !alphabet.includes(character))
  if (wrong >= 0 && /^[^=]*={1,2}$/.test(text)) return 'Invalid padding'
  if (wrong >= 0) return `Invalid byte ${text.charCodeAt(wrong)}, offset ${wrong}.`
  if (text.length % 4 === 1) return `Invalid input length: ${text.length}`
  const bytes = Buffer.from(text, 'base64')
  if (bytes.toString('base64').replace(/=+$/, '') === text) return bytes
  const last = text.length - 1
  return `Invalid last symbol ${text.charCodeAt(last)}, offset ${last}.`
}
