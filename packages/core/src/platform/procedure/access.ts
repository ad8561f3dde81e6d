import type { Write } from '@heju/db'
import { eq, sql, type SQL } from 'drizzle-orm'
import { calendarOf, correctedDays, type CompanyCalendar } from '../calendar/index.ts'
import type { Ctx } from '../../context.ts'
import { holdsThere } from '../../people/identity/index.ts'
import type { Permission } from '../../permissions/index.ts'
import type { MatterRow, Matters } from './matters.ts'

/** Who may see matters of a kind, and what is read before somebody acts on one. */
export function accessTo<Row extends MatterRow, Kind extends string>(matters: Matters<Row, Kind>) {
  const { procedure, table, permissions, errors } = matters

  /** Whether staff may see a matter: those who read the project's, and in every role whoever has it or answers for it. */
  function maySee(ctx: Ctx, matter: Row): boolean {
    if (ctx.may(permissions.read, matter.projectId)) return true
    const own = matters.holders.some((name) => matter[name] === ctx.actor.id)
    return own && ctx.may(permissions.own, matter.projectId)
  }

  /** Reads a matter for `admit`. */
  function byId(ctx: Ctx, matterId: string) {
    return ctx.db.orm.select().from(table).where(eq(table.id, matterId))
  }

  /**
   * The matter, if staff may do this with it.
   * @throws `notFound` also for one that the actor may not see, `access.not_allowed`
   */
  function admit(ctx: Ctx, found: readonly unknown[], permission: Permission): Row {
    ctx.require(permission)
    const [matter] = found as readonly Row[]
    if (matter === undefined || !maySee(ctx, matter)) throw errors.notFound()
    ctx.require(permission, matter.projectId)
    return matter
  }

  /**
   * A matter that staff are about to act on, and the calendar by which its terms run. One round trip.
   * @throws `notFound`, `access.not_allowed`
   */
  async function matterFor(
    ctx: Ctx,
    matterId: string,
    permission: Permission,
  ): Promise<{ matter: Row; calendar: CompanyCalendar }> {
    ctx.require(permission)
    const [found, days] = await ctx.db.orm.batch([byId(ctx, matterId), correctedDays(ctx)])
    return { matter: admit(ctx, found, permission), calendar: calendarOf(days) }
  }

  /** The same for what can only be done while it is open. @throws `closed` */
  async function openMatterFor(ctx: Ctx, matterId: string, permission: Permission) {
    const found = await matterFor(ctx, matterId, permission)
    if (procedure.ends.includes(found.matter.state)) throw errors.closed()
    return found
  }

  /**
   * A matter that is about to be given to somebody. One round trip.
   * @param given to whom, and who had it as whoever gives it saw it
   * @throws `notFound`, `access.not_allowed`, `closed`, `handedOverMeanwhile`, `handlerNotFound`
   */
  async function matterToGive(
    ctx: Ctx,
    matterId: string,
    permission: Permission,
    given: { handlerId: string; seenHandlerId?: string | null | undefined },
  ): Promise<Row> {
    ctx.require(permission)
    const project = sql`(SELECT m.project_id FROM ${table} AS m WHERE m.id = ${matterId})`
    const [found, [handler]] = await ctx.db.orm.batch([
      byId(ctx, matterId),
      handlerQuery(ctx, given.handlerId, project),
    ])
    const matter = admit(ctx, found, permission)
    if (procedure.ends.includes(matter.state)) throw errors.closed()
    const { handlerId, seenHandlerId } = given
    // Whoever decides by a page that is behind would take back what a colleague decided, and not know it.
    if (seenHandlerId !== undefined && seenHandlerId !== matter.handlerId) throw errors.handedOverMeanwhile()
    if (handlerId === ctx.actor.id) ctx.require(permissions.handle, matter.projectId)
    else if (handler?.handles !== 1) throw errors.handlerNotFound()
    return matter
  }

  /** Reads whether a member of staff who is at work handles such matters in a project. A query of one row, for `orm.batch`. */
  function handlerQuery(ctx: Ctx, staffId: string, projectId: SQL | string) {
    return ctx.db.orm
      .select({ handles: sql<number>`${holdsThere(ctx, staffId, permissions.handle, projectId)}` })
      .from(sql`(SELECT 1)`)
  }

  /**
   * Requires in a write what was judged before it: whoever is shut out or moved to another project at that moment gets no
   * matter any more. @throws `handlerNotFound` at the write
   */
  function requireHandler(ctx: Ctx, write: Write, handlerId: string, projectId: string): void {
    write.require(holdsThere(ctx, handlerId, permissions.handle, projectId), errors.handlerNotFound)
  }

  /**
   * The same when a matter changes hands: of two who give it away at once the slower one has not seen who has it.
   * @throws `moved`, `handlerNotFound` at the write
   */
  function requireGiven(ctx: Ctx, write: Write, matter: Row, handlerId: string): void {
    const { id, handlerId: from } = matter
    write.requireAsRead(table, { id, handlerId: from }, errors.moved)
    if (handlerId !== ctx.actor.id) requireHandler(ctx, write, handlerId, matter.projectId)
  }

  return {
    maySee,
    byId,
    admit,
    matterFor,
    openMatterFor,
    matterToGive,
    handlerQuery,
    requireHandler,
    requireGiven,
  }
}
