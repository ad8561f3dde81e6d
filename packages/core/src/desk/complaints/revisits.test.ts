import { newId } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { taskList } from '../../platform/tasks/index.ts'
import { as, beforeNextWrite } from '../../testing.ts'
import {
  addOwnerWords,
  closeComplaint,
  flagComplaint,
  getComplaint,
  getMyComplaint,
  listMyComplaints,
  rateComplaint,
  type RateComplaint,
} from './index.ts'
import {
  ask,
  deskRegisters,
  handleUntilReply,
  later,
  of,
  ownerComplains,
  planAndReply,
  rowOf,
  scene,
  summary,
} from './testing.ts'

const day = 24

async function rate(owner: Ctx, id: string, rating: number, more: Partial<RateComplaint> = {}) {
  const ids = { revisitId: newId('rvst', owner.now), newComplaintId: newId('cmpl', owner.now) }
  return rateComplaint(owner, { ...of(id), ...ids, rating, words: '还是会响', ...more })
}

async function replied() {
  const place = await scene()
  const [desk, manager] = [await place.works('front_desk'), await place.works('project_manager')]
  const id = await ownerComplains(place, place.owner)
  await handleUntilReply(desk, id)
  return { place, desk, manager, id, owner: place.owner }
}

async function closed() {
  const all = await replied()
  await ask(all.desk, all.id, 'satisfied')
  await closeComplaint(all.desk, { ...of(all.id), ...summary })
  return all
}

describe('an owner who is asked', () => {
  test('in vain by two at once was tried for once, and a second time when the later one enters it again', async () => {
    const { desk, id } = await replied()
    const asked = later(desk, day)
    beforeNextWrite(asked, () => ask(asked, id, 'unreached'))
    await expect(ask(asked, id, 'unreached')).rejects.toMatchObject({ code: 'complaints.moved' })
    expect((await rowOf(desk, id)).unreached).toBe(1)
    await ask(asked, id, 'unreached')
    expect((await rowOf(desk, id)).unreached).toBe(2)
  })

  test('by somebody of the desk while the manager marks a special customer is the manager’s to ask', async () => {
    const { desk, manager, id } = await replied()
    const asked = later(desk, day)
    beforeNextWrite(asked, () => flagComplaint(manager, { ...of(id), special: true, reason: '老人独居' }))
    await expect(ask(asked, id, 'satisfied')).rejects.toMatchObject({ code: 'complaints.moved' })
    await expect(ask(asked, id, 'satisfied')).rejects.toMatchObject({ code: 'complaints.manager_revisits' })
  })

  test('can add nothing to what is closed at that moment, since nobody would read it', async () => {
    const { desk, owner, id } = await replied()
    await ask(desk, id, 'satisfied')
    beforeNextWrite(owner, () => closeComplaint(desk, { ...of(id), ...summary }))
    const added = addOwnerWords(owner, { ...of(id), words: '又坏了，请来看一下。' })
    await expect(added).rejects.toMatchObject({ code: 'complaints.closed' })
    const { steps } = await getComplaint(desk, id)
    expect(steps.map(({ kind }) => kind)).not.toContain('owner_words')
  })

  test('and is not content has it taken up again by the same hands, and the manager knows', async () => {
    const { desk, manager, id } = await replied()
    const asked = later(desk, day)
    await ask(asked, id, 'dissatisfied')
    const row = await rowOf(desk, id)
    expect(row).toMatchObject({
      state: 'reopened',
      round: 2,
      handlerId: desk.actor.id,
      satisfied: false,
      repliedAt: null,
      lateRounds: 0,
      wholeStartedAt: asked.now,
    })
    expect((await taskList.page(manager, {})).items).toMatchObject([
      { kind: 'complaint_dissatisfied', subjectId: id },
    ])
    const page = await getComplaint(desk, id)
    expect(page.raises).toMatchObject([{ reason: 'dissatisfied', round: 2 }])
    expect(page.revisits).toMatchObject([{ outcome: 'dissatisfied', round: 1, byKind: 'staff' }])
    await planAndReply(asked, id)
    await ask(asked, id, 'satisfied')
    await closeComplaint(asked, { ...of(id), ...summary })
    expect(await rowOf(desk, id)).toMatchObject({ state: 'closed', satisfied: true, round: 2 })
    expect((await taskList.page(manager, {})).items).toEqual([])
  })

  test('about a reply that came late leaves the lateness counted after a second one in time', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    const id = await deskRegisters(place, desk)
    await handleUntilReply(later(desk, 5 * day), id)
    await ask(later(desk, 6 * day), id, 'dissatisfied')
    await planAndReply(later(desk, 6 * day), id)
    expect(await rowOf(desk, id)).toMatchObject({ lateRounds: 1, round: 2 })
  })

  test('says what is amiss when not content', async () => {
    const { desk, id } = await replied()
    await expect(ask(desk, id, 'dissatisfied', '')).rejects.toMatchObject({
      fields: [{ path: 'words', code: 'complaints.field.what_is_amiss' }],
    })
  })

  test('and is not reached is asked on the next working day, three times, before it may be closed', async () => {
    const { desk, id } = await replied()
    const first = (await rowOf(desk, id)).revisitDueAt
    await ask(later(desk, day), id, 'unreached', '')
    const row = await rowOf(desk, id)
    expect(row).toMatchObject({ state: 'replied', unreached: 1, revisitPromptedAt: null })
    expect(row.revisitDueAt).toBe((first ?? 0) + day * 3_600_000)
    await ask(later(desk, 2 * day), id, 'unreached', '')
    await ask(later(desk, 3 * day), id, 'unreached', '')
    expect(await rowOf(desk, id)).toMatchObject({ state: 'revisited', satisfied: null })
    await closeComplaint(desk, { ...of(id), ...summary })
  })

  test('and is a special customer is asked by the manager', async () => {
    const place = await scene()
    const [desk, manager] = [await place.works('front_desk'), await place.works('project_manager')]
    const id = await deskRegisters(place, desk, { special: true })
    await handleUntilReply(desk, id)
    await expect(ask(desk, id, 'satisfied')).rejects.toMatchObject({ code: 'complaints.manager_revisits' })
    await ask(manager, id, 'satisfied')
    expect((await rowOf(desk, id)).state).toBe('revisited')
  })
})

describe('an owner who rates in the portal', () => {
  test('may do so once there is a reply, once for each', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    const id = await ownerComplains(place, place.owner)
    expect((await getMyComplaint(place.owner, id)).mayRate).toBe(false)
    await expect(rate(place.owner, id, 5)).rejects.toMatchObject({ code: 'complaints.nothing_to_rate' })
    await handleUntilReply(desk, id)
    expect((await getMyComplaint(place.owner, id)).mayRate).toBe(true)
    expect(await rate(place.owner, id, 5, { words: '' })).toEqual({ complaintId: id, result: 'noted' })
    expect((await getMyComplaint(place.owner, id)).mayRate).toBe(false)
    await expect(rate(place.owner, id, 1)).rejects.toMatchObject({ code: 'complaints.rated_already' })
    expect(await rowOf(desk, id)).toMatchObject({ state: 'revisited', satisfied: true, rating: 5 })
  })

  test('low has it taken up again, and may rate the next reply', async () => {
    const { desk, manager, id, owner } = await replied()
    expect(await rate(owner, id, 2)).toEqual({ complaintId: id, result: 'reopened' })
    expect(await rowOf(desk, id)).toMatchObject({ state: 'reopened', handlerId: desk.actor.id, rating: 2 })
    expect((await taskList.page(manager, {})).items).toMatchObject([{ kind: 'complaint_dissatisfied' }])
    await planAndReply(desk, id)
    expect(await rate(owner, id, 4)).toEqual({ complaintId: id, result: 'noted' })
  })

  test('low must say what is amiss', async () => {
    const { id, owner } = await replied()
    await expect(rate(owner, id, 1, { words: '' })).rejects.toMatchObject({ fields: [{ path: 'words' }] })
  })

  test('low within seven days of closing reopens the matter', async () => {
    const { desk, id, owner } = await closed()
    expect(await rate(later(owner, 7 * day), id, 1)).toMatchObject({ complaintId: id, result: 'reopened' })
    expect(await rowOf(desk, id)).toMatchObject({ state: 'reopened', closedAt: null, round: 2 })
  })

  test('low after seven days begins a new matter that points at the old, which stays closed', async () => {
    const { desk, id, owner } = await closed()
    const { complaintId, result } = await rate(later(owner, 7 * day + 1), id, 1, { words: '又坏了' })
    expect(result).toBe('registered')
    expect(await rowOf(desk, id)).toMatchObject({ state: 'closed', round: 1, rating: 1 })
    expect(await rowOf(desk, complaintId)).toMatchObject({
      previousId: id,
      text: '又坏了',
      state: 'registered',
      handlerId: desk.actor.id,
      firstReceiverId: null,
    })
    expect((await listMyComplaints(owner)).items).toHaveLength(2)
  })

  test('cannot rate somebody else’s', async () => {
    const { place, id } = await replied()
    const stranger = as(place.admin, { kind: 'owner', id: newId('ownr', 1) })
    await expect(rate(stranger, id, 1)).rejects.toMatchObject({ code: 'complaints.not_found' })
    await expect(getMyComplaint(stranger, id)).rejects.toMatchObject({ code: 'complaints.not_found' })
    await expect(addOwnerWords(stranger, { ...of(id), words: '我也是' })).rejects.toMatchObject({
      code: 'complaints.not_found',
    })
  })
})

describe('an owner who adds words', () => {
  test('is heard and reopens nothing', async () => {
    const { desk, id, owner } = await replied()
    await addOwnerWords(owner, { ...of(id), words: '谢谢，辛苦了' })
    expect((await rowOf(desk, id)).state).toBe('replied')
    expect((await getComplaint(desk, id)).steps.at(-1)).toMatchObject({
      kind: 'owner_words',
      byKind: 'owner',
      ownerWords: '谢谢，辛苦了',
    })
  })

  test('to a closed matter is told so', async () => {
    const { id, owner } = await closed()
    await expect(addOwnerWords(owner, { ...of(id), words: '还有一点' })).rejects.toMatchObject({
      code: 'complaints.closed',
    })
  })
})
