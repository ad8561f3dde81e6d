import { decideHandler, investigate, judgeNature, proposePlan, reply } from '@heju/core/desk/complaints'
import { as, freshRequestId, staff } from '@heju/core/testing'
import { newId } from '@heju/kernel'
import { beforeAll, describe, expect, test } from 'vitest'
import { trips } from '../../testing.ts'
import { complaintScene, formOn as form, jpeg, type ComplaintScene } from './testing.ts'

let scene: ComplaintScene
let upload: ComplaintScene['upload']
let rows: ComplaintScene['rows']
let categoryId: string

beforeAll(async () => {
  scene = await complaintScene()
  ;({ upload, rows, categoryId } = scene)
})

const words = '电梯早上停了半小时，老人上不了楼。'

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

  test('too few words come back to be mended with all that was entered, in the same form', async () => {
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
    expect(after).toMatchObject({ requestId: before.requestId, complaintId: before.complaintId })
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
    expect(refused.status).toBe(422)
    expect(await rows()).toHaveLength(1)
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
    // There is a reply: what takes the matter up again is said where it is not content.
    expect(await scene.read(`${path}?said=words`)).toContain('如果没有解决或又发生了，请在下面评价“不满意”')
    // The form out of the history, with other words, twice.
    for (const photo of [jpeg(6), jpeg(6)]) {
      const again = await upload(`${path}/words`, { ...fields, words: ['修好后又停了'] }, [photo])
      expect(again.headers.get('location')).toBe(`${path}?said=words`)
    }
    // With the same words a photo that was forgotten comes along, once; without one there is nothing to add.
    for (const [text, photos, said] of [
      ['今天又停了一次', [jpeg(7)], 'morePhotos'],
      ['今天又停了一次', [jpeg(7)], 'morePhotos'],
      [' 修好后又停了\n', [], 'wordsKnown'],
    ] as const) {
      const again = await upload(`${path}/words`, { ...fields, words: [text] }, [...photos])
      expect(again.headers.get('location')).toBe(`${path}?said=${said}`)
    }
    expect(await scene.read(`${path}?said=wordsKnown`)).toContain('这段补充之前已经收到，没有重复添加')
    const page = await scene.read(path)
    expect([page.match(/修好后又停了/g)?.length, page.match(/今天又停了一次/g)?.length]).toEqual([1, 1])
    expect(new Set(page.match(/\/photos\/\w+/g)).size).toBe(4)
  })

  test('may add a photo without words, and something at least', async () => {
    const fields = form(await scene.read(path), `${path}/words`)
    const photo = await upload(`${path}/words`, { ...fields, words: [''] }, [jpeg(8)])
    expect(photo.headers.get('location')).toBe(`${path}?said=words`)
    const nothing = await upload(`${path}/words`, { ...fields, words: [' '] }, [])
    expect([nothing.status, await nothing.text()]).toEqual([422, expect.stringContaining('或选择照片')])
  })

  test('adds the words that staff wrote before, which are the owner’s own now', async () => {
    const fields = form(await scene.read(path), `${path}/words`)
    for (const said of ['先发一句', '查到是皮带老化。'])
      expect((await upload(`${path}/words`, { ...fields, words: [said] }, [])).headers.get('location')).toBe(
        `${path}?said=words`,
      )
    expect((await scene.read(path)).match(/查到是皮带老化。/g)).toHaveLength(2)
  })

  test('keeps a photo that cannot be used any more out of the form, which can be sent then', async () => {
    const fields = form(await scene.read(path), `${path}/words`)
    const filled = { ...fields, words: ['还有一张照片'] }
    const refused = await upload(`${path}/words`, { ...filled, fileId: [newId('file', scene.ctx.now)] }, [])
    const again = form(await refused.text(), `${path}/words`)
    expect([refused.status, again.fileId]).toEqual([409, undefined])
    const sent = await upload(`${path}/words`, { ...again, words: ['还有一张照片'] }, [])
    expect(sent.headers.get('location')).toBe(`${path}?said=words`)
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
    // The form out of the history with another rating.
    const other = await scene.post(`${path}/rating`, { ...given, rating: '5' })
    expect([other.status, await other.text()]).toEqual([409, expect.stringContaining('这次答复已经评价过')])
  })
})
