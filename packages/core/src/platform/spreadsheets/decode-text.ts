/**
 * Decodes a text file: by its byte order mark; as UTF-16 without one when every other byte of its start is zero; as UTF-8
 * when valid; else as the encoding (GB18030 of the mainland, Big5, or UTF-8 with a few broken characters) that yields
 * ordinary text.
 */
export function decodeText(file: Uint8Array): string {
  const utf16 = utf16Of(file)
  if (utf16) return new TextDecoder(utf16).decode(file)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(file)
  } catch {
    const start = file.subarray(0, 8192)
    const odd = ['gb18030', 'big5', 'utf-8'].map((name) => {
      return { name, oddness: oddness(new TextDecoder(name).decode(start)) }
    })
    const best = odd.reduce((least, next) => (next.oddness < least.oddness ? next : least))
    return new TextDecoder(best.name).decode(file)
  }
}

/** Whether the file cannot be text: text holds no zero bytes, that of UTF-16 aside. */
export function isBinary(file: Uint8Array): boolean {
  return utf16Of(file) === null && file.subarray(0, 4096).includes(0)
}

function utf16Of(file: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (file[0] === 0xff && file[1] === 0xfe) return 'utf-16le'
  if (file[0] === 0xfe && file[1] === 0xff) return 'utf-16be'
  // Separators, digits and ends of lines have a zero byte on one side, and Chinese characters have none on either.
  const start = file.subarray(0, 4096)
  const zeros = [0, 0]
  for (const [at, byte] of start.entries()) {
    if (byte !== 0) continue
    if (!isPlain(start[at ^ 1])) return null
    zeros[at % 2]! += 1
  }
  const [even, odd] = zeros as [number, number]
  if (even + odd < start.length / 20) return null
  if (even === 0) return 'utf-16le'
  return odd === 0 ? 'utf-16be' : null
}

/** A character that people type, a tab or the end of a line, in ASCII. */
function isPlain(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x20 && byte < 0x7f) || byte === 9 || byte === 10 || byte === 13)
}

/**
 * Characters of a registry's headings, simplified and traditional. Nearly every pair of bytes is a character in both
 * Chinese encodings, so that which one was meant shows only in whether the result makes sense.
 */
const commonWords = /[房屋主姓名元面手人位號樓業電話單積機證費棟編車間門戶号楼业电话单积机证费栋编车间门户]/g

/** Lower is more like a registry. */
function oddness(text: string): number {
  const unreadable = text.split('\u{fffd}').length - 1
  return unreadable * 10 - (text.match(commonWords)?.length ?? 0)
}
