import { Ctx, companyOf, Vault } from '@heju/core'
import { deploymentOf } from '@heju/core/deployment'
import { addOwner, addStaff } from '@heju/core/identity/testing'
import { enqueueMessage } from '@heju/core/messages'
import { createParkingSpace } from '@heju/core/registry'
import { previewImport } from '@heju/core/registry-import'
import { smallProject } from '@heju/core/registry/testing'
import { freshRequestId, staff } from '@heju/core/testing'
import { noTrips } from '@heju/db'
import { newId, roles, type Assignment, type Role } from '@heju/kernel'
import { testApi, type TestApi, type TestCaller, type TestCompany } from '../../workers/api/src/testing.ts'

/** A company with a project, somebody in every role, somebody in none, and an owner. */
export interface PeopledCompany extends TestCompany {
  /** Its database, seen by an administrator now. */
  ctx: Ctx
  /**
   * What is there, by the name that routes and schemas give its id: `roomId`. Tests ask routes about these, so a
   * capability whose routes name something of its own puts one in (`fillWith` below).
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
  const member = async (assignments: readonly Assignment[]): Promise<TestCaller> => ({
    staff: assignments,
    id: (await addStaff(ctx, { assignments })).id,
  })
  const entries: [Role, TestCaller][] = []
  for (const role of roles) entries.push([role, await member([{ role, projects: 'all' }])])
  const nobody = await member([])
  const { id: ownerId } = await addOwner(ctx, ownersPhone)
  const colleague = entries.find(([role]) => role === 'worker')?.[1]
  const things = { staffId: (colleague as { id: string }).id, ...(await fillWith(ctx)) }
  const ledger = async () => {
    const { rows } = await ctx.db.client.execute(`SELECT verb || ' ' || actor_id AS entry FROM _requests`)
    return rows.map((row) => String(row.entry))
  }
  const staffByRole = Object.fromEntries(entries) as Record<Role, TestCaller>
  return { ...company, ctx, things, staff: staffByRole, nobody, owner: { owner: ownerId }, ownerId, ledger }
}

const ownersPhone = '+8613900001111'

/** A project with a room and its owner, through the verbs. Capabilities add what their routes are asked about. */
async function fillWith(ctx: Ctx): Promise<Record<string, string>> {
  const { projectId, buildingId, room, person, give } = await smallProject(ctx)
  const personId = await person('李女士', { phones: [ownersPhone] })
  const roomId = await room('1501')
  const occupancyId = await give(personId, roomId)
  const parkingSpaceId = newId('park', ctx.now)
  await createParkingSpace(ctx, { requestId: freshRequestId(), projectId, parkingSpaceId, code: 'B1-001' })
  const importId = newId('imp', ctx.now)
  const upload = { requestId: freshRequestId(), importId, projectId, fileName: '登记.csv' }
  await previewImport(ctx, upload, new TextEncoder().encode('房号,业主\n3-2-1502,张三'))
  const message = { purpose: 'otp', subjectId: personId, projectId, phone: '13900001111', params: {} }
  const messageId = await ctx.write('test.message', { requestId: freshRequestId() }, (write) =>
    enqueueMessage(ctx, write, message),
  )
  return { projectId, buildingId, roomId, parkingSpaceId, personId, occupancyId, importId, messageId }
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
