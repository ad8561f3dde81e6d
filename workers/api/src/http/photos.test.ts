import { tinyJpeg } from '@heju/core/platform/files/testing'
import { mintAccessToken, sessionKeysOf } from '@heju/core/people/identity'
import { invalidInput } from '@heju/kernel'
import { Hono } from 'hono'
import { beforeEach, describe, expect, test } from 'vitest'
import { signInOf, testApi, type TestApi, type TestCompany } from '../testing.ts'
import { atCompany } from './company.ts'
import { ctxOf } from './context.ts'
import type { HttpEnv } from './env.ts'
import { frame } from './frame.ts'
import { readPhotoForm } from './photos.ts'

/** A page that reads a form and tells what it read. */
const page = new Hono<HttpEnv>().use(frame, atCompany).post('/form', async (c) => {
  const { data, fileIds, surplus, refusal } = await readPhotoForm(c, await ctxOf(c), (fields) => {
    if (fields.get('text') === '') throw invalidInput()
  })
  const trips = c.var.trips.count
  return c.json({ text: data.get('text'), fileIds, surplus, refusal: refusal?.code ?? null, trips })
})

interface Told {
  text: string | null
  fileIds: string[]
  surplus: number
  refusal: string | null
  trips: number
}

let api: TestApi
let company: TestCompany
let authorization: string
const kept = new Map<string, Uint8Array>()
const bucket = {
  async put(key: string, content: Uint8Array) {
    kept.set(key, content)
  },
}

beforeEach(async () => {
  kept.clear()
  api = await testApi()
  Object.assign(api.env, { FILES: bucket, MESSAGE_CHANNEL: 'local' })
  company = await api.company()
  const session = {
    plane: 'staff',
    subject: 'stf_01jd8f5x3v9w7t2b6k4m8n0pqr',
    companyId: company.id,
  } as const
  const assignments = [{ role: 'front_desk', projects: 'all' }] as const
  const familyId = await signInOf(api.env, company.id, { ...session, assignments })
  const more = { familyId, assignments }
  const keys = await sessionKeysOf(api.env.SESSION_KEYS)
  authorization = `Bearer ${await mintAccessToken(keys, { ...session, ...more }, Date.now())}`
})

async function send(body: BodyInit, type?: string): Promise<Told> {
  const headers = new Headers({ authorization })
  if (type !== undefined) headers.set('content-type', type)
  const request = new Request(`${company.origin}/form`, {
    method: 'POST',
    headers,
    body,
    duplex: 'half',
  } as never)
  const execution = { waitUntil() {}, passThroughOnException() {} }
  const response = await page.fetch(request, api.env, execution as unknown as ExecutionContext)
  return (await response.json()) as Told
}

function photo(megabytes = 0): File {
  const marks = new Uint8Array(4 + megabytes * 1024 * 1024)
  marks.set(crypto.getRandomValues(new Uint8Array(4)).map((byte) => byte & 0x7f))
  return new File([tinyJpeg(marks)], '照片.jpg', { type: 'image/jpeg' })
}

function form(photos: readonly File[], text = '水压太低了。', requestId = crypto.randomUUID()): FormData {
  const data = new FormData()
  data.append('requestId', requestId)
  data.append('text', text)
  for (const file of photos) data.append('photos', file)
  return data
}

describe('a form with photos', () => {
  test('leaves its fields and its photos, in two round trips', async () => {
    // The first request also looks the company up.
    expect(await send(form([]))).toMatchObject({ fileIds: [], refusal: null, trips: 0 })
    const told = await send(form([photo(1), photo(1), photo(1)]))
    expect(told).toMatchObject({ text: '水压太低了。', refusal: null, trips: 2 })
    expect([...kept.keys()]).toEqual(told.fileIds.map((id) => `${company.id}/${id}`))
  })

  test('without script leaves out the field in which nothing was chosen', async () => {
    const told = await send(form([new File([], '')]))
    expect(told).toMatchObject({ text: '水压太低了。', fileIds: [], refusal: null })
  })

  test('is stored while it still comes in: a photo at a time', async () => {
    const whole = new Uint8Array(await new Response(form([photo(1), photo(1)])).arrayBuffer())
    const type = `multipart/form-data; boundary=${new TextDecoder().decode(whole.subarray(2, whole.indexOf(13)))}`
    const half = whole.length / 2 + 1000
    let storedAtHalf = -1
    const body = new ReadableStream<Uint8Array>({
      async start(controller) {
        controller.enqueue(whole.subarray(0, half))
        await expect.poll(() => kept.size, { timeout: 5000 }).toBe(1)
        storedAtHalf = kept.size
        controller.enqueue(whole.subarray(half))
        controller.close()
      },
    })
    expect((await send(body, type)).fileIds).toHaveLength(2)
    expect(storedAtHalf).toBe(1)
  })

  test('that breaks off while it comes in is its sender’s trouble, in whatever words the runtime has for it', async () => {
    const whole = new Uint8Array(await new Response(form([photo(1), photo(1)])).arrayBuffer())
    const type = `multipart/form-data; boundary=${new TextDecoder().decode(whole.subarray(2, whole.indexOf(13)))}`
    const abort = new DOMException('This operation was aborted', 'AbortError')
    for (const broken of [new TypeError('Network connection lost.'), abort]) {
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => controller.enqueue(whole.subarray(0, whole.length / 2 + 1000)),
        pull: (controller) => controller.error(broken),
      })
      expect(await send(body, type)).toMatchObject({ fileIds: [], refusal: 'request.broken_off' })
    }
  })

  test('whose fields are wrong takes no photo in', async () => {
    const told = await send(form([photo()], ''))
    expect(told).toMatchObject({ text: '', fileIds: [], refusal: 'request.invalid' })
    expect(kept.size).toBe(0)
  })

  test('whose photo is none, or too large, keeps what was typed', async () => {
    const notOne = new File(['<!doctype html>'], '照片.jpg', { type: 'image/jpeg' })
    expect(await send(form([new File([], '照片.jpg')]))).toMatchObject({
      text: '水压太低了。',
      refusal: 'files.empty',
    })
    expect(await send(form([notOne]))).toMatchObject({ text: '水压太低了。', refusal: 'files.not_a_photo' })
    expect(await send(form([photo(10)]))).toMatchObject({ text: '水压太低了。', refusal: 'files.too_large' })
    // More parts than are read at all: the reason is their number, not their size.
    const fields = new FormData()
    for (let n = 0; n < 100; n++) fields.append(`field${n}`, 'x')
    expect((await send(fields)).refusal).toBe('files.too_many')
  })

  test('whose photos are more than it takes leaves the first nine, and tells how many are left out', async () => {
    const many = (count: number, megabytes = 0) => Array.from({ length: count }, () => photo(megabytes))
    const told = await send(form(many(12)))
    expect(told).toMatchObject({ text: '水压太低了。', surplus: 3, refusal: null })
    expect([told.fileIds.length, kept.size]).toEqual([9, 9])
    // Also where it is longer with them than is read: what came before is good.
    const long = await send(form([...many(9), ...many(1, 10)]))
    expect([long.fileIds.length, long.surplus, long.refusal]).toEqual([9, 1, null])
  })

  test('that brought photos before keeps them but those that are taken off, and takes as many as there is room for', async () => {
    const data = new FormData()
    for (const n of [1, 2, 3, 4, 5, 6, 7, 8, 9]) data.append('fileId', `file_${n}`)
    for (const n of [2, 4]) data.append('dropFileId', `file_${n}`)
    for (const file of [photo(), photo(), photo()]) data.append('photos', file)
    const { fileIds, surplus } = await send(data)
    expect([fileIds.slice(0, 7), fileIds.length, surplus]).toEqual([
      [1, 3, 5, 6, 7, 8, 9].map((n) => `file_${n}`),
      9,
      1,
    ])
    expect(kept.size).toBe(2)
    data.delete('dropFileId')
    const full = await send(data)
    expect([full.fileIds.length, full.surplus, kept.size]).toEqual([9, 3, 2])
  })

  test('sent twice leaves the same photos', async () => {
    const photos = [photo(), photo()]
    const requestId = crypto.randomUUID()
    const first = await send(form(photos, '水压太低了。', requestId))
    expect((await send(form(photos, '水压太低了。', requestId))).fileIds).toEqual(first.fileIds)
    expect(kept.size).toBe(2)
  })

  test('in another encoding keeps what could be read, and says which field it was', async () => {
    const [head, tail] = ['--part\r\nContent-Disposition: form-data; name="text"\r\n\r\n', '\r\n--part--\r\n']
    // 你好 in GBK.
    const body = new Uint8Array([
      ...Buffer.from(`${head}4-2: `),
      0xc4,
      0xe3,
      0xba,
      0xc3,
      ...Buffer.from(tail),
    ])
    const told = await send(body, 'multipart/form-data; boundary=part')
    expect(told).toMatchObject({ refusal: 'request.invalid', text: expect.stringContaining('4-2: ') })
  })

  test('that ends in the middle, or is no form, is refused', async () => {
    const whole = await new Response(form([photo()])).text()
    const type = `multipart/form-data; boundary=${whole.slice(2, whole.indexOf('\r'))}`
    expect(await send(whole.slice(0, -20), type)).toMatchObject({ refusal: 'request.invalid' })
    expect(await send('{}', 'application/json')).toMatchObject({ refusal: 'request.invalid' })
  })
})
