import { placeOf, type CompanyRow, type Write } from '@heju/db'
import { companies, signups, type CompanyState } from '@heju/db/platform-tables'
import { and, eq, inArray } from 'drizzle-orm'
import { parse } from '../../input.ts'
import type { PlatformCtx } from '../../platform-context.ts'
import { databaseMoved, transitionRefused } from './errors.ts'
import { companyRow } from './list-companies.ts'
import { mayBecome, statesBefore } from './rules.ts'
import { stateChangeSchema, type StateChange } from './schemas.ts'

/**
 * Lets a company's people read and no longer write; owners see the reason. Payments that providers report and jobs under
 * way are still settled, so the database itself stays writable (docs/decisions/0007).
 * @throws `tenancy.company_unknown`, `tenancy.transition_refused`
 */
export function suspendCompany(ctx: PlatformCtx, raw: StateChange): Promise<void> {
  return changeState(ctx, raw, 'suspended')
}

/** @throws `tenancy.company_unknown`, `tenancy.transition_refused` */
export function resumeCompany(ctx: PlatformCtx, raw: StateChange): Promise<void> {
  return changeState(ctx, raw, 'active')
}

/**
 * Ends a company for good: nobody gets in and its database takes no more writing. Its data is kept.
 *
 * The database is closed first: nothing is offered any more for a company that is closed, so that a provider who does not
 * answer must leave it as it was, to be closed again.
 * @throws `tenancy.company_unknown`, `tenancy.transition_refused`, `database.server_refused`, `tenancy.database_moved` when
 *   it got another database meanwhile, which takes writing still
 */
export async function closeCompany(ctx: PlatformCtx, raw: StateChange): Promise<void> {
  ctx.requireOperator()
  const input = parse(stateChangeSchema, raw)
  await ctx.writeAskingFirst('tenancy.closed', input, async (write) => {
    const company = await companyRow(ctx, input.companyId)
    const { id, state, databaseUrl, databaseNamespace } = company
    if (!mayBecome(state, 'closed')) throw transitionRefused({ from: state, to: 'closed' })
    // One given up while it was being set up may have no database.
    if (databaseUrl !== null) await ctx.deployment.provisioner.setWritable(placeOf(company), false, 'closed')
    write.requireAsRead(companies, { id, databaseUrl, databaseNamespace }, databaseMoved)
    changeTo(ctx, write, company, 'closed', input.reason)
  })
  ctx.deployment.forget(input.companyId)
}

async function changeState(ctx: PlatformCtx, raw: StateChange, to: CompanyState): Promise<void> {
  ctx.requireOperator()
  const input = parse(stateChangeSchema, raw)
  await ctx.write(`tenancy.${to}`, input, async (write) => {
    const company = await companyRow(ctx, input.companyId)
    changeTo(ctx, write, company, to, input.reason)
  })
  ctx.deployment.forget(input.companyId)
}

/** The guarded update: from a state that does not lead to the new one, nothing is written. */
function changeTo(
  ctx: PlatformCtx,
  write: Write,
  company: CompanyRow,
  to: CompanyState,
  reason: string,
): void {
  const allowed = statesBefore(to).filter((from) => from !== 'provisioning' || to === 'closed')
  write.changeOne(
    ctx.db.orm
      .update(companies)
      .set({ state: to, stateReason: to === 'active' ? null : reason, changedAt: ctx.now })
      .where(and(eq(companies.id, company.id), inArray(companies.state, allowed))),
    transitionRefused({ from: company.state, to }),
  )
  // Who signed up for a company that is given up before it was set up: nobody needs to know any more.
  const forgotten = { nameSealed: null, phoneSealed: null, passwordHash: null }
  if (to === 'closed')
    write.change(ctx.db.orm.update(signups).set(forgotten).where(eq(signups.companyId, company.id)))
  write.audit(`tenancy.${to}`, company.id, { detail: { reason } })
}
