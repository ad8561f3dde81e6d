import { newId } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import { as } from '../../testing.ts'
import {
  addNote,
  addOwnerWords,
  getComplaint,
  getMyComplaint,
  openComplaintPhoto,
  openMyPhoto,
  tellOwner,
} from './index.ts'
import { deskRegisters, memoryStore, of, ownerComplains, scene, sendPhoto } from './testing.ts'

async function photos() {
  const place = await scene()
  const desk = await place.works('front_desk')
  const store = memoryStore()
  return { place, desk, store, owner: place.owner }
}

describe('photos of a complaint', () => {
  test('what an owner sent is seen by the owner and by staff of the project', async () => {
    const { place, desk, store, owner } = await photos()
    const fileId = await sendPhoto(owner, store)
    const id = await ownerComplains(place, owner, { fileIds: [fileId] })
    expect((await getMyComplaint(owner, id)).steps[0]?.photos).toMatchObject([{ id: fileId }])
    expect((await getComplaint(desk, id)).steps[0]?.photos).toMatchObject([{ id: fileId }])
    for (const open of [openMyPhoto(owner, store, id, fileId), openComplaintPhoto(desk, store, id, fileId)]) {
      const file = await open
      expect(file).toMatchObject({ contentType: 'image/jpeg', size: 35, name: `${fileId}.jpg` })
      const bytes = new Uint8Array(await new Response(file.body).arrayBuffer())
      expect([...bytes.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff])
    }
  })

  test('nobody else sees them: another owner, another project, another complaint’s address', async () => {
    const { place, desk, store, owner } = await photos()
    const fileId = await sendPhoto(owner, store)
    const id = await ownerComplains(place, owner, { fileIds: [fileId] })
    const other = await ownerComplains(place, owner, { text: '另一件事情。' })
    const stranger = as(owner, { kind: 'owner', id: newId('ownr', 1) })
    await expect(openMyPhoto(stranger, store, id, fileId)).rejects.toMatchObject({ code: 'files.not_found' })
    await expect(openMyPhoto(owner, store, other, fileId)).rejects.toMatchObject({ code: 'files.not_found' })
    await expect(openComplaintPhoto(desk, store, other, fileId)).rejects.toMatchObject({
      code: 'files.not_found',
    })
    const worker = await place.works('worker')
    await expect(openComplaintPhoto(worker, store, id, fileId)).rejects.toMatchObject({
      code: 'complaints.not_found',
    })
  })

  test('those of a note among staff are not for the owner', async () => {
    const { place, desk, store, owner } = await photos()
    const id = await ownerComplains(place, owner)
    const [inside, outside] = [await sendPhoto(desk, store), await sendPhoto(desk, store)]
    await addNote(desk, { ...of(id), note: '现场情况', fileIds: [inside] })
    await tellOwner(desk, { ...of(id), ownerWords: '已经修好。', fileIds: [outside] })
    await expect(openMyPhoto(owner, store, id, inside)).rejects.toMatchObject({ code: 'files.not_found' })
    expect((await openMyPhoto(owner, store, id, outside)).size).toBe(35)
    expect(JSON.stringify(await getMyComplaint(owner, id))).not.toContain(inside)
  })

  test('at most nine from each side', async () => {
    const { place, desk, store, owner } = await photos()
    const nine = await Promise.all(Array.from({ length: 9 }, () => sendPhoto(owner, store)))
    const id = await ownerComplains(place, owner, { fileIds: nine })
    const tenth = await sendPhoto(owner, store)
    const words = await addOwnerWords(owner, { ...of(id), words: '补充', fileIds: [tenth] })
    expect(words).toMatchObject({ result: 'added', photosLeft: 1 })
    const news = async (count: number) => {
      const fileIds = await Promise.all(Array.from({ length: count }, () => sendPhoto(desk, store)))
      return tellOwner(desk, { ...of(id), ownerWords: '已经修好。', fileIds })
    }
    await news(8)
    await expect(news(2)).rejects.toMatchObject({ code: 'complaints.too_many_photos', params: { most: 9 } })
  })

  test('a photo is attached once, by who sent it', async () => {
    const { place, desk, store, owner } = await photos()
    const fileId = await sendPhoto(owner, store)
    await ownerComplains(place, owner, { fileIds: [fileId] })
    await expect(
      ownerComplains(place, owner, { fileIds: [fileId], text: '又一件事。' }),
    ).rejects.toMatchObject({
      code: 'files.not_yours',
    })
    const another = await sendPhoto(owner, store)
    await expect(deskRegisters(place, desk, { fileIds: [another] })).rejects.toMatchObject({
      code: 'files.not_yours',
    })
  })
})
