import { Bytes } from './bytes.ts'

/** ICC.1:2022, 7.2 and 7.3: the header, the number of tags, and twelve bytes of each. */
const headLength = 128
const entryLength = 12
/** Profiles of cameras and screens have 9 to 20 tags and 0.5 to 4 kB; the largest for printing some 2 MB. */
const mostTags = 100
export const longestProfile = 4 * 1024 * 1024
/** Of the header: size, then version to connection space, signature, rendering intent and white point. */
const keptOfHead = [
  [0, 4],
  [8, 24],
  [36, 40],
  [64, 80],
] as const
/** What says how colours are calculated. Texts, dates, devices and makers stay out. */
const colourTags = new Set(
  'rXYZ gXYZ bXYZ wtpt bkpt chad rTRC gTRC bTRC kTRC A2B0 A2B1 A2B2 B2A0 B2A1 B2A2 cicp'.split(' '),
)
const colourTypes = new Set(['XYZ ', 'curv', 'para', 'sf32', 'mft1', 'mft2', 'mAB ', 'mBA ', 'cicp'])

/**
 * A colour profile that says how colours are calculated and nothing else, of the same length, so that it can take the place
 * of the one that was given.
 * @returns null for what is no profile; a picture without one is shown in the usual colours (sRGB)
 */
export function coloursAlone(profile: Uint8Array): Uint8Array | null {
  const file = new Bytes(profile)
  if (profile.length < headLength + 4 || profile.length > longestProfile) return null
  const count = file.view.getUint32(headLength)
  const firstData = headLength + 4 + count * entryLength
  if (file.name(36) !== 'acsp' || count > mostTags || firstData > profile.length) return null
  const alone = new Bytes(new Uint8Array(profile.length))
  for (const [from, to] of keptOfHead) alone.all.set(profile.subarray(from, to), from)
  alone.view.setUint32(0, profile.length)
  const copied = new Set<string>()
  let tags = 0
  for (let at = headLength + 4; at < firstData; at += entryLength) {
    const [from, length] = [file.view.getUint32(at + 4), file.view.getUint32(at + 8)]
    if (!colourTags.has(file.name(at))) continue
    if (from < firstData || length < 8 || from + length > profile.length) return null
    if (!colourTypes.has(file.name(from))) return null
    alone.all.set(profile.subarray(at, at + entryLength), headLength + 4 + tags * entryLength)
    tags += 1
    // The three curves are often one and the same.
    if (!copied.has(`${from}+${length}`)) alone.all.set(profile.subarray(from, from + length), from)
    copied.add(`${from}+${length}`)
  }
  alone.view.setUint32(headLength, tags)
  return tags === 0 ? null : alone.all
}
