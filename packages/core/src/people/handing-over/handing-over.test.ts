import { newId } from '@heju/kernel'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  complaintList,
  decideHandler,
  getComplaint,
  handOver,
  investigate,
  judgeNature,
  rateComplaint,
  tellOwner,
  closeComplaint,
} from '../../desk/complaints/index.ts'
import {
  ask,
  deskRegisters,
  handleUntilReply,
  harm,
  later,
  of,
  ownerComplains,
  rowOf,
  scene,
  summary,
  type Scene,
} from '../../desk/complaints/testing.ts'
import type { Ctx } from '../../context.ts'
import { as, beforeNextWrite, freshRequestId, staff } from '../../testing.ts'
import { taskList } from '../../platform/tasks/index.ts'
import type { Handed } from '../../platform/holdings/index.ts'
import { addStaff } from '../identity/testing.ts'
import { inviteColleague } from '../identity/index.ts'
import { createRole } from '../roles/index.ts'
import { withNeeds, type Permission } from '../../permissions/index.ts'
import {
  changeAssignments,
  changeRole,
  disableStaff,
  handOverStaff,
  heldList,
  readHoldings,
} from './index.ts'

let place: Scene
let leaver: Ctx
let receiver: Ctx
beforeEach(async () => {
  place = await scene()
  leaver = await place.works('front_desk')
  receiver = await place.works('project_manager')
  // The company has an administrator besides.
  await addStaff(place.admin)
})

const hour = 60 * 60_000
const held = async () => (await readHoldings(place.admin, { staffId: leaver.actor.id })).groups
const counts = async () => Object.fromEntries((await held()).map(({ kind, count }) => [kind, count]))
const request = () => ({ requestId: freshRequestId(), staffId: leaver.actor.id })

/** All that the leaver holds, for one receiver. */
async function allTo(receiverId = receiver.actor.id): Promise<Handed> {
  const groups = (await held()).map(({ kind, projectId, count }) => ({ kind, projectId, count, receiverId }))
  return { note: '李四离职，请接手', groups }
}

const nameOf = async (id: string) => (await rows(`SELECT name FROM staff WHERE id = '${id}'`))[0]?.name
const rows = async (query: string) => (await place.admin.db.client.execute(query)).rows

describe('handing over', () => {
  test('gives all that somebody holds to one colleague, in one step, and each thing tells of it', async () => {
    const handled = await deskRegisters(place, leaver)
    const given = await deskRegisters(place, leaver, { handlerId: receiver.actor.id })
    await tellOwner(leaver, {
      ...of(handled),
      ownerWords: '维修师傅明天上午到。',
      nextUpdateAt: leaver.now + 20 * hour,
    })
    expect(await counts()).toEqual({ complaints_handled: 1, complaints_received: 2 })
    await handOverStaff(place.admin, { ...request(), handed: await allTo() })
    expect(await counts()).toEqual({})
    expect(await rowOf(receiver, handled)).toMatchObject({
      handlerId: receiver.actor.id,
      // Who received it first is a fact, and stays.
      firstReceiverId: leaver.actor.id,
      answererId: receiver.actor.id,
    })
    const page = await getComplaint(receiver, handled)
    expect(page.steps.map(({ kind, note, detail }) => [kind, note, detail]).slice(-2)).toEqual(
      ['handed_over', 'answerer_changed'].map((kind) => [
        kind,
        '李四离职，请接手',
        { from: leaver.actor.id, to: receiver.actor.id },
      ]),
    )
    expect((await getComplaint(receiver, given)).steps.map(({ kind }) => kind)).toEqual([
      'registered',
      'answerer_changed',
    ])
    const { items } = await taskList.page(receiver, {})
    expect(items.map(({ kind, staffId, params }) => [kind, staffId, params])).toEqual([
      ['handed_over', receiver.actor.id, { count: 3 }],
      ['complaint_update', receiver.actor.id, expect.objectContaining({ place: expect.any(String) })],
    ])
    expect(await rows(`SELECT detail_json FROM audit_log WHERE action = 'handing_over.handed_over'`)).toEqual(
      [{ detail_json: JSON.stringify({ handed: { complaints_handled: 1, complaints_received: 2 } }) }],
    )
    const received = await complaintList.page(receiver, { view: 'received' })
    expect(received.items.map(({ id }) => id).toSorted()).toEqual([handled, given].toSorted())
  })

  test('by kinds and projects to several, and the rest stays; undone by handing it back', async () => {
    const handled = await deskRegisters(place, leaver)
    const other = await place.works('worker')
    const [first] = (await held()).filter(({ kind }) => kind === 'complaints_handled')
    const group = { ...first!, receiverId: other.actor.id }
    const { kind, projectId, count, receiverId } = group
    const handed = { note: '调去工程部', groups: [{ kind, projectId, count, receiverId }] }
    await handOverStaff(place.admin, { ...request(), handed })
    expect(await counts()).toEqual({ complaints_received: 1 })
    const back = { ...handed, groups: [{ kind, projectId, count, receiverId: leaver.actor.id }] }
    await handOverStaff(place.admin, { requestId: freshRequestId(), staffId: other.actor.id, handed: back })
    expect(await rowOf(leaver, handled)).toMatchObject({ handlerId: leaver.actor.id })
    const { handOvers } = await readHoldings(place.admin, { staffId: leaver.actor.id })
    expect(handOvers.map(({ fromName, toName }) => [fromName, toName])).toEqual([
      ['worker的人', 'front_desk的人'],
      ['front_desk的人', 'worker的人'],
    ])
  })

  test('news promised for a complaint in other hands, and open links, are handed over too', async () => {
    const complaintId = await deskRegisters(place, leaver)
    const worker = await place.works('worker')
    await handOver(leaver, { ...of(complaintId), handlerId: worker.actor.id, handOverNote: '请现场看一下' })
    await place.admin.db.client.execute({
      sql: `UPDATE tasks SET staff_id = ? WHERE kind = 'complaint_update'`,
      args: [leaver.actor.id],
    })
    await place.admin.db.client.execute({
      sql: `INSERT INTO tasks (id, kind, subject_id, project_id, staff_id, params_json, due_at, created_at)
        VALUES ('task_1', 'complaint_update', ?, ?, ?, '{}', 1, 1), ('task_2', 'complaint_major', 'x', ?, ?, '{}', 1, 1)`,
      args: [complaintId, place.projectId, leaver.actor.id, place.projectId, leaver.actor.id],
    })
    const inviter = await place.works('company_admin', 'all')
    const colleague = newId('stf', inviter.now)
    const assignments = [{ role: 'cashier' as const, projects: 'all' as const }]
    const invited = { staffId: colleague, name: '赵六', email: 'zhao@example.com', assignments }
    await inviteColleague(inviter, { requestId: freshRequestId(), ...invited })
    expect(await counts()).toEqual({ complaints_received: 1, news_promised: 1, tasks: 1 })
    await handOverStaff(place.admin, { ...request(), handed: await allTo() })
    expect(await counts()).toEqual({})
    expect(await rows(`SELECT id, staff_id FROM tasks WHERE id IN ('task_1', 'task_2') ORDER BY id`)).toEqual(
      [
        { id: 'task_1', staff_id: receiver.actor.id },
        { id: 'task_2', staff_id: receiver.actor.id },
      ],
    )
    const links = await readHoldings(place.admin, { staffId: inviter.actor.id })
    expect(links.groups).toMatchObject([{ kind: 'invitations', projectId: null, count: 1 }])
    // Only who may invite colleagues can answer for a link.
    const may = Object.fromEntries(links.colleagues.map(({ id, mayHold }) => [id, mayHold[0]]))
    expect(may).toMatchObject({ [receiver.actor.id]: false, [colleague]: false })
    const { items } = await heldList.page(place.admin, { staffId: inviter.actor.id, kind: 'invitations' })
    expect(items.map(({ title }) => title)).toEqual(['赵六'])
  })

  test('is refused for somebody who may not hold it there, is shut out, or is themselves', async () => {
    await deskRegisters(place, leaver)
    const nowhere = await addStaff(place.admin, { assignments: [] })
    const cashier = await place.works('cashier')
    const gone = await addStaff(place.admin, { state: 'disabled' })
    for (const id of [nowhere.id, cashier.actor.id, gone.id, newId('stf', 7)])
      await expect(
        handOverStaff(place.admin, { ...request(), handed: await allTo(id) }),
      ).rejects.toMatchObject({
        code: 'handing_over.receiver_cannot',
      })
    await expect(
      handOverStaff(place.admin, { ...request(), handed: await allTo(leaver.actor.id) }),
    ).rejects.toMatchObject({ fields: [{ code: 'handing_over.field.to_oneself' }] })
    expect(await counts()).toEqual({ complaints_handled: 1, complaints_received: 1 })
    const { colleagues } = await readHoldings(place.admin, { staffId: leaver.actor.id })
    const mayHold = Object.fromEntries(colleagues.map((each) => [each.id, each.mayHold]))
    expect(mayHold[receiver.actor.id]).toEqual([true, true])
    // A cashier is told things by owners, and handles nothing.
    expect(mayHold[cashier.actor.id]).toEqual([false, true])
    expect(mayHold[gone.id]).toEqual([false, false])
  })

  test('is for who manages staff', async () => {
    const handed = { note: '李四离职', groups: [{ kind: 'tasks', projectId: null, count: 1 } as never] }
    const manager = as(place.admin, staff('project_manager'))
    for (const verb of [
      handOverStaff(manager, { ...request(), handed }),
      readHoldings(manager, { staffId: leaver.actor.id }),
      heldList.page(manager, { staffId: leaver.actor.id, kind: 'tasks' }),
      disableStaff(manager, request()),
    ])
      await expect(verb).rejects.toMatchObject({ code: 'access.not_allowed' })
    await expect(readHoldings(place.admin, { staffId: newId('stf', 9) })).rejects.toMatchObject({
      code: 'handing_over.staff_not_found',
    })
  })
})

describe('who is shut out', () => {
  test('holds nothing: either all goes in the same write, or it is refused', async () => {
    const complaintId = await deskRegisters(place, leaver)
    await expect(disableStaff(place.admin, request())).rejects.toMatchObject({
      code: 'handing_over.still_held',
    })
    const part = await allTo()
    await expect(
      disableStaff(place.admin, { ...request(), handed: { ...part, groups: part.groups.slice(1) } }),
    ).rejects.toMatchObject({ code: 'handing_over.held_otherwise' })
    expect(await rowOf(leaver, complaintId)).toMatchObject({ handlerId: leaver.actor.id })
    await disableStaff(place.admin, { ...request(), handed: await allTo() })
    expect(await rowOf(receiver, complaintId)).toMatchObject({ handlerId: receiver.actor.id })
    expect(await rows(`SELECT state FROM staff WHERE id = '${leaver.actor.id}'`)).toEqual([
      { state: 'disabled' },
    ])
    // A notice of what they took over once is nobody else's.
    const left = await allTo()
    expect(left.groups).toEqual([])
  })

  test('while something comes to them: it is told, and nothing is done', async () => {
    await deskRegisters(place, leaver)
    const handed = await allTo()
    beforeNextWrite(place.admin, () => deskRegisters(place, receiver, { handlerId: leaver.actor.id }))
    await expect(disableStaff(place.admin, { ...request(), handed })).rejects.toMatchObject({
      code: 'handing_over.held_otherwise',
      kind: 'conflict',
    })
    expect(await counts()).toEqual({ complaints_handled: 2, complaints_received: 1 })
  })

  test('at the moment at which they are given something: it is not given', async () => {
    const complaintId = await deskRegisters(place, receiver)
    beforeNextWrite(place.admin, () => disableStaff(place.admin, request()))
    const worker = handOver(receiver, {
      ...of(complaintId),
      handlerId: leaver.actor.id,
      handOverNote: '请前台跟进',
    })
    await expect(worker).rejects.toMatchObject({ code: 'complaints.handler_not_found' })
  })

  test('at the moment at which they take over from another: that one keeps it, and is told', async () => {
    await deskRegisters(place, leaver)
    const handed = await allTo()
    beforeNextWrite(place.admin, () =>
      disableStaff(place.admin, { requestId: freshRequestId(), staffId: receiver.actor.id }),
    )
    await expect(handOverStaff(place.admin, { ...request(), handed })).rejects.toMatchObject({
      code: 'handing_over.receiver_cannot',
    })
    expect(await counts()).toEqual({ complaints_handled: 1, complaints_received: 1 })
  })

  test('is not shut out while they are taking over: what came is handed on first', async () => {
    await deskRegisters(place, leaver)
    const handed = await allTo()
    beforeNextWrite(place.admin, () => handOverStaff(place.admin, { ...request(), handed }))
    await expect(
      disableStaff(place.admin, { requestId: freshRequestId(), staffId: receiver.actor.id }),
    ).rejects.toMatchObject({ code: 'handing_over.still_held' })
  })
})

describe('who is given other roles', () => {
  const cashier = () => [{ role: 'cashier' as const, projects: [place.projectId] }]

  test('hands over what they could hold no longer, and keeps the rest', async () => {
    await deskRegisters(place, leaver)
    const roles = { ...request(), assignments: cashier() }
    await expect(changeAssignments(place.admin, roles)).rejects.toMatchObject({
      code: 'handing_over.still_held',
    })
    const asked = JSON.stringify(cashier())
    const { groups } = await readHoldings(place.admin, { staffId: leaver.actor.id, assignments: asked })
    expect(groups.map(({ kind, mustGo }) => [kind, mustGo])).toEqual([
      ['complaints_handled', true],
      ['complaints_received', false],
    ])
    const { note, groups: all } = await allTo()
    const handed = { note, groups: all.filter(({ kind }) => kind === 'complaints_handled') }
    await changeAssignments(place.admin, { ...roles, requestId: freshRequestId(), handed })
    expect(await counts()).toEqual({ complaints_received: 1 })
  })

  test('is asked about what is of no project: links that they sent are for who manages staff', async () => {
    const boss = await place.works('company_admin', 'all')
    await inviteColleague(boss, {
      requestId: freshRequestId(),
      staffId: newId('stf', place.admin.now),
      name: '王小明',
      phone: '13711112222',
      assignments: [{ role: 'worker', projects: 'all' }],
    })
    const change = () =>
      changeAssignments(place.admin, {
        requestId: freshRequestId(),
        staffId: boss.actor.id,
        assignments: [{ role: 'project_manager', projects: 'all' }],
      })
    await expect(change()).rejects.toMatchObject({ code: 'handing_over.still_held' })
  })

  test('is given more, or the same, without a question', async () => {
    await deskRegisters(place, leaver)
    const assignments = [{ role: 'project_manager' as const, projects: 'all' as const }]
    await changeAssignments(place.admin, { ...request(), assignments })
    expect(await counts()).toEqual({ complaints_handled: 1, complaints_received: 1 })
  })
})

describe('a role of the company’s own that is to carry less', () => {
  const narrowed = (roleId: string, permissions: Permission[], revision = 0) =>
    changeRole(place.admin, {
      requestId: freshRequestId(),
      roleId,
      name: '客服专员',
      permissions: withNeeds(permissions),
      revision,
    })
  /** The leaver holds it, and nothing beside it. */
  async function given(
    permissions: Permission[] = ['complaints.read', 'complaints.own', 'complaints.handle'],
  ) {
    const roleId = newId('role', place.admin.now)
    const role = { roleId, name: '客服专员', template: null, permissions: withNeeds(permissions) }
    await createRole(place.admin, { requestId: freshRequestId(), ...role })
    const assignments = [{ role: roleId, projects: 'all' as const }]
    await changeAssignments(place.admin, { ...request(), assignments })
    return roleId
  }

  test('asks first for what its holders hold by it, and names them; what they hold by nothing of it stays', async () => {
    const roleId = await given()
    const handled = await deskRegisters(place, leaver)
    await narrowed(roleId, ['complaints.own', 'complaints.handle'])
    await expect(narrowed(roleId, ['complaints.own'], 1)).rejects.toMatchObject({
      code: 'handing_over.held_by_role',
      params: { names: await nameOf(leaver.actor.id), staffIds: leaver.actor.id },
    })
    const handed = await allTo()
    const theirs = handed.groups.filter(({ kind }) => kind === 'complaints_handled')
    await handOverStaff(place.admin, { ...request(), handed: { ...handed, groups: theirs } })
    await narrowed(roleId, ['complaints.own'], 1)
    expect(await rowOf(receiver, handled)).toMatchObject({ handlerId: receiver.actor.id })
    expect(await counts()).toEqual({ complaints_received: 1 })
  })

  test('is narrowed where its holders hold that by another role', async () => {
    const roleId = await given()
    await deskRegisters(place, leaver)
    const assignments = [roleId, 'front_desk'].map((role) => ({ role, projects: 'all' as const }))
    await changeAssignments(place.admin, { ...request(), assignments: assignments as never })
    await narrowed(roleId, ['complaints.read'])
  })

  test('at the moment at which something comes to a holder: it is not narrowed', async () => {
    const roleId = await given()
    beforeNextWrite(place.admin, async () => {
      await deskRegisters(place, receiver, { handlerId: leaver.actor.id })
    })
    await expect(narrowed(roleId, ['complaints.read'])).rejects.toMatchObject({
      code: 'handing_over.held_otherwise',
    })
  })
})

describe('a complaint that is taken up again', () => {
  /** One that the leaver handled to its end. */
  async function closed(): Promise<string> {
    const id = await ownerComplains(place, place.owner)
    await judgeNature(leaver, { ...of(id), judgement: harm })
    await investigate(leaver, { ...of(id), findings: '门机皮带老化' })
    await decideHandler(leaver, { ...of(id), handlerId: leaver.actor.id })
    return id
  }
  const unhappy = (complaintId: string, at: Ctx) => ({
    ...of(complaintId),
    revisitId: newId('rvst', at.now),
    newComplaintId: newId('cmpl', at.now),
    rating: 1,
    words: '还是会响',
  })

  test('comes to nobody who is gone: whoever acts on it next answers for it', async () => {
    const answered = await ownerComplains(place, place.owner)
    await handleUntilReply(leaver, answered)
    await ask(later(leaver, 1), answered, 'satisfied')
    await closeComplaint(later(leaver, 1), { ...of(answered), ...summary })
    expect(await counts()).toEqual({})
    await disableStaff(place.admin, request())
    const owner = as(place.owner, place.owner.actor, place.owner.now + 20 * hour)
    expect(await rateComplaint(owner, unhappy(answered, owner))).toMatchObject({ result: 'reopened' })
    expect(await rowOf(receiver, answered)).toMatchObject({
      handlerId: null,
      answererId: null,
      firstReceiverId: leaver.actor.id,
    })
    await investigate(later(receiver, 30), { ...of(answered), findings: '电机也要换' })
    expect(await rowOf(receiver, answered)).toMatchObject({
      answererId: receiver.actor.id,
      firstReceiverId: leaver.actor.id,
    })
  })

  test('stays with who had it and is there', async () => {
    const id = await closed()
    expect(await rowOf(leaver, id)).toMatchObject({ handlerId: leaver.actor.id })
    const answered = await ownerComplains(place, place.owner, { text: '大堂的灯不亮了，晚上看不见。' })
    await handleUntilReply(leaver, answered)
    const owner = as(place.owner, place.owner.actor, place.owner.now + hour)
    await rateComplaint(owner, unhappy(answered, owner))
    expect(await rowOf(receiver, answered)).toMatchObject({
      handlerId: leaver.actor.id,
      answererId: leaver.actor.id,
    })
  })

  test('long after it was closed becomes a new one, for nobody who is gone', async () => {
    const answered = await ownerComplains(place, place.owner)
    await handleUntilReply(leaver, answered)
    await ask(later(leaver, 1), answered, 'satisfied')
    await closeComplaint(later(leaver, 1), { ...of(answered), ...summary })
    await disableStaff(place.admin, request())
    const owner = as(place.owner, place.owner.actor, place.owner.now + 30 * 24 * hour)
    const { complaintId, result } = await rateComplaint(owner, unhappy(answered, owner))
    expect(result).toBe('registered')
    expect(await rowOf(receiver, complaintId)).toMatchObject({ handlerId: null, answererId: null })
  })
})
