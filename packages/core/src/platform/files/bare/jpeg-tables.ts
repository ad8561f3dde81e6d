/** Frames of the ways of coding that browsers show (ITU-T T.81, table B.1): baseline, extended and progressive. */
export const frames = [0xc0, 0xc1, 0xc2] as const
export const huffmanTables = 0xc4
export const startOfScan = 0xda
export const quantisationTables = 0xdb
export const restartInterval = 0xdd

/** Whether a segment is as long as what it must hold, so that no room is left in it for anything else. */
export function isTable(marker: number, content: Uint8Array): boolean {
  if (marker === huffmanTables) return areHuffmanTables(content)
  if (marker === quantisationTables) return areQuantisationTables(content)
  if (marker === restartInterval) return content.length === 2
  if (marker === startOfScan) return content.length === 4 + 2 * (content[0] ?? 0)
  return content.length === 6 + 3 * (content[5] ?? 0)
}

/** T.81, B.2.4.2: of each table its place, how many codes there are of each of 16 lengths, and what they mean. */
function areHuffmanTables(content: Uint8Array): boolean {
  let at = 0
  while (at < content.length) {
    const codes = content.subarray(at + 1, at + 17).reduce((sum, count) => sum + count, 0)
    if (codes > 256) return false
    at += 17 + codes
  }
  return at === content.length
}

/** T.81, B.2.4.1: of each table its place and precision, and 64 numbers of one or two bytes. */
function areQuantisationTables(content: Uint8Array): boolean {
  let at = 0
  while (at < content.length) at += 1 + 64 * ((content[at] as number) >> 4 === 0 ? 1 : 2)
  return at === content.length
}
