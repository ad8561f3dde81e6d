import { expect, test } from 'vitest'
import {
  agreeTime,
  decideHandler,
  flagComplaint,
  getComplaint,
  handOver,
  investigate,
  judgeNature,
  recategorise,
  tellOwner,
} from './index.ts'
import { ask, deskRegisters, handleUntilReply, harm, later, of, rowOf, scene } from './testing.ts'

const stepsOf = async (...asked: Parameters<typeof getComplaint>) =>
  (await getComplaint(...asked)).steps.length

test('who gives it away, or decides on a handler, by a page that shows another holder is told so', async () => {
  const place = await scene()
  const [desk, worker] = [await place.works('front_desk'), await place.works('worker')]
  const [third, manager] = [await place.works('worker'), await place.works('project_manager')]
  const id = await deskRegisters(place, desk)
  const give = (to: typeof desk, seenHandlerId?: string | null) =>
    handOver(manager, {
      ...of(id),
      handlerId: to.actor.id,
      handOverNote: '请接手处理',
      ...(seenHandlerId !== undefined && { seenHandlerId }),
    })
  const meanwhile = { code: 'complaints.handed_over_meanwhile', kind: 'conflict' }
  await give(worker, desk.actor.id)
  await expect(give(third, desk.actor.id)).rejects.toMatchObject(meanwhile)
  await expect(give(third, null)).rejects.toMatchObject(meanwhile)
  await expect(give(worker)).rejects.toMatchObject({ code: 'complaints.nothing_changed' })
  expect((await rowOf(desk, id)).handlerId).toBe(worker.actor.id)
  await judgeNature(desk, { ...of(id), judgement: harm })
  await investigate(desk, { ...of(id), findings: '门机皮带老化' })
  const decided = { handlerId: desk.actor.id, handOverNote: '前台跟进到底' }
  await expect(
    decideHandler(desk, { ...of(id), ...decided, seenHandlerId: desk.actor.id }),
  ).rejects.toMatchObject(meanwhile)
  await decideHandler(desk, { ...of(id), ...decided, seenHandlerId: worker.actor.id })
})

test('once there is a reply no time is agreed on and no news are told, until it is taken up again', async () => {
  const place = await scene()
  const [desk, manager] = [await place.works('front_desk'), await place.works('project_manager')]
  const id = await deskRegisters(place, desk)
  await handleUntilReply(desk, id)
  const ownerWords = '配件要订货，周五到。'
  const agree = () =>
    agreeTime(desk, { ...of(id), agreedAt: later(desk, 9).now, nextUpdateAt: later(desk, 5).now, ownerWords })
  const tell = () => tellOwner(desk, { ...of(id), ownerWords, nextUpdateAt: later(desk, 5).now })
  const before = await stepsOf(desk, id)
  for (const late of [agree, tell])
    await expect(late()).rejects.toMatchObject({ code: 'complaints.replied_already' })
  expect([await stepsOf(desk, id), (await rowOf(desk, id)).agreedAt]).toEqual([before, null])
  await ask(manager, id, 'dissatisfied')
  await agree()
  await tell()
})

test('what changes nothing writes no step: marks that are as they are wanted, none at all, the same category', async () => {
  const place = await scene()
  const [desk, manager] = [await place.works('front_desk'), await place.works('project_manager')]
  const id = await deskRegisters(place, desk)
  await flagComplaint(manager, { ...of(id), major: true, reason: '确有伤者' })
  const before = await stepsOf(desk, id)
  const same = { code: 'complaints.nothing_changed' }
  const mark = (marks: object) => flagComplaint(desk, { ...of(id), ...marks, reason: '确有伤者' })
  await expect(mark({ major: true, special: false })).rejects.toMatchObject(same)
  await expect(mark({})).rejects.toMatchObject({
    code: 'request.invalid',
    fields: [{ code: 'complaints.field.no_mark' }],
  })
  await expect(recategorise(desk, { ...of(id), categoryId: place.category('lift') })).rejects.toMatchObject(
    same,
  )
  expect(await stepsOf(desk, id)).toBe(before)
  // Beside a mark that a colleague put on meanwhile only what is new is written down.
  await mark({ major: true, emergency: true })
  expect((await getComplaint(desk, id)).steps.at(-1)?.detail).toEqual({ emergency: true })
})
