import { plansOf } from '@heju/db/testing'
import { newId } from '@heju/kernel'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import type { Permission } from '../../permissions/index.ts'
import { anyhow, as, freshRequestId, staff, testCtx } from '../../testing.ts'
import { addTask, addTasks, closeTask, finishTask, taskList, type NewTask } from './index.ts'

const hour = 60 * 60_000
const here = newId('proj', 1)
const there = newId('proj', 2)
let ctx: Ctx
beforeEach(async () => {
  ctx = await testCtx()
})

function task(more: Partial<NewTask> = {}): NewTask {
  const one = {
    kind: 'complaint_major',
    subjectId: newId('cmpl', ctx.now),
    projectId: here,
    for: { role: 'project_manager' },
    dueAt: ctx.now,
    params: { place: '3栋大堂' },
    ...more,
  }
  return one as NewTask
}

async function add(...added: NewTask[]): Promise<void> {
  await ctx.write(
    'test.add',
    { requestId: freshRequestId() },
    (write) => {
      addTasks(ctx, write, added)
      return null
    },
    anyhow,
  )
}

async function subjects(of: Ctx, query = {}): Promise<string[]> {
  return (await taskList.page(of, query)).items.map(({ subjectId }) => subjectId)
}

describe('tasks', () => {
  test('lie on the desk of whoever holds the role in the project, or of the one they are for', async () => {
    const [role, elsewhere, person] = [
      task(),
      task({ projectId: there }),
      task({ kind: 'handed_over', for: { staffId: 'stf_me' }, dueAt: ctx.now + 1 }),
    ]
    await add(role, elsewhere, person)
    const manager = as(ctx, staff('project_manager', [here]))
    expect(await subjects(manager)).toEqual([role.subjectId])
    expect(await subjects(as(ctx, staff('worker', [there], 'stf_me')))).toEqual([person.subjectId])
    expect(await subjects(as(ctx, staff('front_desk')))).toEqual([])
    expect((await subjects(as(ctx, staff('company_admin')))).length).toBe(3)
    expect(await subjects(as(ctx, staff('company_admin', [there])))).toEqual([elsewhere.subjectId])
    await expect(taskList.page(as(ctx, { kind: 'owner', id: 'ownr_1' }), {})).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  test('of a role do not lie on the desk of whoever may not do them by a role of the company’s own', async () => {
    const [major, revisit, person] = [
      task(),
      task({ kind: 'complaint_revisit' }),
      task({ kind: 'handed_over', for: { staffId: 'stf_me' }, dueAt: ctx.now + 1 }),
    ]
    await add(major, revisit, person)
    const holder = (...permissions: Permission[]) =>
      as(ctx, {
        kind: 'staff',
        id: 'stf_me',
        assignments: [
          { role: 'role_1', projects: [here], own: { template: 'project_manager', permissions } },
          // What is carried by another role is not done for the manager’s.
          { role: 'head_office', projects: [here] },
        ],
      })
    expect(await subjects(holder('projects.read'))).toEqual([person.subjectId])
    expect(await subjects(holder('projects.read', 'complaints.escalated'))).toEqual([
      major.subjectId,
      person.subjectId,
    ])
    const [notice] = (await taskList.page(as(ctx, staff('project_manager', [here])), {})).items
    const finish = (of: Ctx) =>
      finishTask(of, { requestId: freshRequestId(), taskId: notice!.id }).catch((error: unknown) => error)
    expect(await finish(holder('projects.read'))).toMatchObject({ code: 'tasks.not_found' })
    expect(await finish(as(ctx, staff('auditor')))).toMatchObject({ code: 'access.not_allowed' })
    expect((await subjects(as(ctx, staff('project_manager', [here])))).length).toBe(2)
  })

  test('are asked of no role that may not do them', async () => {
    await expect(add(task({ for: { role: 'worker' } }))).rejects.toThrow(
      'complaint_major is asked of worker, who may not do it',
    )
  })

  test('one of a kind lies open for a subject; done, it may come again', async () => {
    const one = task()
    await add(one)
    await add(one)
    expect(await subjects(ctx)).toHaveLength(1)
    await ctx.write(
      'test.close',
      { requestId: freshRequestId() },
      (write) => {
        closeTask(ctx, write, { kinds: ['complaint_major'], subjectId: one.subjectId })
        addTask(ctx, write, { ...one, dueAt: ctx.now + hour })
        return null
      },
      anyhow,
    )
    expect((await taskList.page(ctx, {})).items).toMatchObject([
      { subjectId: one.subjectId, dueAt: ctx.now + hour },
    ])
  })

  test('the most urgent comes first; overdue and today’s can be asked for', async () => {
    const [late, soon, tomorrow] = [-1, 1, 24].map((hours) => task({ dueAt: ctx.now + hours * hour }))
    await add(tomorrow!, late!, soon!)
    const all = [late, soon, tomorrow].map((one) => one?.subjectId)
    expect(await subjects(ctx)).toEqual(all)
    expect(await subjects(ctx, { due: 'overdue' })).toEqual(all.slice(0, 1))
    expect(await subjects(ctx, { due: 'today' })).toEqual(all.slice(0, 2))
    const first = await taskList.page(ctx, { limit: 2 })
    const second = await taskList.page(ctx, { limit: 2, after: first.next ?? '' })
    expect([...first.items, ...second.items].map(({ subjectId }) => subjectId)).toEqual(all)
    expect(second.next).toBeNull()
  })

  test('a notice is ticked off once, by whose it is; what the system follows is not', async () => {
    await add(task(), task({ kind: 'complaint_revisit' }))
    const manager = as(ctx, staff('project_manager', [here]))
    const { items } = await taskList.page(manager, {})
    const notice = items.find(({ byHand }) => byHand)?.id ?? ''
    const followed = items.find(({ byHand }) => !byHand)?.id ?? ''
    const finish = (of: Ctx, taskId: string) => finishTask(of, { requestId: freshRequestId(), taskId })
    const notFound = { code: 'tasks.not_found' }
    await expect(finish(as(ctx, staff('project_manager', [there])), notice)).rejects.toMatchObject(notFound)
    await expect(finish(manager, followed)).rejects.toMatchObject(notFound)
    await finish(manager, notice)
    await expect(finish(manager, notice)).rejects.toMatchObject(notFound)
    expect((await taskList.page(manager, {})).items.map(({ id }) => id)).toEqual([followed])
  })

  test('the list is read by its indexes, whoever asks', async () => {
    const actors = [
      staff('company_admin'),
      staff('front_desk', [here]),
      staff('worker', [here, there], 'stf_me'),
    ]
    for (const actor of actors) {
      const plan = await plansOf(ctx.db, () => taskList.page(as(ctx, actor), {}))
      expect(plan.join('\n')).toMatch(/USING INDEX tasks_open/)
    }
  })
})
