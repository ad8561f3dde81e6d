import { newId } from '@heju/kernel'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { receivePhoto, unattachedFiles } from '../../platform/files/index.ts'
import { tinyJpeg } from '../../platform/files/testing.ts'
import { addOwner } from '../../people/identity/testing.ts'
import type { Ports } from '../../platform/outbox/index.ts'
import { occupancies } from '../../estate/registry/index.ts'
import { smallProject } from '../../estate/registry/testing.ts'
import { as, beforeNextWrite, freshRequestId } from '../../testing.ts'
import type { Ctx } from '../../context.ts'
import {
  addOwnerWords,
  complain,
  getComplaint,
  getMyComplaint,
  listMyComplaints,
  rateComplaint,
  recategorise,
  saveCategory,
  type Complain,
} from './index.ts'
import { policy, type ComplaintState } from './rules.ts'
import { complaints } from './tables.ts'
import { deskRegisters, handleUntilReply, memoryStore, of, rowOf, scene, type Scene } from './testing.ts'

const store = memoryStore()
/** The same photo each time, sent by another form. */
const photo = async (ctx: Ctx, last: number) =>
  (await receivePhoto(ctx, store, { requestId: freshRequestId() }, tinyJpeg([1, last]))).fileId

/** What a form says that was loaded anew. */
function say(place: Scene, owner: Ctx, more: Partial<Complain> = {}) {
  const ids = { requestId: freshRequestId(), complaintId: newId('cmpl', owner.now) }
  const said = {
    roomId: place.roomId,
    categoryId: place.category('water'),
    text: '水压太低了。',
    wish: '请修好',
  }
  return complain(owner, { ...ids, ...said, ...more })
}

const after = (ctx: Ctx, ms: number) => as(ctx, ctx.actor, ctx.now + ms)
const photosOf = async (owner: Ctx, id: string) =>
  (await getMyComplaint(owner, id)).steps.map(({ photos }) => photos.length)
const untilReply = ['judged', 'investigated', 'assigned', 'planned', 'replied'] as const
/** Takes a matter through states, without what people do for it. */
async function bring(place: Scene, id: string, through: readonly ComplaintState[]) {
  const facts: Record<string, object> = { replied: { repliedAt: 1 }, closed: { closedAt: 2 } }
  for (const state of through)
    await place.admin.db.orm
      .update(complaints)
      .set({ state, ...facts[state] })
      .where(eq(complaints.id, id))
}

/** Another owner's account, in the same home. */
async function atHome(place: Scene) {
  const { admin, projectId, roomId } = place
  const phone = '+8613900001111'
  const { person } = await smallProject(admin, '另一处')
  const personId = await person('李小红', { phones: [phone] })
  const at = { createdAt: admin.now, changedAt: admin.now }
  const stay = { id: newId('occ', admin.now), projectId, personId, roomId, role: 'co_owner' as const }
  await admin.db.orm.insert(occupancies).values({ ...stay, ...at })
  return as(admin, { kind: 'owner', id: (await addOwner(admin, phone)).id })
}

describe('what an owner says again in the same words', () => {
  test('is led to the matter that came of it, and takes no number', async () => {
    const place = await scene()
    const first = await say(place, place.owner)
    expect(first.result).toBe('registered')
    for (let n = 0; n < 3; n++)
      expect(await say(place, place.owner, { text: ' 水压太低了。\n' })).toMatchObject({
        complaintId: first.complaintId,
        result: 'known',
      })
    const other = await say(place, place.owner, { text: '水压还是太低了。' })
    expect((await rowOf(place.admin, other.complaintId)).number).toBe('TS-20261122-0002')
  })

  test('is one matter when all come at once, with their photos', async () => {
    const place = await scene()
    const files = await Promise.all([1, 1, 2].map((last) => photo(place.owner, last)))
    const all = await Promise.all(files.map((id) => say(place, place.owner, { fileIds: [id] })))
    expect(new Set(all.map(({ complaintId }) => complaintId)).size).toBe(1)
    expect((await listMyComplaints(place.owner)).items).toHaveLength(1)
    const kept = await photosOf(place.owner, all[0]!.complaintId)
    expect(kept.reduce((sum, count) => sum + count)).toBe(2)
  })

  test.each(['text', 'wish', 'category'])('is another matter when its %s is another', async (name) => {
    const place = await scene()
    const others = { text: '水压太高了。', wish: '', category: undefined }
    await say(place, place.owner)
    const more =
      name === 'category' ? { categoryId: place.category('lift') } : { [name]: others[name as 'text'] }
    expect((await say(place, place.owner, more)).result).toBe('registered')
  })

  test('is another matter a day later', async () => {
    const place = await scene()
    const { complaintId } = await say(place, place.owner)
    const lastMoment = after(place.owner, policy.sameMatterMs - 1)
    expect(await say(place, lastMoment)).toMatchObject({ complaintId, result: 'known' })
    const next = await say(place, after(place.owner, policy.sameMatterMs))
    expect(next.result).toBe('registered')
    expect(next.complaintId).not.toBe(complaintId)
  })

  test('is the same matter until that has a reply, and is heard as another after it', async () => {
    const place = await scene()
    const { owner } = place
    const { complaintId } = await say(place, owner)
    const inTheAfternoon = after(owner, 5 * 60 * 60_000)
    await bring(place, complaintId, untilReply.slice(0, -1))
    expect(await say(place, inTheAfternoon)).toMatchObject({ complaintId, result: 'known' })
    beforeNextWrite(inTheAfternoon, () => bring(place, complaintId, ['replied']))
    const anew = await say(place, inTheAfternoon)
    expect(anew.result).toBe('registered')
    expect(await say(place, inTheAfternoon)).toMatchObject({ complaintId: anew.complaintId, result: 'known' })
  })

  test('is the form that was sent again, when it comes within minutes although there is a reply by then', async () => {
    const place = await scene()
    const { owner } = place
    const { complaintId } = await say(place, owner)
    await bring(place, complaintId, untilReply)
    const minutesLater = after(owner, policy.sentAgainMs - 1)
    expect(await say(place, minutesLater)).toMatchObject({ complaintId, result: 'known' })
    expect((await say(place, after(owner, policy.sentAgainMs))).result).toBe('registered')
  })

  test('is another matter once it is closed', async () => {
    const place = await scene()
    const { complaintId } = await say(place, place.owner)
    await bring(place, complaintId, untilReply)
    beforeNextWrite(place.owner, () => bring(place, complaintId, ['revisited', 'closed']))
    expect((await say(place, place.owner)).result).toBe('registered')
  })

  test('is the same matter while that is taken up again, because its owner was not content', async () => {
    const place = await scene()
    const { owner } = place
    const { complaintId } = await say(place, owner)
    await handleUntilReply(await place.works('front_desk'), complaintId)
    const rating = {
      rating: 1,
      words: '又停了',
      revisitId: newId('rvst', 1),
      newComplaintId: newId('cmpl', 1),
    }
    await rateComplaint(owner, { ...of(complaintId), ...rating })
    expect(await say(place, after(owner, 5 * 60 * 60_000))).toMatchObject({ complaintId, result: 'known' })
  })

  test('is another matter of somebody else at home, who is not told of the first', async () => {
    const place = await scene()
    const other = await atHome(place)
    const { complaintId } = await say(place, place.owner)
    const theirs = await say(place, other, { fileIds: [await photo(other, 5)] })
    expect(theirs.result).toBe('registered')
    expect(theirs.complaintId).not.toBe(complaintId)
    expect(await photosOf(place.owner, complaintId)).toEqual([0])
    expect(await say(place, other)).toMatchObject({ complaintId: theirs.complaintId, result: 'known' })
  })

  test('is the same matter although staff have put it under another category, or that is put away', async () => {
    const place = await scene()
    const { complaintId } = await say(place, place.owner)
    await recategorise(place.admin, { ...of(complaintId), categoryId: place.category('lift') })
    const categoryId = place.category('water')
    await saveCategory(place.admin, { requestId: freshRequestId(), categoryId, name: '水', archived: true })
    expect(await say(place, place.owner)).toMatchObject({ complaintId, result: 'known' })
  })

  test('brings photos, which are kept once and as far as they fit', async () => {
    const place = await scene()
    const { owner } = place
    const send = async (...lasts: number[]) =>
      say(place, owner, { fileIds: await Promise.all(lasts.map((last) => photo(owner, last))) })
    const { complaintId } = await send(1)
    const results: unknown[] = []
    for (const lasts of [[1], [1, 2], [2], [1, 3, 4, 5, 6, 7, 8, 9, 10], [11], [3]]) {
      const { result, photosKept, photosLeft } = await send(...lasts)
      results.push([result, photosKept, photosLeft])
    }
    expect(results).toEqual([
      ['known', 0, 0],
      ['photos_kept', 1, 0],
      ['known', 0, 0],
      ['photos_kept', 7, 1],
      ['photos_left', 0, 1],
      ['known', 0, 0],
    ])
    expect(await photosOf(owner, complaintId)).toEqual([1, 1, 7])
    expect((await getMyComplaint(owner, complaintId)).steps[1]).toMatchObject({
      kind: 'owner_words',
      words: null,
    })
  })

  test.each([
    ['all of them', [5, 6, 7, 8, 9, 10, 11], { result: 'photos_left', photosKept: 0, photosLeft: 2 }, [2, 7]],
    ['one of them', [5, 6, 7, 8, 9, 10], { result: 'photos_kept', photosKept: 1, photosLeft: 1 }, [2, 6, 1]],
  ])(
    'is known, and its photos without a place are left, where others took %s at that very moment',
    async (...row) => {
      const [, others, outcome, kept] = row
      const place = await scene()
      const { owner } = place
      const send = async (by: Ctx, ...lasts: number[]) =>
        say(place, by, { fileIds: await Promise.all(lasts.map((last) => photo(by, last))) })
      const { complaintId } = await send(owner, 1, 2)
      const fileIds = await Promise.all([3, 4].map((last) => photo(owner, last)))
      beforeNextWrite(owner, () => send(as(place.admin, owner.actor), ...others))
      expect(await say(place, owner, { fileIds })).toEqual({ complaintId, ...outcome })
      expect(await photosOf(owner, complaintId)).toEqual(kept)
    },
  )

  test('is known also after the tenth matter of a day', async () => {
    const place = await scene()
    const { complaintId } = await say(place, place.owner)
    for (let n = 2; n <= 10; n++) await say(place, place.owner, { text: `第${n}件事情要反映。` })
    expect(await say(place, place.owner)).toMatchObject({ complaintId, result: 'known' })
  })

  test('is the same matter when it was said at that very moment', async () => {
    const place = await scene()
    let first = ''
    beforeNextWrite(place.owner, async () => {
      first = (await say(place, as(place.admin, place.owner.actor))).complaintId
    })
    expect(await say(place, place.owner)).toMatchObject({ complaintId: first, result: 'known' })
  })
})

describe('words that an owner adds again', () => {
  const add = (ctx: Ctx, id: string, words: string, fileIds: string[] = []) =>
    addOwnerWords(ctx, { ...of(id), words, fileIds })
  const wordsOf = async (place: Scene, id: string) =>
    (await getComplaint(place.admin, id)).steps.flatMap(({ kind, ownerWords }) =>
      kind === 'owner_words' ? [ownerWords] : [],
    )

  test('within half an hour are known, also when all come at once; then they are new', async () => {
    const place = await scene()
    const { owner } = place
    const { complaintId: id } = await say(place, owner)
    const results = await Promise.all([1, 2, 3].map(() => add(owner, id, '今天又停了')))
    expect(results.map(({ result }) => result).toSorted()).toEqual(['added', 'known', 'known'])
    expect((await add(after(owner, policy.sameWordsMs - 1), id, ' 今天又停了 ')).result).toBe('known')
    expect((await add(owner, id, '今天又停水')).result).toBe('added')
    expect((await add(after(owner, policy.sameWordsMs), id, '今天又停了')).result).toBe('added')
    expect(await wordsOf(place, id)).toEqual(['今天又停了', '今天又停水', '今天又停了'])
  })

  test('are new after a reply, unless they come within minutes', async () => {
    const place = await scene()
    const { owner } = place
    const { complaintId: id } = await say(place, owner)
    await add(owner, id, '今天又停了')
    await handleUntilReply(after(await place.works('front_desk'), 1), id)
    const minutesLater = after(owner, policy.sentAgainMs - 1)
    expect((await add(minutesLater, id, '今天又停了')).result).toBe('known')
    const later = after(owner, policy.sentAgainMs)
    expect((await add(later, id, '今天又停了')).result).toBe('added')
    expect((await add(after(later, policy.sentAgainMs), id, '今天又停了')).result).toBe('known')
  })

  test('bring photos, which are kept once; without words the photos are what is said', async () => {
    const place = await scene()
    const { owner } = place
    const { complaintId: id } = await say(place, owner)
    const sent: [string, number[]][] = [
      ['漏水', [1]],
      ['漏水', [1]],
      ['漏水', [1, 2]],
      ['', [2]],
      ['', [2, 3]],
      ['', [3]],
    ]
    const results: string[] = []
    for (const [words, lasts] of sent) {
      const fileIds = await Promise.all(lasts.map((last) => photo(owner, last)))
      results.push((await add(owner, id, words, fileIds)).result)
    }
    expect(results).toEqual(['added', 'known', 'photos_kept', 'known', 'added', 'known'])
    expect(await photosOf(owner, id)).toEqual([0, 1, 1, 1])
    const [one, same] = [await photo(owner, 4), await photo(owner, 4)]
    await Promise.all([add(owner, id, '', [one]), add(owner, id, '', [same])])
    expect(await photosOf(owner, id)).toEqual([0, 1, 1, 1, 1])
  })

  test('are heard also where their photos do not fit, of which the first that do are kept', async () => {
    const place = await scene()
    const { owner } = place
    const send = (lasts: number[]) => Promise.all(lasts.map((last) => photo(owner, last)))
    const { complaintId: id } = await say(place, owner, { fileIds: await send([1, 2, 3, 4, 5, 6, 7]) })
    // A photo that is there already takes no place from one that is not.
    expect(await add(owner, id, '又停了', await send([1, 8, 9, 10]))).toMatchObject({
      result: 'added',
      photosKept: 2,
      photosLeft: 1,
    })
    const full = await add(owner, id, '还是停', await send([10, 11]))
    expect(full).toMatchObject({ result: 'added', photosKept: 0, photosLeft: 2 })
    expect(await add(owner, id, '还是停', await send([11]))).toMatchObject({
      result: 'photos_left',
      photosLeft: 1,
    })
    await expect(add(owner, id, '', await send([12]))).rejects.toMatchObject({
      code: 'complaints.no_room_for_photos',
      params: { most: 9 },
    })
    expect(await wordsOf(place, id)).toEqual(['又停了', '还是停'])
    expect(await photosOf(owner, id)).toEqual([7, 2, 0])
  })

  test('are heard however often photos come that do not fit, which count no more among those left unused', async () => {
    const place = await scene()
    const { owner } = place
    const nine = (from: number) => Promise.all(Array.from({ length: 9 }, (_, n) => photo(owner, from + n)))
    const { complaintId: id } = await say(place, owner, { fileIds: await nine(1) })
    for (const n of [1, 2, 3, 4]) await add(owner, id, `第${n}次又停了`, await nine(10 * n))
    for (const n of [1, 2, 3, 4])
      expect(await say(place, owner, { fileIds: await nine(1) }), String(n)).toMatchObject({
        result: 'known',
      })
    expect(await wordsOf(place, id)).toHaveLength(4)
    const later = as(owner, { kind: 'job', id: 'unattached_files' }, owner.now)
    await unattachedFiles.run(later, { files: store } as unknown as Ports, later.now)
    expect(await photosOf(owner, id)).toEqual([9, 0, 0, 0, 0])
    expect((await owner.db.client.execute('SELECT count(*) AS n FROM files')).rows[0]?.n).toBe(9)
  })

  test('may be photos alone, which on a full matter are refused however often they come, and count no more', async () => {
    const place = await scene()
    const { owner } = place
    const nine = (from: number) => Promise.all(Array.from({ length: 9 }, (_, n) => photo(owner, from + n)))
    const { complaintId: id } = await say(place, owner, { fileIds: await nine(1) })
    for (const n of [1, 2, 3, 4])
      await expect(add(owner, id, '', await nine(10 * n)), String(n)).rejects.toMatchObject({
        code: 'complaints.no_room_for_photos',
      })
    const fresh = await photo(owner, 99)
    expect((await say(place, owner, { text: '另一件事情要反映。', fileIds: [fresh] })).result).toBe(
      'registered',
    )
  })

  test('are new with a photo that the matter has already, which stands by them where there is room', async () => {
    const place = await scene()
    const { owner } = place
    const there = await photo(owner, 1)
    const { complaintId: id } = await say(place, owner, { fileIds: [there] })
    const same = await add(owner, id, '还是这里', [await photo(owner, 1)])
    expect(same).toMatchObject({ result: 'added', photosKept: 1, photosLeft: 0 })
    // The very file, as a form out of the browser's history names it, is passed over.
    const itself = await add(owner, id, '又来了', [there, await photo(owner, 2)])
    expect(itself).toMatchObject({ result: 'added', photosKept: 1, photosLeft: 0 })
    expect((await add(owner, id, '', [there])).result).toBe('known')
    expect(await photosOf(owner, id)).toEqual([1, 1, 1])
  })

  test('are new where a reply comes at that very moment', async () => {
    const place = await scene()
    const { owner } = place
    const { complaintId: id } = await say(place, owner)
    await add(owner, id, '今天又停了')
    const later = after(owner, policy.sentAgainMs)
    beforeNextWrite(later, async () => {
      const desk = await place.works('front_desk')
      await handleUntilReply(as(desk, desk.actor, later.now), id)
    })
    expect((await add(later, id, '今天又停了')).result).toBe('added')
  })

  test('are heard where others took the places of their photos at that very moment', async () => {
    const place = await scene()
    const { owner } = place
    const send = (ctx: Ctx, lasts: number[]) => Promise.all(lasts.map((last) => photo(ctx, last)))
    const { complaintId: id } = await say(place, owner, { fileIds: await send(owner, [1, 2, 3, 4, 5, 6, 7]) })
    const fileIds = await send(owner, [8, 9])
    const elsewhere = as(place.admin, owner.actor)
    beforeNextWrite(owner, async () => add(elsewhere, id, '', await send(elsewhere, [10])))
    expect(await add(owner, id, '又停了', fileIds)).toMatchObject({ photosKept: 1, photosLeft: 1 })
    expect(await photosOf(owner, id)).toEqual([7, 1, 1])
  })

  test('are new where somebody else said them, who sees the same matter', async () => {
    const { place, owner, agent, id } = await sharedMatter()
    for (const ctx of [owner, agent]) expect((await add(ctx, id, '又停了')).result).toBe('added')
    expect(await wordsOf(place, id)).toEqual(['又停了', '又停了'])
    const fileIds = [await photo(owner, 1)]
    expect((await add(owner, id, '', fileIds)).result).toBe('added')
    expect((await add(agent, id, '', [await photo(agent, 1)])).result).toBe('added')
  })
})

/** A matter that the desk took down for one owner, with the phone of another. */
async function sharedMatter() {
  const place = await scene()
  const agent = as(place.admin, { kind: 'owner', id: (await addOwner(place.admin, '+8613900002222')).id })
  const desk = await place.works('front_desk')
  const told = { channel: 'on_behalf' as const, agentName: '赵六', contactPhone: '13900002222' }
  const id = await deskRegisters(place, desk, told)
  return { place, owner: place.owner, agent, desk, id }
}

describe('of a matter that two owners see', () => {
  test('each sees their own steps as theirs, and those of the other as somebody else’s', async () => {
    const { owner, agent, desk, id } = await sharedMatter()
    await addOwnerWords(owner, { ...of(id), words: '业主说的' })
    await addOwnerWords(agent, { ...of(id), words: '代办人说的' })
    await handleUntilReply(desk, id)
    const rating = {
      revisitId: newId('rvst', owner.now),
      newComplaintId: newId('cmpl', owner.now),
      rating: 5,
    }
    await rateComplaint(agent, { ...of(id), ...rating })
    const seenBy = async (ctx: Ctx) =>
      (await getMyComplaint(ctx, id)).steps.flatMap(({ kind, by, words }) =>
        by === 'company' ? [] : [[kind, by, words]],
      )
    expect(await seenBy(owner)).toEqual([
      ['owner_words', 'me', '业主说的'],
      ['owner_words', 'owner_side', '代办人说的'],
      ['rated', 'owner_side', null],
      ['revisited', 'owner_side', null],
    ])
    expect((await seenBy(agent)).map(([, by]) => by)).toEqual(['owner_side', 'me', 'me', 'me'])
  })
})
