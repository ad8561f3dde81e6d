import { occupancies } from '@heju/core/estate/registry'
import { freshRequestId } from '@heju/core/testing'
import { newId } from '@heju/kernel'
import { beforeEach, describe, expect, test } from 'vitest'
import { trips } from '../../testing.ts'
import { complaintScene, formOn as form, jpeg, type ComplaintScene } from './testing.ts'

let scene: ComplaintScene
let upload: ComplaintScene['upload']
let rows: ComplaintScene['rows']
let categoryId: string

// One for each test: an owner reports no more than ten things a day.
beforeEach(async () => {
  scene = await complaintScene()
  ;({ upload, rows, categoryId } = scene)
})

const words = '电梯早上停了半小时，老人上不了楼。'
const nine = (from: number) => Array.from({ length: 9 }, (_, n) => jpeg(from + n))

describe('an owner whose form came back out of the history, where it had been sent', () => {
  const place = (answer: Response) => answer.headers.get('location')
  async function sentBefore(said = words) {
    const asked = form(await scene.read('/portal/complaints/new'), '/portal/complaints')
    const send = (text: string, photos: readonly Uint8Array[]) =>
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

  /** What became of words: the photos of each matter that has them. */
  async function mattersOf(said: string): Promise<number[]> {
    const ids = (await rows()).filter(({ text }) => text === said).map(({ id }) => `/portal/complaints/${id}`)
    const pages = await Promise.all(ids.map((path) => scene.read(path)))
    return pages.map((page) => new Set(page.match(/\/photos\/\w+/g)).size)
  }

  test.each([
    ['another photo', [jpeg(5)], 'photos', 2],
    ['a photo more', [jpeg(3), jpeg(5)], 'photos', 2],
    ['the same photo', [jpeg(3)], 'new', 1],
    ['no photo, which browsers forget', [], 'known', 1],
  ])(
    'sends the same words with %s: it is led to what is on record, where photos are kept that are new',
    async (name, photos, led, kept) => {
      const said = `地下车库积水，车进不去（${name}）`
      const { send, first } = await sentBefore(said)
      for (const text of [said, ` ${said}\n`].slice(0, photos.length === 0 ? 2 : 1)) {
        const again = await send(text, photos)
        expect([again.status, place(again)]).toEqual([303, first?.replace('said=new', `said=${led}`)])
        if (led !== 'new')
          expect(await scene.read(place(again) ?? '')).toContain('这件事之前已经收到，没有重复登记')
      }
      expect(await mattersOf(said)).toEqual([kept])
    },
  )

  test.each([
    ['without the photo that it was sent with', [[jpeg(6)], []], 1],
    ['with another photo each time', [[jpeg(6)], [jpeg(7)], [jpeg(8)], [jpeg(6)]], 3],
    ['with the photo that it was sent without', [[], [jpeg(6)]], 1],
    ['with more photos than it may have, which is said', [nine(20), [jpeg(6)]], 9],
    ['with more photos than there is room for, which is said', [nine(20).slice(2), [1, 2, 3].map(jpeg)], 9],
  ])('sends other words again, %s: they are one matter', async (name, tries, kept) => {
    const { send, first } = await sentBefore()
    const said = `单元门关不上（${name}）`
    const led: string[] = []
    for (const photos of tries) led.push(place(await send(said, photos)) ?? '')
    const [outcome = ''] = /said=.*/.exec(led.at(-1) ?? '') ?? []
    const left = { may: 'said=known&kept=0&left=1', room: 'said=photos&kept=2&left=1' }
    if (!name.endsWith('said')) expect(outcome).toMatch(/^said=(known|photos|new)$/)
    else expect(outcome).toBe(name.includes('may') ? left.may : left.room)
    expect(await mattersOf(said)).toEqual([kept])
    expect(first).not.toContain(String((await rows()).find(({ text }) => text === said)?.id))
  })

  test('sends the same words with a file that is no photo, and then without: they are one matter', async () => {
    const said = '垃圾房的门坏了'
    const { send } = await sentBefore(said)
    const refused = await send(said, [new TextEncoder().encode('MZ not a picture')])
    expect(refused.status).toBe(415)
    const again = form(await refused.text(), '/portal/complaints')
    const filled = { ...again, categoryId: [categoryId], text: [said] }
    expect(place(await upload('/portal/complaints', filled, []))).toContain('said=known')
    expect(await mattersOf(said)).toEqual([1])
  })

  test('sends the same words with another wish: that is another matter', async () => {
    const asked = form(await scene.read('/portal/complaints/new'), '/portal/complaints')
    const filled = { ...asked, categoryId: [categoryId], text: ['健身器材松动了'] }
    for (const wish of ['请修好', '请换新的', '请换新的'])
      expect((await upload('/portal/complaints', { ...filled, wish: [wish] }, [])).status).toBe(303)
    expect(await mattersOf('健身器材松动了')).toEqual([0, 0])
  })

  test('is one of somebody else at home, who signed in to the same browser: it is a matter of their own', async () => {
    const { ctx, place: estate } = scene
    const [home, other] = estate.rooms
    const { projectId } = estate
    const at = { createdAt: ctx.now, changedAt: ctx.now }
    const stay = { projectId, personId: other!.personId, roomId: home!.roomId, role: 'co_owner' as const }
    await ctx.db.orm.insert(occupancies).values({ id: newId('occ', ctx.now), ...stay, ...at })
    const asked = form(await scene.read('/portal/complaints/new'), '/portal/complaints')
    const filled = { ...asked, categoryId: [categoryId], text: ['小区大门的灯不亮'] }
    const [first, second, again] = await [0, 1, 1].reduce<Promise<Response[]>>(
      async (sent, owner) => [...(await sent), await upload('/portal/complaints', filled, [jpeg(9)], owner)],
      Promise.resolve([]),
    )
    expect([first!.status, second!.status, place(again!)]).toEqual([303, 303, place(second!)])
    expect(place(second!)).not.toBe(place(first!))
    expect((await scene.get(place(first!) ?? '', 1)).status).toBe(404)
  })

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

describe('an owner whose form was loaded anew with the words still in it', () => {
  const said = '电梯又停在三楼了，请来看看'
  const send = async (more: object = {}, photos: readonly Uint8Array[] = [], room = 0) => {
    const asked = form(await scene.read('/portal/complaints/new', room), '/portal/complaints')
    return upload(
      '/portal/complaints',
      { ...asked, categoryId: [categoryId], text: [said], ...more },
      photos,
      room,
    )
  }
  const place = (answer: Response) => answer.headers.get('location')
  const photosOn = async (path: string) => new Set((await scene.read(path)).match(/\/photos\/\w+/g)).size

  test('is led to what came of it, however often, in two round trips', async () => {
    const first = place(await send()) ?? ''
    expect(first).toContain('said=new')
    for (let n = 0; n < 3; n++) {
      const again = await send()
      const led = first.replace('said=new', 'said=known')
      expect([again.status, place(again), trips(again)]).toEqual([303, led, 2])
    }
    expect(await rows()).toHaveLength(1)
  })

  test('is led to one matter by two that are sent at once', async () => {
    const both = await Promise.all([send(), send()])
    const ways = both.map((answer) => new URL(place(answer) ?? '', 'https://x'))
    expect(new Set(ways.map(({ pathname }) => pathname)).size).toBe(1)
    expect(ways.map(({ searchParams }) => searchParams.get('said')).toSorted()).toEqual(['known', 'new'])
    expect(await rows()).toHaveLength(1)
  })

  test('brings photos, which are kept with it once', async () => {
    const first = place(await send({}, [jpeg(1)])) ?? ''
    const led: (string | null)[] = []
    for (const photos of [[jpeg(1)], [jpeg(1), jpeg(2)], [jpeg(2)]]) led.push(place(await send({}, photos)))
    const known = first.replace('said=new', 'said=known')
    expect(led).toEqual([known, first.replace('said=new', 'said=photos'), known])
    expect([(await rows()).length, await photosOn(first)]).toEqual([1, 2])
  })

  test('makes something else of other words or another wish, and another owner never hears of it', async () => {
    const all = [
      await send(),
      await send({ text: [`${said}。`] }),
      await send({ wish: ['请修好'] }),
      await send({}, [], 1),
    ]
    expect(all.map((answer) => place(answer)?.endsWith('?said=new'))).toEqual([true, true, true, true])
    expect(new Set(all.map(place)).size).toBe(4)
  })

  test('is told of the matter by the API too', async () => {
    const [home] = scene.place.rooms
    const post = async () => {
      const complaintId = newId('cmpl', scene.ctx.now)
      const body = JSON.stringify({
        complaintId,
        roomId: home!.roomId,
        categoryId,
        text: said,
        wish: '',
        fileIds: [],
      })
      const headers = { 'content-type': 'application/json', 'idempotency-key': freshRequestId() }
      const owner = scene.place.owners[0]!.actor.id
      const answer = await scene.company.fetch(
        '/api/v1/portal/complaints',
        { method: 'POST', headers, body },
        { owner },
      )
      return { status: answer.status, asked: complaintId, answer: await answer.json() }
    }
    const first = await post()
    const complaintId = first.asked
    expect(first).toMatchObject({ status: 200, answer: { complaintId, result: 'registered' } })
    expect(await post()).toMatchObject({ status: 200, answer: { complaintId, result: 'known' } })
  })

  test('adds the same words once, with the photos that come with them', async () => {
    const path = (place(await send()) ?? '').replace('?said=new', '')
    const add = async (added: string, photos: readonly Uint8Array[] = []) =>
      place(
        await upload(
          `${path}/words`,
          { ...form(await scene.read(path), `${path}/words`), words: [added] },
          photos,
        ),
      )
    const led: (string | null)[] = []
    for (const photos of [[], [], [jpeg(4)], [jpeg(4)]]) led.push(await add('刚才又停了', photos))
    const [one, other] = await Promise.all([add('现在好了'), add('现在好了')])
    expect(led.map((to) => to?.replace(`${path}?said=`, ''))).toEqual([
      'words',
      'wordsKnown',
      'morePhotos',
      'wordsKnown',
    ])
    expect([one, other].toSorted()).toEqual([`${path}?said=words`, `${path}?said=wordsKnown`])
    const page = await scene.read(path)
    expect([page.match(/刚才又停了/g)?.length, page.match(/现在好了/g)?.length]).toEqual([1, 1])
    expect(await photosOn(path)).toBe(1)
  })
})
