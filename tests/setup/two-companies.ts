import { Ctx, companyOf, Vault } from '@heju/core'
import { deploymentOf } from '@heju/core/deployment'
import { addOwner, addStaff } from '@heju/core/identity/testing'
import { staff } from '@heju/core/testing'
import { noTrips } from '@heju/db'
import { newId, roles, type Assignment, type Role } from '@heju/kernel'
import { testApi, type TestApi, type TestCaller, type TestCompany } from '../../workers/api/src/testing.ts'

/** A company with a project, somebody in every role, somebody in none, and an owner. */
export interface PeopledCompany extends TestCompany {
  /** Its database, seen by an administrator now. */
  ctx: Ctx
  projectId: string
  /** Staff by role, each in all projects. */
  staff: Record<Role, TestCaller>
  /** Signed in, with no role anywhere. */
  nobody: TestCaller
  owner: TestCaller
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
  const projectId = newId('proj', ctx.now)
  await ctx.db.client.execute({
    sql: `INSERT INTO projects (id, name, type, service_mode, price_regime, created_at, changed_at)
      VALUES (?, '翠湖花园', 'residential', 'custom', 'guided', 0, 0)`,
    args: [projectId],
  })
  const member = async (assignments: readonly Assignment[]): Promise<TestCaller> => ({
    staff: assignments,
    id: (await addStaff(ctx, { assignments })).id,
  })
  const entries: [Role, TestCaller][] = []
  for (const role of roles) entries.push([role, await member([{ role, projects: 'all' }])])
  const nobody = await member([])
  const owner = { owner: (await addOwner(ctx, '+8613900001111')).id }
  const ledger = async () => {
    const { rows } = await ctx.db.client.execute(`SELECT verb || ' ' || actor_id AS entry FROM _requests`)
    return rows.map((row) => String(row.entry))
  }
  return { ...company, ctx, projectId, staff: Object.fromEntries(entries) as never, nobody, owner, ledger }
}

/** A context of a company as its administrator has it now, for what tests put in or look up beside the API. */
export async function companyCtx(api: TestApi, companyId: string): Promise<Ctx> {
  const now = Date.now()
  const deployment = deploymentOf(api.env)
  const row = await deployment.company(companyId, now, noTrips())
  if (row === undefined) throw new Error(`There is no company ${companyId}`)
  return new Ctx({
    company: companyOf(row),
    actor: staff('company_admin'),
    now,
    requestId: 'test-request',
    db: await deployment.tenant(row),
    vault: await Vault.open(api.env.VAULT_KEY, companyId),
  })
}
