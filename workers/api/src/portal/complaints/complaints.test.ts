import {
  decideHandler,
  investigate,
  judgeNature,
  listCategories,
  proposePlan,
  reply,
} from '@heju/core/complaints'
import { tinyJpeg } from '@heju/core/files/testing'
import { as, freshRequestId, staff } from '@heju/core/testing'
import { newId } from '@heju/kernel'
import { beforeAll, describe, expect, test } from 'vitest'
import { fieldsOf, portalScene, trips, type PortalScene } from '../testing.ts'

let scene: PortalScene
let categoryId: string
const stored = new Map<string, Uint8Array>()

beforeAll(async () => {
  scene = await portalScene()
  // The object store, as far as these pages use it.
  const bucket = {
    put: async (key: string, content: Uint8Array) => void stored.set(key, content),
    get: async (key: string) => {
      const bytes = stored.get(key)
      return bytes && { body: new Response(bytes as BodyInit).body, size: bytes.length, httpMetadata: {} }
    },
  }
  Object.assign(scene.api.env, { FILES: bucket, MESSAGE_CHANNEL: 'local' })
  const categories = await listCategories(as(scene.ctx, scene.place.owners[0]!.actor))
  categoryId = categories.find(({ code }) => code === 'lift')!.id
})

const form = (page: string, action: string) => fieldsOf(page, action) as Record<string, string[]>
const words = '电梯早上停了半小时，老人上不了楼。'
const rows = async () =>
  (await scene.ctx.db.client.execute('SELECT id, text, state FROM complaints ORDER BY id')).rows

/** A form with files, as a browser sends it that runs no script. */
async function upload(
  path: string,
  fields: Record<string, string[]>,
  photos: Uint8Array[],
): Promise<Response> {
  const data = new FormData()
  for (const [name, values] of Object.entries(fields)) for (const value of values) data.append(name, value)
  for (const photo of photos) data.append('photos', new File([photo], 'a.jpg'))
  const request = new Request('https://x', { method: 'POST', body: data })
  return scene.company.fetch(
    path,
    {
      method: 'POST',
      body: await request.arrayBuffer(),
      headers: { 'content-type': request.headers.get('content-type') ?? '', accept: 'text/html' },
    },
    { owner: scene.place.owners[0]!.actor.id },
  )
}

const jpeg = (last: number) => tinyJpeg([1, 2, 3, last])

describe('an owner reports something', () => {
  test('with photos, in one plain form; sent twice it is one matter', async () => {
    const fields = {
      ...form(await scene.read('/portal/complaints/new'), '/portal/complaints'),
      categoryId: [categoryId],
      text: [words],
      wish: ['尽快修好'],
    }
    const [first, second] = [
      await upload('/portal/complaints', fields, [jpeg(1), jpeg(2)]),
      await upload('/portal/complaints', fields, [jpeg(1), jpeg(2)]),
    ]
    const address = first.headers.get('location') ?? ''
    expect([first.status, second.headers.get('location')]).toEqual([303, address])
    expect(await rows()).toMatchObject([{ text: words, state: 'registered' }])
    const page = await scene.read(address)
    expect(page).toContain('谢谢您告诉我们')
    const photos = [...new Set(page.match(/\/portal\/complaints\/\w+\/photos\/\w+/g))]
    expect(photos).toHaveLength(2)
    const photo = await scene.get(photos[0]!)
    expect([photo.headers.get('content-type'), new Uint8Array(await photo.arrayBuffer())]).toEqual([
      'image/jpeg',
      jpeg(1),
    ])
    expect((await scene.get(photos[0]!, 1)).status).toBe(404)
  })

  test('too few words come back to be mended with all that was entered, and are another request then', async () => {
    const before = form(await scene.read('/portal/complaints/new'), '/portal/complaints')
    const refused = await upload(
      '/portal/complaints',
      { ...before, categoryId: [categoryId], text: ['坏了'] },
      [],
    )
    const page = await refused.text()
    expect(refused.status).toBe(422)
    expect(page).toMatch(/<textarea id="text"[^>]*aria-invalid="true"[^>]*>坏了</)
    expect(page).toContain(`<option value="${categoryId}" selected="">`)
    const after = form(page, '/portal/complaints')
    expect(after.requestId).not.toEqual(before.requestId)
  })

  test('a file that is no photo is refused, and the words are still there', async () => {
    const fields = form(await scene.read('/portal/complaints/new'), '/portal/complaints')
    const refused = await upload(
      '/portal/complaints',
      { ...fields, categoryId: [categoryId], text: [words] },
      [new TextEncoder().encode('MZ not a picture')],
    )
    expect(refused.status).toBe(415)
    expect(await refused.text()).toContain(words)
  })

  test('about somebody else’s room: refused', async () => {
    const fields = form(await scene.read('/portal/complaints/new'), '/portal/complaints')
    const roomId = [scene.place.rooms[1]!.roomId]
    const refused = await upload(
      '/portal/complaints',
      { ...fields, roomId, categoryId: [categoryId], text: [words] },
      [],
    )
    expect(refused.status).toBe(403)
  })
})

describe('an owner follows what was reported', () => {
  let path: string
  beforeAll(async () => {
    const [complaint] = await rows()
    const complaintId = String(complaint?.id)
    path = `/portal/complaints/${complaintId}`
    const of = () => ({ requestId: freshRequestId(), complaintId })
    const actor = staff('company_admin', 'all', newId('stf', scene.ctx.now))
    const lead = as(scene.ctx, actor)
    const judgement = { nature: 'effective', ground: 'harm' } as const
    await judgeNature(lead, { ...of(), judgement, note: '内部：皮带老化' })
    await investigate(lead, { ...of(), findings: '内部：皮带老化', ownerWords: '查到是皮带老化。' })
    await decideHandler(lead, { ...of(), handlerId: actor.id })
    await proposePlan(lead, { ...of(), plan: '内部：换皮带' })
    await reply(lead, { ...of(), ownerWords: '皮带已更换，电梯恢复正常。' })
  })

  test('sees each step in words meant for them, and nothing that was meant for staff', async () => {
    const response = await scene.get(path)
    const page = await response.text()
    expect(trips(response)).toBe(1)
    for (const seen of ['已登记', '已受理', '查到是皮带老化。', '皮带已更换，电梯恢复正常。'])
      expect(page).toContain(seen)
    expect(page).not.toContain('内部')
  })

  test('may add words', async () => {
    const fields = form(await scene.read(path), `${path}/words`)
    const added = await upload(`${path}/words`, { ...fields, words: ['今天又停了一次'] }, [])
    expect(added.headers.get('location')).toBe(`${path}?said=words`)
    expect(await scene.read(`${path}?said=words`)).toMatch(/已补充[\s\S]*今天又停了一次/)
    // The form out of the history, with other words, twice.
    for (const photo of [jpeg(6), jpeg(6)]) {
      const again = await upload(`${path}/words`, { ...fields, words: ['修好后又停了'] }, [photo])
      expect(again.headers.get('location')).toBe(`${path}?said=words`)
    }
    // With the same words a photo that was forgotten comes along; without one there is nothing to add.
    for (const [text, photos, said] of [
      ['今天又停了一次', [jpeg(7)], 'words'],
      ['今天又停了一次', [jpeg(7)], 'words'],
      ['修好后又停了', [], 'known'],
    ] as const) {
      const again = await upload(`${path}/words`, { ...fields, words: [text] }, [...photos])
      expect(again.headers.get('location')).toBe(`${path}?said=${said}`)
    }
    const page = await scene.read(path)
    expect([page.match(/修好后又停了/g)?.length, page.match(/今天又停了一次/g)?.length]).toEqual([1, 2])
    expect(new Set(page.match(/\/photos\/\w+/g)).size).toBe(4)
  })

  test('who is not content says why, once; it is taken up again', async () => {
    const fields = form(await scene.read(path), `${path}/rating`)
    const wordless = await scene.post(`${path}/rating`, { ...fields, rating: '1', words: '' })
    expect(wordless.status).toBe(422)
    const given = { ...fields, rating: '1', words: '还是会停', attitude: ['polite:4', 'patient:'] }
    const [first, second] = [
      await scene.post(`${path}/rating`, given),
      await scene.post(`${path}/rating`, given),
    ]
    expect(first.headers.get('location')).toBe(`${path}?said=reopened`)
    expect(second.headers.get('location')).toBe(`${path}?said=reopened`)
    expect(await rows()).toMatchObject([{ state: 'reopened' }])
    const page = await scene.read(`${path}?said=reopened`)
    expect(page).toMatch(/抱歉没有让您满意/)
    expect(page).not.toContain(`${path}/rating`)
  })
})

describe('an owner whose form came back out of the history, where it had been sent', () => {
  const place = (answer: Response) => answer.headers.get('location')
  async function sentBefore(said = words) {
    const asked = form(await scene.read('/portal/complaints/new'), '/portal/complaints')
    const send = (text: string, photos: Uint8Array[]) =>
      upload('/portal/complaints', { ...asked, categoryId: [categoryId], text: [text] }, photos)
    return { send, first: place(await send(said, [jpeg(3)])) }
  }

  test('sends other words: each are a matter of their own, and one however often they are sent', async () => {
    const { send, first } = await sentBefore()
    const lamp = '楼道灯也坏了，请来看看'
    const again = await Promise.all([send(lamp, []), send(lamp, [])])
    const addresses = [...again, await send(lamp, [])].map(place)
    const other = place(await send('门禁刷不开，请来看看', []))
    expect(new Set([first, ...addresses, other]).size).toBe(3)
    expect((await rows()).filter(({ text }) => text === lamp)).toHaveLength(1)
  })

  test.each([
    ['the same photo', 3],
    ['another photo', 4],
  ])('sends other words with %s, which comes along', async (_name, last) => {
    const { send, first } = await sentBefore()
    const sent = await send(`水管漏水，照片第 ${last} 张`, [jpeg(last)])
    expect([sent.status, place(sent) === first]).toEqual([303, false])
    const page = await scene.read(place(sent) ?? '')
    expect(new Set(page.match(/\/photos\/\w+/g)).size).toBe(1)
  })

  test.each([
    ['another photo', [jpeg(5)]],
    ['a photo more', [jpeg(3), jpeg(5)]],
    ['no photo, which browsers forget', []],
  ])(
    'sends the same words with %s: it is led to what is on record, where photos can be added',
    async (name, photos) => {
      const said = `地下车库积水，车进不去（${name}）`
      const { send, first } = await sentBefore(said)
      const again = await send(said, photos)
      expect([again.status, place(again)]).toEqual([303, first?.replace('said=new', 'said=known')])
      expect(await scene.read(place(again) ?? '')).toContain('这件事之前已经收到，没有重复登记')
      expect((await rows()).filter(({ text }) => text === said)).toHaveLength(1)
    },
  )

  test('keeps a photo that cannot be used any more: it is left out of the form, which can be sent then', async () => {
    const asked = form(await scene.read('/portal/complaints/new'), '/portal/complaints')
    const filled = { categoryId: [categoryId], text: ['儿童滑梯的螺丝松了'] }
    const gone = { ...asked, ...filled, fileId: [newId('file', scene.ctx.now)] }
    const refused = await upload('/portal/complaints', gone, [])
    const page = await refused.text()
    expect([refused.status, page]).toEqual([409, expect.stringContaining('有照片已失效')])
    const again = form(page, '/portal/complaints')
    expect(again.fileId).toBeUndefined()
    expect((await upload('/portal/complaints', { ...again, ...filled }, [])).status).toBe(303)
  })
})
