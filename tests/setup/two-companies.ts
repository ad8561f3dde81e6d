import { Ctx, companyOf, Vault } from '@heju/core'
import { deploymentOf } from '@heju/core/platform/deployment'
import { addOwner, addStaff } from '@heju/core/people/identity/testing'
import { as, staff } from '@heju/core/testing'
import { noTrips } from '@heju/db'
import { roles, type Assignment, type Role } from '@heju/core/permissions'
import { testApi, type TestApi, type TestCaller, type TestCompany } from '../../workers/api/src/testing.ts'
import { fillWith } from './things.ts'

const ownersPhone = '+8613900001111'

/** A company with a project, somebody in every role, somebody in none, and an owner. */
export interface PeopledCompany extends TestCompany {
  /** Its database, seen by an administrator now. */
  ctx: Ctx
  /**
   * What is there, by the name that routes and schemas give its id: `roomId`. Tests ask routes about these, so a
   * capability whose routes name something of its own puts one in (things.ts).
   */
  things: Record<string, string>
  /** Staff by role, each in all projects. */
  staff: Record<Role, TestCaller>
  /** Signed in, with no role anywhere. */
  nobody: TestCaller
  owner: TestCaller
  ownerId: string
  /** How many requests were carried out, and by whom or what: grows with everything that writes. */
  ledger(): Promise<string[]>
}

/** One installation with two companies that have nothing to do with each other. */
export async function twoCompanies(): Promise<{
  api: TestApi
  ours: PeopledCompany
  theirs: PeopledCompany
}> {
  const api = await testApi()
  const ours = await peopled(api, { slug: 'cuihu', name: '翠湖物业' })
  const theirs = await peopled(api, { slug: 'songshan', name: '松山物业' })
  return { api, ours, theirs }
}

/** Sets a company up and puts people in. @param more changes its row in the register, e.g. its state */
export async function peopled(
  api: TestApi,
  more: Parameters<TestApi['company']>[0] = {},
): Promise<PeopledCompany> {
  const company = await api.company(more)
  const ctx = await companyCtx(api, company.id)
  const member = async (held: readonly Assignment[]) => ({
    staff: held,
    id: (await addStaff(ctx, { assignments: held })).id,
  })
  const entries: [Role, Awaited<ReturnType<typeof member>>][] = []
  for (const role of roles) entries.push([role, await member([{ role, projects: 'all' }])])
  const nobody = await member([])
  const { id: ownerId } = await addOwner(ctx, ownersPhone)
  const staffByRole = Object.fromEntries(entries) as Record<
    Role,
    { staff: readonly Assignment[]; id: string }
  >
  const { id, staff: assignments } = staffByRole.company_admin
  const admin = as(ctx, { kind: 'staff', id, assignments })
  const things = { staffId: staffByRole.worker.id, ...(await fillWith(admin, ownersPhone)) }
  const ledger = async () => {
    const { rows } = await ctx.db.client.execute(`SELECT verb || ' ' || actor_id AS entry FROM _requests`)
    return rows.map((row) => String(row.entry))
  }
  return { ...company, ctx, things, staff: staffByRole, nobody, owner: { owner: ownerId }, ownerId, ledger }
}

/**
 * A context of a company as its administrator has it now, for what tests put in or look up beside the API. It writes
 * also where the company is suspended: what is in there was put in before.
 */
export async function companyCtx(api: TestApi, companyId: string): Promise<Ctx> {
  const now = Date.now()
  const deployment = deploymentOf(api.env)
  const row = await deployment.company(companyId, now, noTrips())
  if (row === undefined) throw new Error(`There is no company ${companyId}`)
  return new Ctx({
    company: { ...companyOf(row), state: 'active' },
    actor: staff('company_admin'),
    now,
    requestId: 'test-request',
    db: await deployment.tenant(row),
    vault: await Vault.open(api.env.VAULT_KEY, companyId),
  })
}
