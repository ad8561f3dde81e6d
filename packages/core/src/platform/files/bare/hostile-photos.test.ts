import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { photoTypeOf, type PhotoType } from '../photo-type.ts'
import { tinyJpeg } from '../testing.ts'
import { joined, latin } from './bytes.ts'
import { barePhoto } from './index.ts'

const phone = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, 'photos', name)))
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const u16 = (value: number) => Uint8Array.of(value >> 8, value & 0xff)
const u32 = (value: number) => joined([u16(value >>> 16), u16(value & 0xffff)])
const zeros = (length: number) => new Uint8Array(length)
const repeated = (part: Uint8Array, times: number) => joined(Array.from({ length: times }, () => part))

const box = (type: string, ...content: Uint8Array[]) => {
  const body = joined(content)
  return joined([u32(8 + body.length), latin(type), body])
}
const ftyp = (...brands: string[]) => box('ftyp', latin(`heic\0\0\0\0mif1heic${brands.join('')}`))
const info = (id: number, type: string, name = '') =>
  box('infe', Uint8Array.of(2, 0, 0, 0), u16(id), u16(0), latin(`${type}${name}\0`))
const infos = (...entries: Uint8Array[]) => box('iinf', u32(0), u16(entries.length), ...entries)
/** @param sizes lengths of offset, length and base, as `iloc` has them */
const locations = (sizes: number, items: number, content: Uint8Array) =>
  box('iloc', u32(0), u16(sizes), u16(items), content)
const located = (id: number, ...places: readonly (readonly [from: number, length: number])[]) =>
  joined([
    u16(id),
    u16(0),
    u16(places.length),
    ...places.map(([from, length]) => joined([u32(from), u32(length)])),
  ])
const pitm = box('pitm', u32(0), u16(1))
const meta = (...boxes: Uint8Array[]) => box('meta', u32(0), ...boxes)

/** A HEIC of one picture of 16 bytes, with what is given beside it in `meta` and behind it in the file. */
function heic(
  inMeta: Uint8Array[] = [],
  behind: Uint8Array[] = [],
  places = [[0, 16]] as [number, number][],
) {
  const build = (from: number) => {
    const places1 = places.map(([at, length]) => [from + at, length] as const)
    const boxes = [pitm, infos(info(1, 'hvc1', 'secret name')), locations(0x4400, 1, located(1, ...places1))]
    return joined([
      ftyp(),
      meta(...boxes, ...inMeta),
      box('mdat', latin('picture picture secret')),
      ...behind,
    ])
  }
  const first = build(0)
  return build(text(first).indexOf('picture picture'))
}

describe('a HEIC is refused that', () => {
  test.each([
    ['claims 65,535 parts of no bytes for an item of 6', [1, 65_535]],
    ['claims them for 900 items', [900, 65_535]],
    ['has 65,535 items without a part', [65_535, 0]],
  ])('%s', (_, [items, parts]) => {
    const bomb = locations(
      0,
      items as number,
      repeated(joined([u16(2), u16(0), u16(parts as number)]), items as number),
    )
    expect(barePhoto(joined([ftyp(), meta(pitm, infos(info(1, 'Exif')), bomb)]), 'image/heic')).toBeNull()
  })

  test('says 2,000 times that its whole data are one item of metadata, without emptying them so often', () => {
    const data = 1_000_000
    const build = (from: number) =>
      joined([
        ftyp(),
        meta(
          pitm,
          infos(info(1, 'hvc1'), info(2, 'Exif')),
          locations(0x4400, 1, located(2, ...Array.from({ length: 2000 }, () => [from, data] as const))),
        ),
        box('mdat', zeros(data)),
      ])
    expect(barePhoto(build(100), 'image/heic')).toBeNull()
  })

  test.each<[string, [number, number][]]>([
    [
      'has a picture in two parts that overlap',
      [
        [0, 16],
        [8, 8],
      ],
    ],
    [
      'has a part of no length',
      [
        [0, 16],
        [16, 0],
      ],
    ],
    [
      'has a part beyond its end',
      [
        [0, 16],
        [16, 1_000_000],
      ],
    ],
    ['has a picture beside its data', [[-40, 16]]],
  ])('%s', (_, places) => {
    expect(barePhoto(heic([], [], places), 'image/heic')).toBeNull()
  })

  test('has neither data nor a picture: 117 bytes are no photo', () => {
    const empty = joined([ftyp(), meta(pitm, infos(info(1, 'Exif')), locations(0, 0, zeros(0)))])
    const filled = joined([empty, box('free', zeros(117 - empty.length - 8))])
    expect(filled).toHaveLength(117)
    expect(photoTypeOf(filled)).toBe('image/heic')
    expect(barePhoto(filled, 'image/heic')).toBeNull()
  })
})

describe('of a HEIC stays only what its pictures need', () => {
  test('the picture itself, in its place', () => {
    const whole = heic()
    const bare = barePhoto(whole, 'image/heic') as Uint8Array
    expect(bare).toHaveLength(whole.length)
    expect(text(bare).indexOf('picture picture')).toBe(text(whole).indexOf('picture picture'))
  })

  test.each([
    ['xml ', heic([box('xml ', u32(0), latin('secret'))])],
    ['uuid', heic([box('uuid', latin('secret'))])],
    ['free in meta', heic([box('free', latin('secret'))])],
    ['skip in meta', heic([box('skip', latin('secret'))])],
    ['a second meta', heic([], [meta(box('hdlr', latin('secret')))])],
    ['a second list of items', heic([infos(info(2, 'hvc1', 'secret'))])],
    ['free behind it', heic([], [box('free', latin('secret'))])],
    ['uuid behind it', heic([], [box('uuid', latin('secret'))])],
    ['a property that is a text', heic([box('iprp', box('ipco', box('udes', latin('secret'))))])],
    ['a profile that is none', heic([box('iprp', box('ipco', box('colr', latin('profsecret'))))])],
    ['the name of a handler', heic([box('hdlr', zeros(8), latin('pict'), zeros(12), latin('secret\0'))])],
  ])('no text in %s, in the name of an item or in data that are no part of it', (_, whole) => {
    expect(text(whole)).toContain('secret')
    expect(text(barePhoto(whole, 'image/heic') as Uint8Array)).not.toContain('secret')
  })
})

const segment = (marker: number, content: string) =>
  joined([Uint8Array.of(0xff, marker), u16(content.length + 2), latin(content)])

/** A JPEG with segments before its frame. */
function jpegWith(...segments: Uint8Array[]): Uint8Array {
  const photo = tinyJpeg([1, 2, 3])
  return joined([photo.subarray(0, 2), ...segments, photo.subarray(2)])
}

describe('a JPEG', () => {
  test('of more segments than photos have is refused, however short they are', () => {
    const restart = segment(0xdd, '\0\0')
    expect(barePhoto(jpegWith(repeated(restart, 900)), 'image/jpeg')).not.toBeNull()
    expect(barePhoto(jpegWith(repeated(restart, 1100)), 'image/jpeg')).toBeNull()
    expect(barePhoto(jpegWith(repeated(segment(0xfe, ''), 1100)), 'image/jpeg')).toBeNull()
  })

  // All that is not one of the tables, the frame, the scan or the end, and no application segment.
  const others = Array.from({ length: 0xfe - 2 }, (_, i) => i + 2).filter(
    (marker) => ![0xc0, 0xc1, 0xc2, 0xc4, 0xd8, 0xd9, 0xda, 0xdb, 0xdd].includes(marker),
  )
  test('keeps nothing of a segment with any other marker', () => {
    for (const marker of others)
      expect(barePhoto(jpegWith(segment(marker, 'secret')), 'image/jpeg'), `${marker}`).toEqual(
        tinyJpeg([1, 2, 3]),
      )
  })

  test.each([
    ['a profile that is none', segment(0xe2, 'ICC_PROFILE\0\x01\x01secret')],
    ['the preview of JFIF', segment(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\x01\x02secret')],
    ["the end of Adobe's segment", segment(0xee, 'Adobe\0\x64\0\0\0\0\0secret')],
  ])('keeps no text in %s', (_, hidden) => {
    const bare = barePhoto(jpegWith(hidden), 'image/jpeg') as Uint8Array
    expect(photoTypeOf(bare)).toBe('image/jpeg')
    expect(text(bare)).not.toContain('secret')
  })

  test.each([
    ['tables of 64 numbers', segment(0xdb, `\0${'\x01'.repeat(64)}secret`)],
    ['tables of codes', segment(0xc4, `\0${'\0'.repeat(16)}secret`)],
    ['a restart interval', segment(0xdd, '\0\0secret')],
  ])('with more behind %s than they have is damaged', (_, hidden) => {
    expect(barePhoto(jpegWith(hidden), 'image/jpeg')).toBeNull()
  })

  test('without a frame or a scan is no photo', () => {
    expect(barePhoto(latin('\xff\xd8\xff\xda\0\x08\x01\x01\0\0?\0abc\xff\xd9'), 'image/jpeg')).toBeNull()
    expect(barePhoto(jpegWith().slice(0, 15), 'image/jpeg')).toBeNull()
  })

  test('keeps of a colour profile the colours and neither texts nor the day and program that made it', () => {
    const whole = phone('phone.jpg')
    const bare = barePhoto(whole, 'image/jpeg') as Uint8Array
    for (const words of ['lcms', 'No copyright', 'mluc']) expect(text(bare)).not.toContain(words)
    const [before, after] = [profileOf(whole), profileOf(bare)]
    expect(after).toHaveLength(before.length)
    for (const tag of ['rXYZ', 'gXYZ', 'bXYZ', 'wtpt', 'rTRC'])
      expect(tagOf(after, tag)).toEqual(tagOf(before, tag))
    expect(tagOf(after, 'rTRC').length).toBeGreaterThan(8)
  })
})

function profileOf(jpeg: Uint8Array): Uint8Array {
  const from = text(jpeg).indexOf('ICC_PROFILE\0') + 14
  return jpeg.subarray(from, from + new DataView(jpeg.buffer, jpeg.byteOffset).getUint32(from))
}

/** The data of a profile's tag, found by its entry. */
function tagOf(profile: Uint8Array, tag: string): Uint8Array {
  const entry = text(profile).indexOf(tag, 128)
  const view = new DataView(profile.buffer, profile.byteOffset)
  const from = view.getUint32(entry + 4)
  return profile.slice(from, from + view.getUint32(entry + 8))
}

const chunk = (type: string, content: Uint8Array) => {
  const body = joined([latin(type), content])
  return joined([u32(content.length), body, u32(crc32(body))])
}

/** A PNG with chunks before its picture. */
function pngWith(...chunks: Uint8Array[]): Uint8Array {
  const photo = phone('phone.png')
  const afterHead = 8 + 25
  return joined([photo.subarray(0, afterHead), ...chunks, photo.subarray(afterHead)])
}

describe('a PNG', () => {
  test('of more chunks than photos have is refused, and pieces without bytes are left out', () => {
    const empty = chunk('IDAT', zeros(0))
    expect(barePhoto(pngWith(repeated(empty, 20_000)), 'image/png')).toBeNull()
    expect(barePhoto(pngWith(repeated(empty, 5000)), 'image/png')).toEqual(barePhoto(pngWith(), 'image/png'))
  })

  test('without a picture is no photo', () => {
    const head = phone('phone.png').subarray(0, 33)
    expect(barePhoto(joined([head, chunk('IEND', zeros(0))]), 'image/png')).toBeNull()
  })

  const profile = profileOf(phone('phone.jpg'))
  test.each([
    ['the name of a profile', chunk('iCCP', joined([latin('secret\0\0'), deflateSync(profile)]))],
    ['a profile that is none', chunk('iCCP', joined([latin('ICC\0\0'), latin('secret')]))],
    ['the end of numbers', chunk('gAMA', latin('\0\0\0\x01secret'))],
    ['a palette of suggestions', chunk('sPLT', latin('secret\0\x08'))],
  ])('keeps no text in %s', (_, hidden) => {
    expect(text(barePhoto(pngWith(hidden), 'image/png') as Uint8Array)).not.toContain('secret')
  })

  test('keeps the colours of its profile', () => {
    const whole = pngWith(chunk('iCCP', joined([latin('Display\0\0'), deflateSync(profile)])))
    const bare = barePhoto(whole, 'image/png') as Uint8Array
    const from = text(bare).indexOf('ICC\0\0') + 5
    const after = new Uint8Array(inflateSync(bare.subarray(from)))
    expect(tagOf(after, 'rXYZ')).toEqual(tagOf(profile, 'rXYZ'))
  })

  test('unpacks no more of a profile than one is long', () => {
    const bomb = chunk('iCCP', joined([latin('ICC\0\0'), deflateSync(zeros(20_000_000))]))
    expect(barePhoto(pngWith(bomb), 'image/png')).toEqual(barePhoto(pngWith(), 'image/png'))
  })
})

const webpChunk = (type: string, content: Uint8Array) =>
  joined([latin(type), u32(content.length).toReversed(), content, zeros(content.length % 2)])
const webp = (...chunks: Uint8Array[]) => {
  const body = joined(chunks)
  return joined([latin('RIFF'), u32(4 + body.length).toReversed(), latin('WEBP'), body])
}
const picture = webpChunk('VP8 ', latin('picture'))

describe('a WebP', () => {
  test('of more chunks than photos have is refused, and so is one whose pictures have no bytes', () => {
    const empty = webpChunk('VP8 ', zeros(0))
    expect(barePhoto(webp(empty), 'image/webp')).toBeNull()
    expect(barePhoto(webp(picture, repeated(empty, 20_000)), 'image/webp')).toBeNull()
    expect(barePhoto(webp(picture, repeated(empty, 1000)), 'image/webp')).toEqual(webp(picture))
  })

  const still = webpChunk('ANMF', joined([zeros(16), picture]))
  test.each([
    ['a second picture', webp(picture, webpChunk('VP8 ', latin('secret')))],
    ['an unknown chunk', webp(picture, webpChunk('TEXT', latin('secret')))],
    ['a profile that is none', webp(webpChunk('ICCP', latin('secret')), picture)],
    [
      'an unknown chunk of a frame',
      webp(webpChunk('ANMF', joined([zeros(16), picture, webpChunk('TEXT', latin('secret'))]))),
    ],
    ['the end of the first chunk', webp(webpChunk('VP8X', joined([zeros(10), latin('secret')])), still)],
  ])('keeps no text in %s', (_, hidden) => {
    const bare = barePhoto(hidden, 'image/webp') as Uint8Array
    expect(text(bare)).toContain('picture')
    expect(text(bare)).not.toContain('secret')
  })
})

test.each(['jpg', 'png', 'webp', 'heic'])('what a phone writes (%s) is taken in', (ending) => {
  const types: Record<string, PhotoType> = {
    jpg: 'image/jpeg',
    png: 'image/png',
    webp: 'image/webp',
    heic: 'image/heic',
  }
  expect(barePhoto(phone(`phone.${ending}`), types[ending] as PhotoType)).not.toBeNull()
})
