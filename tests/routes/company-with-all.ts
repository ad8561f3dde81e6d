import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Ctx } from '@heju/core'
import { tariffPrices, tariffs } from '@heju/core/fees/billing'
import {
  complain,
  decideHandler,
  investigate,
  judgeNature,
  listCategories,
  proposePlan,
  recordRevisit,
  registerComplaint,
  reply,
} from '@heju/core/desk/complaints'
import { harm, jpeg } from '@heju/core/desk/complaints/testing'
import { receivePhoto } from '@heju/core/platform/files'
import { hashPassword } from '@heju/core/people/identity'
import { addStaff, testPassword } from '@heju/core/people/identity/testing'
import { openPayment, saveMerchant, type OpenPayment } from '@heju/core/fees/payments'
import { addBill } from '@heju/core/fees/payments/testing'
import { createPerson } from '@heju/core/estate/registry'
import { openNow, roundOf } from '@heju/core/insight/satisfaction/testing'
import { as, freshRequestId } from '@heju/core/testing'
import { sha256Hex } from '@heju/db'
import { deploymentOf } from '@heju/core/platform/deployment'
import { companies, deadJobs, operators, operatorSessions, signups } from '@heju/db/platform-tables'
import { r2FileStore } from '@heju/gateways/r2'
import { wechatPay } from '@heju/gateways/wechat-pay'
import { newId } from '@heju/kernel'
import type { Assignment } from '@heju/core/permissions'
import { startWechatPaySimulator } from '@heju/local/wechat-pay-simulator'
import { eq } from 'drizzle-orm'
import { testApi, type TestApi } from '../../workers/api/src/testing.ts'
import { memoryBucket } from '../complaints/bucket.ts'
import { peopled, type PeopledCompany } from '../setup/two-companies.ts'
import { registryImport } from '../setup/things.ts'

/**
 * A company in which every route finds what it is asked about, in a state in which it can answer: complaints at each
 * step, orders under way, a survey that is open, links and tokens that are good.
 */
export interface CompanyWithAll {
  api: TestApi
  company: PeopledCompany
  /** Ids and secrets by name; those of `company.things` and many more. */
  things: Record<string, string>
  /** A notice of the provider about an order that is paid, as it came. */
  notice: { headers: Record<string, string>; body: string }
  merchantSettings: object
  /** Gives the company a copy of its database as it was at the beginning: what a request changed is undone. */
  asItWas(): Promise<void>
  close(): Promise<void>
}

export async function companyWithAll(): Promise<CompanyWithAll> {
  const api = await testApi()
  const bucket = memoryBucket()
  const provider = await startWechatPaySimulator({ timeScale: 0.001 })
  const page = {
    fetch: async () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }),
  }
  Object.assign(api.env, {
    ASSETS: page,
    FILES: bucket,
    MESSAGE_CHANNEL: 'local',
    SMS_REPORT_SECRET: 'a-secret-of-the-address',
    WECHAT_PAY_URL: provider.url,
  })
  const company = await peopled(api)
  const { id: adminId = '', staff: assignments } = company.staff.company_admin as {
    id?: string
    staff: Assignment[]
  }
  const ctx = as(company.ctx, { kind: 'staff', id: adminId, assignments })
  const owner = as(ctx, { kind: 'owner', id: company.ownerId })
  // The merchant that was laid down with the other things has no keys that open anything.
  await ctx.db.client.execute({ sql: 'UPDATE merchants SET retired_at = ?', args: [ctx.now] })
  const merchantSettings = { ...(provider.merchants[0] as object), id: newId('mch', ctx.now) }
  await saveMerchant(ctx, { ...merchantSettings, requestId: freshRequestId() } as Parameters<
    typeof saveMerchant
  >[1])
  const things: Record<string, string> = {
    ...company.things,
    merchantRef: merchantSettings.id,
    ...(await accounts(company)),
    buyerId: await buyer(ctx, company.things.projectId ?? ''),
    ...(await complaintsAtEachStep(ctx, owner, company.things, r2FileStore(bucket as unknown as R2Bucket))),
  }
  await ctx.db.client.execute('UPDATE rooms SET area_e2 = 8937')
  things.stoppedImportId = await stoppedImport(ctx, things.projectId ?? '')
  const ofTwoEstates = '小区,楼栋,房号\n丁香苑,3,101\n海棠园,3,101\n'
  things.askingImportId = await registryImport(ctx, things.projectId ?? '', { text: ofTwoEstates })
  things.draftTariffId = await draftTariff(ctx, things.projectId ?? '')
  const { period } = await openNow(ctx)
  things.roundId = await roundOf(ctx, things.projectId ?? '', period)
  things.surveyPeriod = period
  things.leaverId = await leaver(ctx, things.projectId ?? '')
  await ctx.db.client.execute({
    sql: `UPDATE messages SET state = 'dead', failure = 'messages.account_held' WHERE id = ?`,
    args: [things.messageId ?? ''],
  })
  const { orders, notice } = await ordersUnderWay(owner, things, provider)
  Object.assign(things, orders, await tokens(api, company))
  // Signs people in, so that they are in the snapshot too.
  await company.fetch('/api/v1/portal/bills', {}, company.owner)
  const signer = { staff: assignments, id: things.signerId ?? '' }
  for (const who of [signer, company.staff.company_admin]) await company.fetch('/api/v1/session', {}, who)
  return {
    api,
    company,
    things,
    notice,
    merchantSettings,
    asItWas: await snapshots(api, company),
    close: () => provider.close(),
  }
}

/** People who sign in with a password and by a code, and a colleague who is invited. */
async function accounts(company: PeopledCompany): Promise<Record<string, string>> {
  const { ctx } = company
  const { id: signerId, phone: signerPhone } = await addStaff(ctx, { name: '陈静' })
  const send = async (path: string, content: unknown, who?: Parameters<PeopledCompany['fetch']>[2]) => {
    const headers = { 'idempotency-key': crypto.randomUUID() }
    const response = await company.fetch(
      path,
      { method: 'POST', body: JSON.stringify(content), headers },
      who,
    )
    return (await response.json()) as Record<string, string>
  }
  const signedIn = await send('/api/v1/session', { login: signerPhone, password: testPassword, tokens: true })
  const invited = newId('stf', ctx.now)
  const { link = '' } = await send(
    '/api/v1/staff',
    {
      staffId: invited,
      name: '新同事',
      phone: '13700009999',
      assignments: [{ role: 'cashier', projects: 'all' }],
    },
    company.staff.company_admin,
  )
  const ownerPhone = '13900001111'
  await send('/api/v1/portal/session/code', { phone: ownerPhone })
  const code = await codeSent(ctx)
  const portal = await send('/api/v1/portal/session', { phone: ownerPhone, code, tokens: true })
  // The next code may be asked for a minute later.
  await ctx.db.client.execute('DELETE FROM throttles')
  await send('/api/v1/portal/session/code', { phone: ownerPhone })
  return {
    signerId,
    disabledId: (await addStaff(ctx, { state: 'disabled' })).id,
    signerPhone,
    signerPassword: testPassword,
    staffRefreshToken: signedIn.refreshToken ?? '',
    invitedId: invited,
    invitationToken: link.split('#')[1] ?? '',
    ownerPhone,
    ownerCode: await codeSent(ctx),
    ownerRefreshToken: portal.refreshToken ?? '',
  }
}

async function codeSent(ctx: Ctx): Promise<string> {
  const { rows } = await ctx.db.client.execute(
    `SELECT params_sealed AS sealed FROM messages WHERE purpose = 'otp' ORDER BY rowid DESC LIMIT 1`,
  )
  const params = await ctx.vault.unseal('messages.params', String(rows[0]?.sealed))
  return (JSON.parse(params) as { code: string }).code
}

/** An import that stopped before it wrote anything. */
async function stoppedImport(ctx: Ctx, projectId: string): Promise<string> {
  const importId = await registryImport(ctx, projectId)
  await ctx.db.client.execute({
    sql: `UPDATE import_jobs SET state = 'failed', failure = 'registry_import.refused' WHERE id = ?`,
    args: [importId],
  })
  return importId
}

/** A tariff that came with a workbook: what it stands on is not said yet. */
async function draftTariff(ctx: Ctx, projectId: string): Promise<string> {
  const tariffId = newId('tariff', ctx.now)
  const named = { projectId, name: '电梯费', feeItem: 'other', basis: 'area', state: 'draft' } as const
  await ctx.db.orm
    .insert(tariffs)
    .values({ id: tariffId, ...named, createdAt: ctx.now, changedAt: ctx.now } as typeof tariffs.$inferInsert)
  const price = { fromOn: '2026-01-01', priceE4: 25_000, rounding: 'half_up', roundingUnitFen: 1 } as const
  await ctx.db.orm.insert(tariffPrices).values({
    id: newId('price', ctx.now),
    tariffId,
    ...price,
    createdAt: ctx.now,
  } as typeof tariffPrices.$inferInsert)
  return tariffId
}

/** A colleague who has a task in their name. */
async function leaver(ctx: Ctx, projectId: string): Promise<string> {
  const { id } = await addStaff(ctx, { name: '要调岗的同事' })
  await ctx.db.client.execute({
    sql: `INSERT INTO tasks (id, kind, subject_id, project_id, staff_id, params_json, due_at, created_at)
      VALUES (?, 'complaint_major', 'cmpl_1', ?, ?, '{"place":"大堂"}', ?, ?)`,
    args: [newId('task', ctx.now), projectId, id, ctx.now, ctx.now],
  })
  return id
}

/** Somebody who buys the room. */
async function buyer(ctx: Ctx, projectId: string): Promise<string> {
  const personId = newId('pers', ctx.now)
  await createPerson(ctx, { requestId: freshRequestId(), projectId, personId, name: '赵先生' })
  return personId
}

/** A complaint at each step of the procedure, and two of the owner's own: one new, with a photo, and one replied to. */
async function complaintsAtEachStep(
  ctx: Ctx,
  owner: Ctx,
  place: Record<string, string>,
  store: Parameters<typeof receivePhoto>[1],
): Promise<Record<string, string>> {
  const { projectId = '', roomId = '' } = place
  const [categoryId = '', otherCategoryId = ''] = (await listCategories(ctx)).map(({ id }) => id)
  const about = { categoryId, text: '电梯早上停了半小时，老人上不了楼。' }
  const steps: readonly ((complaintId: string) => Promise<unknown>)[] = [
    (complaintId) => judgeNature(ctx, { requestId: freshRequestId(), complaintId, judgement: harm }),
    (complaintId) => investigate(ctx, { requestId: freshRequestId(), complaintId, findings: '门机皮带老化' }),
    (complaintId) =>
      decideHandler(ctx, { requestId: freshRequestId(), complaintId, handlerId: ctx.actor.id }),
    (complaintId) =>
      proposePlan(ctx, { requestId: freshRequestId(), complaintId, plan: '更换皮带，每月检查' }),
    (complaintId) =>
      reply(ctx, { requestId: freshRequestId(), complaintId, ownerWords: '皮带已更换，电梯恢复正常。' }),
    (complaintId) =>
      recordRevisit(ctx, {
        requestId: freshRequestId(),
        complaintId,
        revisitId: newId('rvst', ctx.now),
        channel: 'phone',
        outcome: 'satisfied',
        words: '很好',
      }),
  ]
  const named = ['registered', 'judged', 'investigated', 'assigned', 'planned', 'replied', 'revisited']
  const ids: Record<string, string> = {}
  for (const [taken, name] of named.entries()) {
    const complaintId = newId('cmpl', ctx.now)
    const caller = { contactName: '王先生', contactPhone: '13700002222' }
    const told = { projectId, roomId, channel: 'phone' as const, ...about, ...caller }
    await registerComplaint(ctx, { requestId: freshRequestId(), complaintId, ...told })
    for (const step of steps.slice(0, taken)) await step(complaintId)
    ids[name] = complaintId
  }
  const photo = async () => (await receivePhoto(owner, store, { requestId: freshRequestId() }, jpeg())).fileId
  const [fileId, waitingFileId] = [await photo(), await photo()]
  const [mine, mineReplied] = [newId('cmpl', ctx.now), newId('cmpl', ctx.now)]
  await complain(owner, {
    requestId: freshRequestId(),
    complaintId: mine,
    roomId,
    ...about,
    fileIds: [fileId],
  })
  await complain(owner, {
    requestId: freshRequestId(),
    complaintId: mineReplied,
    roomId,
    ...about,
    text: '单元门关不上了。',
  })
  for (const step of steps.slice(0, 5)) await step(mineReplied)
  return { ...ids, categoryId, otherCategoryId, mine, mineReplied, fileId, waitingFileId }
}

type Simulator = Awaited<ReturnType<typeof startWechatPaySimulator>>

/** Orders of the owner under way, each of a bill of its own, and the notice of one that was paid. */
async function ordersUnderWay(owner: Ctx, things: Record<string, string>, provider: Simulator) {
  const caught = Promise.withResolvers<CompanyWithAll['notice']>()
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)])
      caught.resolve({ headers: Object.fromEntries(headers), body: Buffer.concat(chunks).toString('utf8') })
      response.writeHead(204).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const ports = { origin, payments: wechatPay({ baseUrl: provider.url }) }
  const { projectId = '', roomId = '', personId = '' } = things
  const place = { ctx: owner, projectId, rooms: [{ roomId, personId }] }
  const orders: Record<string, string> = {}
  for (const [name, scene, period] of [
    ['orderId', 'h5', '2025-01'],
    ['codeOrderId', 'native', '2025-02'],
    ['cancelledByApi', 'h5', '2025-03'],
    ['cancelledByPage', 'h5', '2025-04'],
    ['leftByPage', 'native', '2025-06'],
    ['paidOrderId', 'h5', '2025-05'],
  ] as const) {
    const billId = await addBill(place, 0, { tariffId: things.tariffId ?? '', period })
    const orderId = newId('ord', owner.now)
    const wanted: OpenPayment = { requestId: freshRequestId(), orderId, billIds: [billId], scene }
    const returnUrl = `${origin}/portal/payments/${orderId}`
    await openPayment(owner, wanted, ports, { ip: '203.0.113.7', returnUrl })
    orders[name] = orderId
    if (name === 'leftByPage') orders.leftBillId = billId
  }
  const { rows } = await owner.db.client.execute({
    sql: 'SELECT out_trade_no AS number FROM payment_orders WHERE id = ?',
    args: [orders.paidOrderId ?? ''],
  })
  await provider.control('pay', { outTradeNo: String(rows[0]?.number), waitMs: 0 })
  const notice = await caught.promise
  server.closeAllConnections()
  server.close()
  return { orders, notice }
}

export const operatorPassword = 'all-is-well-in-the-house'
export const signUpForm = { companyName: '云山物业', adminName: '王敏', password: '湖边的第一盏灯亮了' }

/** What lets in from the base host: the token of a sign-up, and an operator's session. */
async function tokens(api: TestApi, company: PeopledCompany): Promise<Record<string, string>> {
  const platform = await deploymentOf(api.env).platform()
  const [now, welcomeToken, operatorToken] = [Date.now(), crypto.randomUUID(), crypto.randomUUID()]
  const day = 24 * 60 * 60_000
  await platform.orm.insert(signups).values({
    id: newId('sign', now),
    companyId: company.id,
    staffId: (company.staff.company_admin as { id?: string }).id ?? '',
    phoneIndex: '-',
    ipIndex: '-',
    createdAt: now,
    handoverSha256: await sha256Hex(welcomeToken),
    handoverExpiresAt: now + day,
  })
  const operatorId = newId('oper', now)
  const passwordHash = await hashPassword(operatorPassword)
  const operator = { id: operatorId, email: 'ops@heju.test', name: '运维', passwordHash, createdAt: now }
  await platform.orm.insert(operators).values(operator)
  const tokenSha256 = await sha256Hex(operatorToken)
  await platform.orm
    .insert(operatorSessions)
    .values({ tokenSha256, operatorId, createdAt: now, expiresAt: now + day })
  const deadJobId = 'dead_1'
  const bodyJson = JSON.stringify({ type: 'outbox', companyId: company.id })
  await platform.orm.insert(deadJobs).values({ id: deadJobId, companyId: company.id, bodyJson, at: now })
  const signedUp = await api.base('/signup', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...signUpForm,
      requestId: crypto.randomUUID(),
      slug: 'yunshan',
      phone: '13812340000',
    }),
  })
  const {
    signupId = '',
    key: signupKey = '',
    companyId = '',
  } = (await signedUp.json()) as Record<string, string>
  await platform.orm.update(companies).set({ state: 'active' }).where(eq(companies.id, companyId))
  return { welcomeToken, operatorToken, companyId: company.id, deadJobId, signupId, signupKey }
}

async function snapshots(api: TestApi, company: PeopledCompany): Promise<() => Promise<void>> {
  const deployment = deploymentOf(api.env)
  const platform = await deployment.platform()
  const [row] = await platform.orm.select().from(companies).where(eq(companies.id, company.id))
  const { SQLD_ADMIN_URL, SQLD_ADMIN_KEY = '' } = api.env
  const origin = row?.databaseNamespace ?? ''
  return async () => {
    const databaseNamespace = `test-${crypto.randomUUID()}`
    const forked = await fetch(`${SQLD_ADMIN_URL}/v1/namespaces/${origin}/fork/${databaseNamespace}`, {
      method: 'POST',
      headers: { authorization: `Basic ${SQLD_ADMIN_KEY}` },
    })
    if (!forked.ok) throw new Error(`The company's database could not be copied: ${await forked.text()}`)
    await platform.orm.update(companies).set({ databaseNamespace }).where(eq(companies.id, company.id))
    deployment.forget(company.id)
    // The row is in the isolate again, as it is for nearly every request.
    await company.fetch('/portal/privacy')
  }
}
