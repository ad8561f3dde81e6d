import { tariffPrices, tariffs } from '@heju/core/fees/billing'
import { complaintCategorySeed } from '@heju/core/desk/complaints'
import { saveMerchant } from '@heju/core/fees/payments'
import { addBill, estate, type Estate } from '@heju/core/fees/payments/testing'
import { as, freshRequestId } from '@heju/core/testing'
import type { Ctx } from '@heju/core'
import { newId } from '@heju/kernel'
import {
  startWechatPaySimulator,
  type WechatPaySimulator,
} from '../../../../packages/local/src/wechat-pay-simulator/index.ts'
import { companyCtx } from '../../../../tests/setup/two-companies.ts'
import { testApi, type TestApi, type TestCompany } from '../testing.ts'

/** A company with rooms and their owners, as the owner of one of them sees its portal. */
export interface PortalScene {
  api: TestApi
  company: TestCompany
  place: Estate
  /** The company's administrator. */
  ctx: Ctx
  /** Asks for a page, signed in as the owner of a room; the first unless said otherwise. */
  get(path: string, room?: number): Promise<Response>
  /** Sends a form. A list sends a name several times. */
  post(path: string, fields: Fields, room?: number): Promise<Response>
  /** The page as text. @throws unless it was answered with 200 */
  read(path: string, room?: number): Promise<string>
  /** A bill that its price explains. */
  bill(room?: number, more?: Parameters<typeof addBill>[2]): Promise<string>
}

export type Fields = Readonly<Record<string, string | readonly string[]>>

/** @param more changes the company's row in the register, e.g. its state */
export async function portalScene(more: Parameters<TestApi['company']>[0] = {}): Promise<PortalScene> {
  const api = await testApi()
  const company = await api.company(more)
  const ctx = await companyCtx(api, company.id)
  const place = await estate(ctx)
  await complaintCategorySeed.seed(as(ctx, { kind: 'job', id: 'provision' }))
  const priceId = await price(ctx)
  const owner = (room: number) => ({ owner: place.owners[room]!.actor.id })
  const get = (path: string, room = 0) =>
    company.fetch(path, { headers: { accept: 'text/html' } }, owner(room))
  // The first request of an isolate reads the company's row too.
  await get('/portal')
  return {
    api,
    company,
    place,
    ctx,
    get,
    post: (path, fields, room = 0) => company.fetch(path, formRequest(fields), owner(room)),
    async read(path, room) {
      const response = await get(path, room)
      if (response.status !== 200) throw new Error(`${path} answered ${response.status}`)
      return response.text()
    },
    bill: (room = 0, given = {}) => addBill(place, room, { priceId, ...given }),
  }
}

/** A provider of payments to which the company of a scene has a merchant. */
export async function startProvider(scene: PortalScene): Promise<WechatPaySimulator> {
  const provider = await startWechatPaySimulator({ timeScale: 0.001 })
  Object.assign(scene.api.env, { MESSAGE_CHANNEL: 'local', WECHAT_PAY_URL: provider.url })
  await saveMerchant(scene.ctx, {
    ...(provider.merchants[0] as Omit<Parameters<typeof saveMerchant>[1], 'requestId' | 'id'>),
    requestId: freshRequestId(),
    id: newId('mch', scene.ctx.now),
  })
  return provider
}

/** Does something while the provider is not to be reached. */
export async function inSilence(
  scene: PortalScene,
  provider: WechatPaySimulator,
  act: () => Promise<void>,
): Promise<void> {
  Object.assign(scene.api.env, { WECHAT_PAY_URL: silentUrl })
  try {
    await act()
  } finally {
    Object.assign(scene.api.env, { WECHAT_PAY_URL: provider.url })
  }
}

/** Where nobody answers. */
export const silentUrl = 'http://127.0.0.1:9'

/** What the estate's bills are calculated by: 2.80 yuan a square metre. @returns its id */
async function price(ctx: Ctx): Promise<string> {
  const [tariff] = await ctx.db.orm.select({ id: tariffs.id }).from(tariffs)
  const id = newId('price', ctx.now)
  await ctx.db.orm.insert(tariffPrices).values({
    id,
    tariffId: tariff!.id,
    fromOn: '2000-01-01',
    priceE4: 28_000,
    rounding: 'half_up',
    roundingUnitFen: 1,
    approvalKind: 'contract',
    approvalNo: 'HT-2020-1',
    approvalOn: '2019-12-01',
    createdAt: ctx.now,
  })
  return id
}

/** A form as a browser sends it that runs no script. */
export function formRequest(fields: Fields): RequestInit {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields))
    for (const each of typeof value === 'string' ? [value] : value) body.append(name, each)
  return {
    method: 'POST',
    body: body.toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
  }
}

/** What a form of a page would send as it stands: its hidden fields, and what is ticked or chosen. */
export function fieldsOf(page: string, action: string): Record<string, string[]> {
  const form = page.split('<form').find((part) => part.includes(`action="${action}"`)) ?? ''
  const inputs = form.split('</form>')[0]?.match(/<input[^>]*>/g) ?? []
  const fields: Record<string, string[]> = {}
  for (const input of inputs) {
    const [name, value, type] = ['name', 'value', 'type'].map(
      (key) => new RegExp(`${key}="([^"]*)"`).exec(input)?.[1],
    )
    const sent = type === 'hidden' || / checked(="[^"]*")?[\s/>]/.test(input)
    if (name !== undefined && sent) (fields[name] ??= []).push(value ?? '')
  }
  return fields
}

export const trips = (response: Response) =>
  Number(/"(\d+) trips"/.exec(response.headers.get('server-timing') ?? '')?.[1])

/** Where a form leads. */
export const pageOf = (response: Response) => response.headers.get('location') ?? ''

/** Chooses one bill on the page of all, and sends the form: on the phone, unless said otherwise. */
export async function beginPayment(
  scene: PortalScene,
  billId: string,
  more: Fields = {},
): Promise<{ path: string; fields: Record<string, string[]> }> {
  const form = fieldsOf(await scene.read('/portal/bills'), '/portal/payments')
  const fields: Record<string, string[]> = { ...form, billId: [billId] }
  const response = await scene.post('/portal/payments', { ...fields, scene: 'h5', ...more })
  const path = `/portal/payments/${fields.orderId?.[0]}`
  if (pageOf(response) !== path) throw new Error(`led to ${pageOf(response)} (${response.status})`)
  return { path, fields }
}
