import { newId } from '@heju/kernel'
import type { Assignment, Role } from '../../permissions/index.ts'
import { eq } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { addOwner, addStaff } from '../../people/identity/testing.ts'
import { smallProject } from '../../estate/registry/testing.ts'
import { as, freshRequestId, testCtx } from '../../testing.ts'
import {
  complain,
  complaintCategorySeed,
  decideHandler,
  investigate,
  judgeNature,
  listCategories,
  proposePlan,
  recordRevisit,
  registerComplaint,
  reply,
  type Complain,
  type RegisterComplaint,
} from './index.ts'
import { complaints } from './tables.ts'

export { jpeg, memoryStore, sendPhoto } from '../../platform/files/testing.ts'
export { complaints }

const hour = 60 * 60_000

/** A project with one home, its owner, and people at work. @param there the place; a database of its own without it */
export async function scene(there?: Ctx) {
  const admin = there ?? (await testCtx())
  const { projectId, room, person, give } = await smallProject(admin, '观澜府')
  const roomId = await room('1501')
  const phone = '+8613812341234'
  const personId = await person('王小明', { phones: [phone] })
  await give(personId, roomId)
  const account = await addOwner(admin, phone)
  const owner = as(admin, { kind: 'owner', id: account.id })
  await complaintCategorySeed.seed(as(admin, { kind: 'job', id: 'provision' }))
  const categories = Object.fromEntries((await listCategories(owner)).map(({ code, id }) => [code, id]))
  const category = (code: string) => categories[code] ?? ''
  const works = async (role: Role, projects: 'all' | string[] = [projectId]) => {
    const assignments: Assignment[] = [{ role, projects }]
    const { id } = await addStaff(admin, { name: `${role}的人`, assignments })
    return as(admin, { kind: 'staff', id, assignments })
  }
  return { admin, owner, works, projectId, roomId, personId, category }
}
export type Scene = Awaited<ReturnType<typeof scene>>

/** The same person some hours later. */
export function later(ctx: Ctx, hours: number): Ctx {
  return as(ctx, ctx.actor, ctx.now + hours * hour)
}

/** The context of a job, at the time of another context. */
export function jobAt(ctx: Ctx): Ctx {
  return as(ctx, { kind: 'job', id: 'scheduled' })
}

export async function ownerComplains(
  { roomId, category }: Scene,
  owner: Ctx,
  more: Partial<Complain> = {},
): Promise<string> {
  const complaintId = newId('cmpl', owner.now)
  const said = { roomId, categoryId: category('lift'), text: '电梯早上停了半小时，老人上不了楼。' }
  const answer = await complain(owner, { requestId: freshRequestId(), complaintId, ...said, ...more })
  return answer.complaintId
}

export async function deskRegisters(
  { projectId, roomId, personId, category }: Scene,
  desk: Ctx,
  more: Partial<RegisterComplaint> = {},
): Promise<string> {
  const complaintId = newId('cmpl', desk.now)
  const place = { projectId, roomId, personId, categoryId: category('lift') }
  const said = { channel: 'phone' as const, text: '电梯早上停了半小时，老人上不了楼。' }
  await registerComplaint(desk, { requestId: freshRequestId(), complaintId, ...place, ...said, ...more })
  return complaintId
}

/** What a verb on a complaint always needs. */
export function of(complaintId: string) {
  return { requestId: freshRequestId(), complaintId }
}

export const harm = { nature: 'effective', ground: 'harm' } as const
export const askedForHelp = { nature: 'communicative', kind: 'help' } as const

/** Takes a complaint from its registration to the reply, a step after the other. */
export async function handleUntilReply(ctx: Ctx, complaintId: string): Promise<void> {
  await judgeNature(ctx, { ...of(complaintId), judgement: harm })
  await investigate(ctx, { ...of(complaintId), findings: '门机皮带老化' })
  await decideHandler(ctx, { ...of(complaintId), handlerId: ctx.actor.id })
  await planAndReply(ctx, complaintId)
}

export async function planAndReply(ctx: Ctx, complaintId: string): Promise<void> {
  await proposePlan(ctx, { ...of(complaintId), plan: '更换皮带，每月检查' })
  await reply(ctx, { ...of(complaintId), ownerWords: '皮带已更换，电梯恢复正常，给您添麻烦了。' })
}

export async function ask(
  ctx: Ctx,
  complaintId: string,
  outcome: 'satisfied' | 'dissatisfied' | 'unreached',
  words = '还是会响',
): Promise<void> {
  const revisitId = newId('rvst', ctx.now)
  await recordRevisit(ctx, { ...of(complaintId), revisitId, channel: 'phone', outcome, words })
}

export const summary = {
  cause: '皮带超期未换',
  learned: '保养记录要逐项核对',
  prevention: '把皮带列入月检项目',
}

export async function rowOf(ctx: Ctx, complaintId: string) {
  const [row] = await ctx.db.orm.select().from(complaints).where(eq(complaints.id, complaintId))
  if (row === undefined) throw new Error(`There is no complaint ${complaintId}`)
  return row
}
