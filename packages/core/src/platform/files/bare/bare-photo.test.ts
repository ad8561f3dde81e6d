import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { photoTypeOf, type PhotoType } from '../photo-type.ts'
import { barePhoto } from './index.ts'
import { orientationOf } from './orientation.ts'

/**
 * A picture of 24 × 16 (64 × 64) points that lies on its side, with place, device, author, comment and XMP; the JPEG also
 * has a second picture with a place of its own and a film behind it, as phones write them.
 */
const photos: Record<PhotoType, Uint8Array> = {
  'image/jpeg': photo('phone.jpg'),
  'image/png': photo('phone.png'),
  'image/webp': photo('phone.webp'),
  'image/heic': photo('phone.heic'),
}
const cases = Object.entries(photos) as [PhotoType, Uint8Array][]

function photo(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(import.meta.dirname, 'photos', name)))
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
/** Latitude 31° as three rationals: what would be left of the place if anything was. */
const latitude = text(Uint8Array.of(0, 0, 0, 31, 0, 0, 0, 1))

describe.each(cases)('a photo of type %s', (type, bytes) => {
  const bare = barePhoto(bytes, type) as Uint8Array

  test('loses place, device, time, author, comments, other pictures and films', () => {
    const said = /HUAWEI|secret|2026:03|xmpmeta|MotionPhoto|Author/
    expect(text(bytes)).toMatch(said)
    expect(text(bytes)).toContain(latitude)
    expect(text(bare)).not.toMatch(said)
    expect(text(bare)).not.toContain(latitude)
  })

  test('is still a photo of its type, and bare of what it lost when it comes again', () => {
    expect(photoTypeOf(bare)).toBe(type)
    expect(barePhoto(bare, type)).toEqual(bare)
  })

  test('that breaks off or is damaged is either still one or refused, and never fails', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length), fc.nat(bytes.length - 1), fc.nat(255), (length, at, value) => {
        const damaged = bytes.slice(0, length)
        if (at > 12 && at < length) damaged[at] = value
        const result = barePhoto(damaged, type)
        expect(result === null || photoTypeOf(result) === type || length < 12).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('that is only its first bytes is refused', () => {
    expect(barePhoto(bytes.slice(0, 16), type)).toBeNull()
  })
})

test('the coded picture of a JPEG, with its tables and colour profile, stays byte for byte', () => {
  const [whole, bare] = [photos['image/jpeg'], barePhoto(photos['image/jpeg'], 'image/jpeg') as Uint8Array]
  const fromTables = (bytes: Uint8Array) => text(bytes).slice(text(bytes).indexOf('\xff\xdb'))
  expect(fromTables(whole).startsWith(fromTables(bare))).toBe(true)
  expect(text(bare)).toContain('ICC_PROFILE')
})

test('the coded picture of a PNG stays byte for byte', () => {
  const data = (bytes: Uint8Array) => /IDAT[^]*?IEND/.exec(text(bytes))?.[0]
  expect(data(barePhoto(photos['image/png'], 'image/png') as Uint8Array)).toBe(data(photos['image/png']))
})

test('a HEIC keeps its length, since all in it is found by its distance from the beginning', () => {
  expect(barePhoto(photos['image/heic'], 'image/heic')).toHaveLength(photos['image/heic'].length)
})

test.each(['image/jpeg', 'image/png', 'image/webp'] as const)('a %s still says which side is up', (type) => {
  const bare = barePhoto(photos[type], type) as Uint8Array
  const tiff = text(bare).indexOf('MM\0*')
  expect(orientationOf(bare.subarray(tiff, tiff + 26))).toBe(6)
})
