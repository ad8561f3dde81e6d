import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Actor, Ctx } from '@heju/core'
import { eventHandlers } from '@heju/core/platform/jobs'
import { drainOutbox, type Ports } from '@heju/core/platform/outbox'
import { openPayment, receiveNotice, saveMerchant, type OpenedOrder } from '@heju/core/fees/payments'
import { estate, type Estate } from '@heju/core/fees/payments/testing'
import { as, freshRequestId, testCtx, testNow } from '@heju/core/testing'
import { TenantDb } from '@heju/db'
import { freshEndpoint } from '@heju/db/testing'
import { wechatPay } from '@heju/gateways/wechat-pay'
import { newId } from '@heju/kernel'
import { startWechatPaySimulator, type Behaviour } from '@heju/local/wechat-pay-simulator'

/** A company that is paid online: its own database, the real adapter, and a provider that can go wrong. */
export interface Online {
  place: Estate
  ports: Ports
  merchantRef: string
  /** What the company entered of its merchant. */
  settings: MerchantSettings
  /** Whoever acts, at the moment to which the clock was moved. */
  at(actor: Actor): Ctx
  owner(room?: number): Ctx
  /** An owner opens a payment of these bills, h5 unless said otherwise. */
  open(
    billIds: readonly string[],
    more?: { room?: number; orderId?: string; scene?: 'native' },
  ): Promise<OpenedOrder>
  /** Carries out what waits in the outbox now. @returns when to come again */
  drain(): Promise<number | null>
  /** Moves the clock on, ours and the provider's, and carries out what is due on the way. */
  pass(ms: number): Promise<void>
  behave(target: string, behaviour: Partial<Behaviour>): Promise<void>
  /** The payer pays. @returns the provider's deliveries so far, once a notice ended or a while passed */
  pay(orderId: string, waitMs?: number): Promise<{ kind: string; status: number | null }[]>
  /** One notice of this kind about an order, whether it is paid or not. @returns what we answered */
  notice(orderId: string, kind: string): Promise<number>
  /** A genuine notice about an order, caught on its way to us. */
  catchNotice(outTradeNo: string): Promise<CaughtNotice>
  control(path: string, wish: object): Promise<unknown>
  numberOf(orderId: string): Promise<string>
}

type MerchantSettings = Omit<Parameters<typeof saveMerchant>[1], 'requestId' | 'id'>

interface CaughtNotice {
  headers: Headers
  body: string
}

/** By this an answer comes on a machine that has other things to do as well; nothing that goes well waits for it. */
const patienceMs = 30_000

/** A provider and the address that its notices come to, shared by the tests of a file. */
export interface Street {
  company(): Promise<Online>
  providerUrl: string
  close(): Promise<void>
}

export interface StreetOptions {
  /** The way to the provider and to the databases; straight unless said otherwise. */
  by?: (url: string) => Promise<string>
}

export async function street({ by = async (url) => url }: StreetOptions = {}): Promise<Street> {
  const clock = { now: testNow }
  const simulator = await startWechatPaySimulator({
    timeScale: 0.001,
    noticeTimeoutMs: patienceMs,
    now: () => clock.now,
  })
  const providerUrl = await by(simulator.url)
  const companies = new Map<string, Online>()
  const catching = new Map<string, (caught: CaughtNotice) => void>()
  const server = createServer((request, response) => void deliver({ companies, catching }, request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function company(): Promise<Online> {
    clock.now = testNow
    const endpoint = await freshEndpoint('tenant')
    const db = new TenantDb({ ...endpoint, url: await by(endpoint.url) })
    const place = await estate(await testCtx({ db }))
    const settings = (await simulator.control('merchants', {})) as MerchantSettings
    const payments = wechatPay({ baseUrl: providerUrl, pausesMs: [5, 5], timeoutMs: patienceMs })
    // What these tests do sends no message and stores no file.
    const ports = { origin, payments } as Ports
    const { id: merchantRef } = await saveMerchant(place.ctx, {
      ...settings,
      requestId: freshRequestId(),
      id: newId('mch', testNow),
    })
    const online = inPlace({
      place,
      ports,
      merchantRef,
      settings,
      clock,
      catching,
      control: simulator.control,
    })
    companies.set(merchantRef, online)
    return online
  }

  return {
    company,
    providerUrl: simulator.url,
    async close() {
      await simulator.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

interface Given extends Pick<Online, 'place' | 'ports' | 'merchantRef' | 'settings' | 'control'> {
  clock: { now: number }
  catching: Catching
}

type Catching = Map<string, (caught: CaughtNotice) => void>

function inPlace({ place, ports, merchantRef, settings, clock, catching, control }: Given): Online {
  const at = (actor: Actor) => as(place.ctx, actor, clock.now)
  const owner = (room = 0) => at(place.owners[room]!.actor)
  const drain = () => drainOutbox(at({ kind: 'job', id: 'outbox' }), eventHandlers, ports)
  const numberOf = async (orderId: string) => {
    const { rows } = await place.ctx.db.client.execute('SELECT id, out_trade_no FROM payment_orders')
    return String(rows.find((row) => row.id === orderId)?.out_trade_no)
  }
  return {
    place,
    ports,
    merchantRef,
    settings,
    at,
    owner,
    drain,
    numberOf,
    control,
    open: (billIds, { room = 0, orderId = newId('ord', clock.now), scene = 'h5' as const } = {}) =>
      openPayment(
        owner(room),
        { requestId: freshRequestId(), orderId, billIds: [...billIds], scene },
        ports,
        { ip: '203.0.113.7', returnUrl: `${ports.origin}/portal/payments/${orderId}` },
      ),
    async pass(ms) {
      const end = clock.now + ms
      for (let next = await drain(); next !== null && next <= end; next = await drain()) {
        clock.now = Math.max(clock.now + 1, next)
      }
      clock.now = end
      await drain()
    },
    behave: async (target, behaviour) => {
      await control(
        'behaviour',
        target === 'next' ? { next: true, ...behaviour } : { outTradeNo: target, ...behaviour },
      )
    },
    async pay(orderId, waitMs = patienceMs) {
      const paid = await control('pay', { outTradeNo: await numberOf(orderId), waitMs })
      return (paid as { deliveries: { kind: string; status: number | null }[] }).deliveries
    },
    async catchNotice(outTradeNo) {
      const caught = new Promise<CaughtNotice>((resolve) => catching.set(merchantRef, resolve))
      await control('notice', { outTradeNo, kind: 'normal' })
      return caught
    },
    async notice(orderId, kind) {
      const answered = await control('notice', { outTradeNo: await numberOf(orderId), kind })
      return (answered as { status: number }).status
    },
  }
}

/** What the notice route does: the path names the merchant, and nobody is signed in. */
async function deliver(
  { companies, catching }: { companies: ReadonlyMap<string, Online>; catching: Catching },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value))
  const merchantRef = request.url?.split('/').at(-1) ?? ''
  const online = companies.get(merchantRef)
  if (online === undefined) return void response.writeHead(404).end()
  const ctx = online.at({ kind: 'provider', id: merchantRef })
  const body = Buffer.concat(chunks).toString('utf8')
  const caught = catching.get(merchantRef)
  if (caught !== undefined) {
    catching.delete(merchantRef)
    caught({ headers, body })
    return void response.writeHead(204).end()
  }
  const answer = await receiveNotice(ctx, merchantRef, headers, body, online.ports)
  response.writeHead(answer.status, { 'content-type': answer.contentType }).end(answer.body)
}

/** Everything that came in: what was booked to bills and what waits for a person, in fen. */
export async function moneyOf(online: Online): Promise<{ bookedFen: number; exceptionsFen: number }> {
  const { rows } = await online.place.ctx.db.client.execute(
    `SELECT coalesce((SELECT sum(l.amount_fen) FROM payments p JOIN payment_lines l ON l.payment_id = p.id WHERE p.method = 'wechat_pay'), 0) AS booked,
       coalesce((SELECT sum(amount_fen - resolved_fen) FROM payment_exceptions), 0) AS exceptions`,
  )
  return { bookedFen: Number(rows[0]?.booked), exceptionsFen: Number(rows[0]?.exceptions) }
}

export async function orderState(online: Online, orderId: string): Promise<string> {
  const { rows } = await online.place.ctx.db.client.execute('SELECT id, state FROM payment_orders')
  return String(rows.find((row) => row.id === orderId)?.state)
}

/** Somebody enters settings of the merchant anew: those that fit, but for what is given. */
export async function enterSettings(online: Online, change: object): Promise<void> {
  const { settings } = online
  const input = { ...settings, ...change, requestId: freshRequestId(), id: newId('mch', testNow) }
  await saveMerchant(online.at(online.place.ctx.actor), input)
}
