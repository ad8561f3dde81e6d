import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PhotoType } from '../photo-type.ts'
import { tinyJpeg } from '../testing.ts'
import { joined, latin } from './bytes.ts'
import { barePhoto, pictureSize } from './index.ts'

const phone = (ending: string) =>
  new Uint8Array(readFileSync(join(import.meta.dirname, 'photos', `phone.${ending}`)))
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const u16 = (value: number) => Uint8Array.of(value >> 8, value & 0xff)
const u32 = (value: number) => joined([u16(value >>> 16), u16(value & 0xffff)])
const little = (value: number, length: number) => u32(value).toReversed().subarray(0, length)
const box = (type: string, ...content: Uint8Array[]) => {
  const body = joined(content)
  return joined([u32(8 + body.length), latin(type), body])
}

/** A photo with some of its bytes written over. */
function changed(photo: Uint8Array, at: number, bytes: Uint8Array): Uint8Array {
  const copy = photo.slice()
  copy.set(bytes, at)
  return copy
}

const sizeIn = (photo: Uint8Array, type: PhotoType) => {
  const bare = barePhoto(photo, type)
  return bare === null ? 'no photo' : pictureSize(bare, type)
}

/** Photos that say a width and a height, by where their format says it. */
const saying: [
  where: string,
  type: PhotoType,
  make: (width: number, height: number) => Uint8Array,
  most: number,
][] = [
  [
    'the frame of a JPEG',
    'image/jpeg',
    (w, h) => changed(tinyJpeg([1]), 7, joined([u16(h), u16(w)])),
    65_535,
  ],
  [
    'the header of a PNG',
    'image/png',
    (w, h) => changed(phone('png'), 16, joined([u32(w), u32(h)])),
    2 ** 31 - 1,
  ],
  [
    'the canvas of a WebP',
    'image/webp',
    (w, h) => changed(phone('webp'), 24, joined([little(w - 1, 3), little(h - 1, 3)])),
    2 ** 24,
  ],
  [
    'a lossy picture of a WebP',
    'image/webp',
    (w, h) => webp('VP8 ', joined([latin('\x10\0\0\x9d\x01\x2a'), little(w, 2), little(h, 2)])),
    2 ** 14 - 1,
  ],
  [
    'a picture of a WebP without loss',
    'image/webp',
    (w, h) => webp('VP8L', joined([latin('/'), little((w - 1) | ((h - 1) << 14), 4)])),
    2 ** 14,
  ],
  [
    'a frame of a moving WebP',
    'image/webp',
    (w, h) =>
      webp(
        'ANMF',
        joined([
          new Uint8Array(6),
          little(w - 1, 3),
          little(h - 1, 3),
          new Uint8Array(4),
          webpChunk('VP8L', latin('/\0\0\0\0')),
        ]),
      ),
    2 ** 24,
  ],
  [
    'the property of a HEIC',
    'image/heic',
    (w, h) => changed(phone('heic'), text(phone('heic')).indexOf('ispe') + 8, joined([u32(w), u32(h)])),
    2 ** 32 - 1,
  ],
  ['the grid of a HEIC', 'image/heic', (w, h) => heicOf('grid', latin('\0\0\0\0'), w, h), 65_535],
  [
    'the large grid of a HEIC',
    'image/heic',
    (w, h) => heicOf('grid', latin('\0\x01\0\0'), w, h),
    2 ** 32 - 1,
  ],
  ['an overlay of a HEIC', 'image/heic', (w, h) => heicOf('iovl', new Uint8Array(10), w, h), 65_535],
]

function webpChunk(type: string, body: Uint8Array): Uint8Array {
  return joined([latin(type), little(body.length, 4), body, new Uint8Array(body.length % 2)])
}

function webp(type: string, body: Uint8Array): Uint8Array {
  const chunk = webpChunk(type, body)
  return joined([latin('RIFF'), little(4 + chunk.length, 4), latin('WEBP'), chunk])
}

/** A HEIC whose picture is put together of others, and says how large it becomes; its property says 1 × 1. */
function heicOf(type: 'grid' | 'iovl', head: Uint8Array, width: number, height: number): Uint8Array {
  const number = head[1] === 1 ? u32 : u16
  const data = joined([head, number(width), number(height)])
  const build = (from: number) =>
    joined([
      box('ftyp', latin('heic\0\0\0\0mif1heic')),
      box(
        'meta',
        u32(0),
        box('pitm', u32(0), u16(1)),
        box(
          'iinf',
          u32(0),
          u16(1),
          box('infe', Uint8Array.of(2, 0, 0, 0), u16(1), u16(0), latin(`${type}\0`)),
        ),
        box('iloc', u32(0), u16(0x4400), u16(1), u16(1), u16(0), u16(1), u32(from), u32(data.length)),
        box('iprp', box('ipco', box('ispe', u32(0), u32(1), u32(1)))),
      ),
      box('mdat', data),
    ])
  return build(build(0).length - data.length)
}

describe.each(saying)('%s', (_, type, make, most) => {
  test('says how large the picture is, as large as it can be', () => {
    const size = fc.tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: 1, max: most }))
    fc.assert(
      fc.property(size, ([width, height]) => {
        const found = sizeIn(make(width, height), type)
        if (width * height >= 64 * 64) expect(found).toEqual({ width, height })
      }),
      {
        numRuns: 50,
        examples: [[[most, most]], [[8064, 6048]], [[12_000, 9000]]],
      },
    )
  })
})

test.each(saying.filter(([where]) => !/canvas|without loss|moving/.test(where)))(
  '%s cannot say that there is nothing to see',
  (_, type, make) => {
    expect(sizeIn(make(0, 0), type)).toBeNull()
    expect(sizeIn(make(100, 0), type)).toBeNull()
    expect(sizeIn(make(0, 100), type)).toBeNull()
  },
)

test.each([
  ['jpg', 'image/jpeg', 24, 16],
  ['png', 'image/png', 24, 16],
  ['webp', 'image/webp', 24, 16],
  ['heic', 'image/heic', 64, 64],
] as const)('a phone’s %s is as large as it is', (ending, type, width, height) => {
  expect(sizeIn(phone(ending), type)).toEqual({ width, height })
})

test('a header that is shorter than it must be says nothing', () => {
  const empty = webp('VP8 ', latin('x'))
  expect(sizeIn(empty, 'image/webp')).toBeNull()
  const without = changed(phone('heic'), text(phone('heic')).indexOf('ispe'), latin('free'))
  expect(sizeIn(without, 'image/heic')).toBeNull()
})
