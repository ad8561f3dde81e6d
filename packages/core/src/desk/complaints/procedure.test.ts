import { addDays, civilDateOf, newId } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import { auditLog } from '@heju/db'
import { taskList } from '../../platform/tasks/index.ts'
import { disableStaff } from '../../people/handing-over/index.ts'
import { as, beforeNextWrite, freshRequestId, staff } from '../../testing.ts'
import type { JudgedNature } from './schemas.ts'
import {
  addNote,
  agreeTime,
  closeComplaint,
  correctNature,
  decideHandler,
  flagComplaint,
  getComplaint,
  getMyComplaint,
  handOver,
  investigate,
  judgeNature,
  procedure,
  proposePlan,
  recategorise,
  reply,
  resolveAtOnce,
  revealContact,
  tellOwner,
} from './index.ts'
import {
  ask,
  askedForHelp,
  deskRegisters,
  handleUntilReply,
  harm,
  later,
  of,
  ownerComplains,
  rowOf,
  scene,
  summary,
} from './testing.ts'

const day = 24

describe('the eight steps', () => {
  test('lead from the portal to the closed matter, each written down with who and when', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    const id = await ownerComplains(place, place.owner)
    await handleUntilReply(later(desk, 2), id)
    await ask(later(desk, day), id, 'satisfied', '很好')
    await closeComplaint(later(desk, day + 1), { ...of(id), ...summary })
    const page = await getComplaint(desk, id)
    expect(page.steps.map(({ kind }) => kind)).toEqual(procedure)
    expect(page.steps[0]).toMatchObject({ byKind: 'owner', byId: place.owner.actor.id })
    expect(page.steps[1]).toMatchObject({ byName: 'front_desk的人', at: later(desk, 2).now })
    expect(page).toMatchObject({ state: 'closed', nature: 'effective', satisfied: true, ...summary })
    expect(page.clocks).toMatchObject({ first: { state: 'met' }, whole: { state: 'met', tone: 'done' } })
  })

  test('a step out of its turn is refused and says where the complaint stands', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    const id = await deskRegisters(place, desk)
    await expect(reply(desk, { ...of(id), ownerWords: '已经处理好了。' })).rejects.toMatchObject({
      code: 'complaints.step_out_of_order',
      params: { state: 'registered', step: 'replied' },
    })
    await expect(closeComplaint(desk, { ...of(id), ...summary })).rejects.toMatchObject({
      code: 'complaints.step_out_of_order',
    })
    await expect(ask(desk, id, 'satisfied')).rejects.toMatchObject({ code: 'complaints.step_out_of_order' })
  })

  test('closing asks for all three answers', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    const id = await deskRegisters(place, desk)
    await handleUntilReply(desk, id)
    await ask(desk, id, 'satisfied')
    await expect(closeComplaint(desk, { ...of(id), ...summary, learned: ' 无 ' })).rejects.toMatchObject({
      code: 'request.invalid',
      fields: [{ path: 'learned' }],
    })
    expect((await rowOf(desk, id)).state).toBe('revisited')
  })

  test('what can be settled at once is settled at once, with every step written down', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    const id = await deskRegisters(place, desk)
    await resolveAtOnce(desk, {
      ...of(id),
      judgement: askedForHelp,
      findings: '业主不清楚缴费方式',
      plan: '当面演示手机缴费',
      ownerWords: '已当面演示手机缴费的步骤。',
    })
    const { steps, state, nature, natureKind } = await getComplaint(desk, id)
    expect(steps.map(({ kind }) => kind)).toEqual(procedure.slice(0, 6))
    expect({ state, nature, natureKind }).toEqual({
      state: 'replied',
      nature: 'communicative',
      natureKind: 'help',
    })
  })

  test('a breach takes the number and day under which the authority registered it', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    const id = await deskRegisters(place, desk)
    const breach = { nature: 'effective', ground: 'breach' }
    await expect(judgeNature(desk, { ...of(id), judgement: breach as never })).rejects.toMatchObject({
      code: 'request.invalid',
    })
    const judgement = { ...breach, authorityNo: '深住建诉〔2026〕8号', authorityOn: '2026-11-20' } as const
    await judgeNature(desk, { ...of(id), judgement: judgement as never })
    expect(await rowOf(desk, id)).toMatchObject({ natureGround: 'breach', authorityOn: '2026-11-20' })
  })

  test('no authority has registered a breach on a day to come, at first, at once or anew', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    const manager = await place.works('project_manager')
    const id = await deskRegisters(place, desk)
    const today = civilDateOf(desk.now, desk.company.zone)
    const breach = { nature: 'effective', ground: 'breach', authorityNo: '8号' } as const
    const ahead = { ...breach, authorityOn: addDays(today, 1) }
    const words = { findings: '门机皮带老化', plan: '更换皮带', ownerWords: '皮带已更换。' }
    const refused = { fields: [{ path: 'judgement.authorityOn', code: 'field.day_ahead' }] }
    await expect(judgeNature(desk, { ...of(id), judgement: ahead })).rejects.toMatchObject(refused)
    await expect(resolveAtOnce(desk, { ...of(id), judgement: ahead, ...words })).rejects.toMatchObject(
      refused,
    )
    await judgeNature(desk, { ...of(id), judgement: harm })
    const anew = (judgement: typeof ahead) =>
      correctNature(manager, { ...of(id), judgement, reason: '主管部门来函' })
    await expect(anew(ahead)).rejects.toMatchObject(refused)
    await anew({ ...breach, authorityOn: today })
  })

  test('a judgement that changes nothing is refused, and one that changes the kind says from what', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    const id = await deskRegisters(place, desk)
    await judgeNature(desk, { ...of(id), judgement: askedForHelp })
    const anew = (judgement: Parameters<typeof correctNature>[1]['judgement']) =>
      correctNature(desk, { ...of(id), judgement, reason: '业主只是来问一问' })
    await expect(anew(askedForHelp)).rejects.toMatchObject({ code: 'complaints.nothing_changed' })
    await anew({ nature: 'communicative', kind: 'consult' })
    const { steps } = await getComplaint(desk, id)
    expect(steps.at(-1)?.detail).toEqual({
      from: 'communicative',
      fromKind: 'help',
      nature: 'communicative',
      kind: 'consult',
    })
    await anew(harm)
    await expect(anew(harm)).rejects.toMatchObject({ code: 'complaints.nothing_changed' })
  })

  test('a matter to talk over that becomes an effective complaint keeps its place in the procedure', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    const id = await deskRegisters(place, desk)
    await expect(
      correctNature(desk, { ...of(id), judgement: harm, reason: '处理不当' }),
    ).rejects.toMatchObject({ code: 'complaints.nature_not_judged' })
    await judgeNature(desk, { ...of(id), judgement: askedForHelp })
    await correctNature(desk, { ...of(id), judgement: harm, reason: '处理不当，业主受损' })
    const page = await getComplaint(desk, id)
    expect(page).toMatchObject({
      state: 'judged',
      nature: 'effective',
      natureKind: null,
      natureGround: 'harm',
    })
    expect(page.steps.at(-1)).toMatchObject({ kind: 'nature_changed', detail: { from: 'communicative' } })
  })
})

describe('the clocks', () => {
  test('judging stops the first one, the reply the second, late or not', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    const id = await deskRegisters(place, desk)
    await judgeNature(later(desk, day + 1), { ...of(id), judgement: harm })
    const late = await getComplaint(later(desk, day + 2), id)
    expect(late.clocks).toMatchObject({
      first: { state: 'missed', tone: 'late' },
      whole: { state: 'running' },
    })
    const eve = await getComplaint(later(desk, 3 * day), id)
    expect(eve.clocks.whole).toMatchObject({ state: 'due_soon', tone: 'soon' })
  })

  test('an agreement about a later time is written down and does not stretch the term', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    const id = await deskRegisters(place, desk)
    const before = await rowOf(desk, id)
    const agreedAt = later(desk, 10 * day).now
    const nextUpdateAt = later(desk, 5 * day).now
    const ownerWords = '配件要从外地调货，下周五前装好。'
    await agreeTime(desk, { ...of(id), agreedAt, nextUpdateAt, ownerWords })
    const after = await rowOf(desk, id)
    expect(after).toMatchObject({ agreedAt, updateDueAt: nextUpdateAt, wholeDueAt: before.wholeDueAt })
    expect((await taskList.page(desk, {})).items).toMatchObject([
      { kind: 'complaint_update', dueAt: nextUpdateAt },
    ])
    await tellOwner(desk, { ...of(id), ownerWords: '配件已在路上。' })
    expect((await taskList.page(desk, {})).items).toEqual([])
    const backwards = { agreedAt: nextUpdateAt, nextUpdateAt: agreedAt, ownerWords }
    await expect(agreeTime(desk, { ...of(id), ...backwards })).rejects.toMatchObject({
      fields: [{ path: 'nextUpdateAt' }],
    })
    await expect(
      agreeTime(desk, { ...of(id), agreedAt: desk.now, nextUpdateAt: desk.now, ownerWords }),
    ).rejects.toMatchObject({
      code: 'complaints.time_is_past',
    })
  })

  test('no time that an owner is promised is further off than somebody means it, and each names its field', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    const id = await deskRegisters(place, desk)
    const last = desk.now + 731 * 24 * 60 * 60_000
    const soon = desk.now + 60_000
    const ownerWords = '配件要订货。'
    const tries = {
      promisedAt: (at: number) => deskRegisters(place, desk, { promisedAt: at }),
      agreedAt: (at: number) => agreeTime(desk, { ...of(id), agreedAt: at, nextUpdateAt: soon, ownerWords }),
      nextUpdateAt: (at: number) => tellOwner(desk, { ...of(id), nextUpdateAt: at, ownerWords }),
    }
    for (const [path, attempt] of Object.entries(tries)) {
      for (const at of [1796000000000000000, 8640000000000001, 4102444800001, 0])
        await expect(attempt(at)).rejects.toMatchObject({ fields: [{ path, code: 'field.instant' }] })
      await expect(attempt(last + 1)).rejects.toMatchObject({
        fields: [{ path, code: 'complaints.field.too_far' }],
      })
      await attempt(last)
    }
    const judgement = { nature: 'effective', ground: 'harm' } as const
    await expect(judgeNature(desk, { ...of(id), judgement, promisedAt: last + 1 })).rejects.toMatchObject({
      fields: [{ path: 'promisedAt', code: 'complaints.field.too_far' }],
    })
  })
})

describe('who may do what', () => {
  test('a worker sees and handles what they were given and nothing else', async () => {
    const place = await scene()
    const [desk, worker] = [await place.works('front_desk'), await place.works('worker')]
    const theirs = await deskRegisters(place, desk, { handlerId: worker.actor.id })
    const other = await deskRegisters(place, desk)
    await judgeNature(worker, { ...of(theirs), judgement: harm })
    expect((await getComplaint(worker, theirs)).state).toBe('judged')
    await expect(getComplaint(worker, other)).rejects.toMatchObject({ code: 'complaints.not_found' })
    await expect(investigate(worker, { ...of(other), findings: '看过了' })).rejects.toMatchObject({
      code: 'complaints.not_found',
    })
    await expect(
      handOver(worker, { ...of(theirs), handlerId: desk.actor.id, handOverNote: '请接手处理' }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('the auditor reads and changes nothing; another project sees nothing', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    const id = await deskRegisters(place, desk)
    const auditor = await place.works('auditor')
    expect((await getComplaint(auditor, id)).id).toBe(id)
    await expect(judgeNature(auditor, { ...of(id), judgement: harm })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    const elsewhere = as(desk, staff('project_manager', [newId('proj', 1)]))
    await expect(getComplaint(elsewhere, id)).rejects.toMatchObject({ code: 'complaints.not_found' })
    await expect(judgeNature(elsewhere, { ...of(id), judgement: harm })).rejects.toMatchObject({
      code: 'complaints.not_found',
    })
  })

  test('who takes over gets a hand-over note, and the promised news with it', async () => {
    const place = await scene()
    const [desk, other] = [await place.works('front_desk'), await place.works('worker')]
    const handlerId = other.actor.id
    const id = await deskRegisters(place, desk)
    await judgeNature(desk, { ...of(id), judgement: harm })
    await tellOwner(desk, { ...of(id), ownerWords: '明天告诉您进展。', nextUpdateAt: later(desk, day).now })
    await investigate(desk, { ...of(id), findings: '皮带老化' })
    await expect(decideHandler(desk, { ...of(id), handlerId })).rejects.toMatchObject({
      fields: [{ path: 'handOverNote', code: 'complaints.field.hand_over' }],
    })
    await decideHandler(desk, { ...of(id), handlerId, handOverNote: '皮带已订货，周三到' })
    expect(await rowOf(desk, id)).toMatchObject({ handlerId, firstReceiverId: desk.actor.id })
    expect((await taskList.page(other, {})).items).toMatchObject([
      { kind: 'complaint_update', subjectId: id },
    ])
    expect((await taskList.page(desk, {})).items).toEqual([])
  })

  test('of two who give it away, or promise news, at once the slower is told, and the promise is on the desk of who has it', async () => {
    const place = await scene()
    const [desk, worker] = [await place.works('front_desk'), await place.works('worker')]
    const third = await place.works('worker')
    const id = await deskRegisters(place, desk)
    const give = (to: typeof desk) =>
      handOver(desk, { ...of(id), handlerId: to.actor.id, handOverNote: '请接手处理' })
    const promise = (hours: number) =>
      tellOwner(desk, { ...of(id), ownerWords: '明天告诉您进展。', nextUpdateAt: later(desk, hours).now })
    beforeNextWrite(desk, () => give(worker))
    await expect(give(third)).rejects.toMatchObject({ code: 'complaints.moved' })
    beforeNextWrite(desk, () => give(third))
    await expect(promise(24)).rejects.toMatchObject({ code: 'complaints.moved' })
    beforeNextWrite(desk, () => promise(48))
    await expect(give(worker)).rejects.toMatchObject({ code: 'complaints.moved' })
    const desks = await Promise.all(
      [desk, worker, third].map(async (one) => (await taskList.page(one, {})).items),
    )
    expect(desks).toMatchObject([[], [], [{ kind: 'complaint_update', dueAt: later(desk, 48).now }]])
  })

  test('is with whom it was handed to at the moment at which a handler is decided on, or it is settled at once', async () => {
    const place = await scene()
    const [desk, worker] = [await place.works('front_desk'), await place.works('worker')]
    const manager = await place.works('project_manager')
    const settled = await deskRegisters(place, desk)
    const decided = await deskRegisters(place, desk)
    await judgeNature(desk, { ...of(decided), judgement: harm })
    await investigate(desk, { ...of(decided), findings: '门机皮带老化' })
    const give = (id: string) => () =>
      handOver(manager, { ...of(id), handlerId: worker.actor.id, handOverNote: '请接手处理' })
    beforeNextWrite(desk, give(decided))
    const decide = decideHandler(desk, { ...of(decided), handlerId: desk.actor.id })
    await expect(decide).rejects.toMatchObject({ code: 'complaints.moved' })
    beforeNextWrite(desk, give(settled))
    const words = { findings: '门机皮带老化', plan: '更换皮带', ownerWords: '皮带已更换。' }
    const settle = resolveAtOnce(desk, { ...of(settled), judgement: harm, ...words })
    await expect(settle).rejects.toMatchObject({ code: 'complaints.moved' })
    for (const id of [decided, settled])
      expect(await rowOf(desk, id)).toMatchObject({ handlerId: worker.actor.id })
  })

  test('goes to nobody who is shut out at the moment at which it is given to them', async () => {
    const place = await scene()
    const [desk, worker] = [await place.works('front_desk'), await place.works('worker')]
    const manager = await place.works('project_manager')
    const id = await deskRegisters(place, desk)
    await place.works('company_admin', 'all')
    beforeNextWrite(desk, () =>
      disableStaff(place.admin, { requestId: freshRequestId(), staffId: worker.actor.id }),
    )
    const given = { ...of(id), handlerId: worker.actor.id, handOverNote: '请接手处理' }
    await expect(handOver(manager, given)).rejects.toMatchObject({ code: 'complaints.handler_not_found' })
    expect(await rowOf(desk, id)).toMatchObject({ handlerId: desk.actor.id })
  })

  test('is told in the log from what nature it was corrected, also by two at once', async () => {
    const place = await scene()
    const manager = await place.works('project_manager')
    const id = await deskRegisters(place, manager)
    await judgeNature(manager, { ...of(id), judgement: harm })
    const correct = (judgement: JudgedNature) =>
      correctNature(manager, { ...of(id), judgement, reason: '核实后更正' })
    beforeNextWrite(manager, () => correct(askedForHelp))
    const second = correct({ nature: 'communicative', kind: 'consult' })
    await expect(second).rejects.toMatchObject({ code: 'complaints.moved' })
    expect(await rowOf(manager, id)).toMatchObject({ nature: 'communicative', natureKind: 'help' })
  })

  test('a phone is shown masked; who may see it in full leaves a trace', async () => {
    const place = await scene()
    const [desk, worker] = [await place.works('front_desk'), await place.works('worker')]
    const id = await deskRegisters(place, desk, { handlerId: worker.actor.id })
    expect(JSON.stringify(await getComplaint(desk, id))).not.toContain('13812341234')
    await expect(revealContact(worker, of(id))).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await revealContact(desk, of(id))).toEqual({ phone: '138 1234 1234' })
    const entries = await desk.db.orm.select().from(auditLog)
    expect(entries.at(-1)).toMatchObject({ action: 'complaints.contact_revealed', subjectId: id })
    expect(JSON.stringify(entries)).not.toContain('1234 1234')
  })
})

describe('flags', () => {
  test('a major matter is on the manager’s desk at once, and once', async () => {
    const place = await scene()
    const [desk, manager] = [await place.works('front_desk'), await place.works('project_manager')]
    const id = await deskRegisters(place, desk, { major: true })
    await flagComplaint(manager, { ...of(id), major: false, reason: '误报' })
    await flagComplaint(desk, { ...of(id), major: true, reason: '确有伤者' })
    const { items } = await taskList.page(manager, {})
    expect(items).toMatchObject([{ kind: 'complaint_major', subjectId: id, dueAt: desk.now }])
    expect((await getComplaint(desk, id)).raises).toMatchObject([{ reason: 'major', round: 1 }])
    expect((await taskList.page(desk, {})).items).toEqual([])
  })

  test.each(['major', 'emergency', 'special'] as const)(
    'whoever handles a matter puts the mark %s on and only the manager takes it off',
    async (mark) => {
      const place = await scene()
      const [desk, manager] = [await place.works('front_desk'), await place.works('project_manager')]
      const id = await deskRegisters(place, desk)
      await flagComplaint(desk, { ...of(id), [mark]: true, reason: '确有伤者' })
      const off = { [mark]: false, reason: '误报' }
      await expect(flagComplaint(desk, { ...of(id), ...off })).rejects.toMatchObject({
        code: 'complaints.marks_stay',
      })
      expect((await rowOf(desk, id))[mark]).toBe(true)
      await flagComplaint(manager, { ...of(id), ...off })
      // One that is not set is not taken off: a form may send all three.
      await flagComplaint(desk, { ...of(id), major: true, emergency: true, special: true, ...off })
      expect((await rowOf(desk, id))[mark]).toBe(false)
    },
  )

  test('a mark that the manager puts on at that very moment is not taken off by a form that sends all three', async () => {
    const place = await scene()
    const [desk, manager] = [await place.works('front_desk'), await place.works('project_manager')]
    const id = await deskRegisters(place, desk)
    const form = { major: false, emergency: true, special: false, reason: '确有伤者' }
    beforeNextWrite(desk, () => flagComplaint(manager, { ...of(id), major: true, reason: '确有伤者' }))
    await expect(flagComplaint(desk, { ...of(id), ...form })).rejects.toMatchObject({
      code: 'complaints.moved',
    })
    expect((await rowOf(desk, id)).major).toBe(true)
  })

  test('moved to another category it begins or ceases to be about fees', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    const id = await deskRegisters(place, desk)
    await recategorise(desk, { ...of(id), categoryId: place.category('fees') })
    expect((await rowOf(desk, id)).aboutFees).toBe(true)
    await recategorise(desk, { ...of(id), categoryId: place.category('lift') })
    expect((await rowOf(desk, id)).aboutFees).toBe(false)
  })
})

describe('what is among staff', () => {
  test('never reaches the owner, whatever step it was written at', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    const secret = '内部机密'
    const id = await ownerComplains(place, place.owner)
    await judgeNature(desk, { ...of(id), judgement: harm, note: secret, ownerWords: '我们马上核实。' })
    await correctNature(desk, { ...of(id), judgement: askedForHelp, reason: secret })
    await addNote(desk, { ...of(id), note: secret })
    await investigate(desk, { ...of(id), findings: secret, note: secret })
    const manager = await place.works('project_manager')
    const handlerId = manager.actor.id
    await decideHandler(desk, { ...of(id), handlerId, handOverNote: secret, note: secret })
    await handOver(desk, { ...of(id), handlerId: desk.actor.id, handOverNote: secret })
    await flagComplaint(desk, { ...of(id), special: true, major: true, reason: secret })
    await recategorise(desk, { ...of(id), categoryId: place.category('attitude') })
    await agreeTime(desk, {
      ...of(id),
      agreedAt: later(desk, 5).now,
      nextUpdateAt: later(desk, 5).now,
      ownerWords: '周五前处理好。',
    })
    await proposePlan(desk, { ...of(id), plan: secret, note: secret })
    await reply(desk, { ...of(id), ownerWords: '已经处理好了。', note: secret })
    await ask(manager, id, 'satisfied', secret)
    await closeComplaint(desk, { ...of(id), cause: secret, learned: secret, prevention: secret })
    const page = await getMyComplaint(place.owner, id)
    const seen = JSON.stringify(page)
    expect(seen).not.toContain(secret)
    for (const hidden of ['nature', 'detail', 'special', 'major', 'handler', 'stf_', 'harm'])
      expect(seen).not.toContain(hidden)
    expect(page.steps.map(({ kind }) => kind)).toEqual([
      'registered',
      'judged',
      'investigated',
      'assigned',
      'handed_over',
      'agreed',
      'planned',
      'replied',
      'revisited',
      'closed',
    ])
    expect(page.steps.map(({ words }) => words).filter(Boolean)).toEqual([
      '我们马上核实。',
      '周五前处理好。',
      '已经处理好了。',
    ])
  })
})
