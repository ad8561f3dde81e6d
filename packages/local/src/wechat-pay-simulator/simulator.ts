import { serve } from '@hono/node-server'
import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { providerApi } from './api.ts'
import { makeClock, openBook } from './book.ts'
import { controlApi, settingsOf } from './control.ts'
import type { MerchantSettings } from './control.ts'
import { openJournal } from './journal.ts'
import type { Merchant, Records } from './model.ts'
import { payerPages } from './pages.ts'
import { makePostman } from './postman.ts'

export interface WechatPaySimulatorOptions {
  /** 0, the default, takes a free one. */
  port?: number
  /** Keys, merchants and orders are kept here; without it they end with the process. */
  directory?: string
  /** Made at the start unless they exist already; by default those that are kept, or one. */
  merchants?: Partial<Pick<Merchant, 'merchantId' | 'appId' | 'name'>>[]
  /** Real seconds per second of the provider's retries; 0.02 by default, so that the first comes after 0.3 s. */
  timeScale?: number
  /** For so many real milliseconds an answer to a notice is waited for; 5,000 by default, as the provider does. */
  noticeTimeoutMs?: number
  /** Epoch milliseconds; the real time by default. */
  now?: () => number
}

export interface WechatPaySimulator {
  /** `http://127.0.0.1:…`: the base URL for the adapter, and the page that lists the orders. */
  url: string
  /** For our side, in the order of `options.merchants`. */
  merchants: MerchantSettings[]
  /** Steers it; the paths are those of `controlApi`. */
  control(path: string, wish: object): Promise<unknown>
  close(): Promise<void>
}

/**
 * Speaks the protocol of WeChat Pay API v3 with keys of its own: it verifies what we sign, signs what it answers and
 * notifies, and goes wrong on request. For development, tests and demonstrations; it listens on loopback only.
 */
export async function startWechatPaySimulator(
  options: WechatPaySimulatorOptions = {},
): Promise<WechatPaySimulator> {
  const book = await openBook(openJournal<Records>(options.directory))
  const clock = makeClock(options.now)
  const postman = makePostman(book, clock, {
    timeScale: options.timeScale ?? 0.02,
    timeoutMs: options.noticeTimeoutMs ?? 5000,
  })
  const merchants = []
  const kept = book.merchants()
  for (const wished of options.merchants ?? (kept.length > 0 ? kept : [{}])) {
    const known = wished.merchantId ? book.merchant(wished.merchantId) : null
    merchants.push(settingsOf(book, known ?? (await book.register(wished))))
  }

  let url = ''
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.route('/', controlApi(book, clock, postman))
  app.route('/', payerPages(book, clock, postman))
  app.route(
    '/',
    providerApi(book, clock, () => url),
  )
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const starting = serve(
      { fetch: app.fetch, port: options.port ?? 0, hostname: '127.0.0.1' },
      (address) => {
        url = `http://127.0.0.1:${address.port}`
        resolve(starting)
      },
    )
    starting.once('error', reject)
  })
  // What was not acknowledged when the process ended is told now.
  for (const order of book.orders()) {
    if (order.state === 'SUCCESS' && !order.acknowledged) void postman.announce(order)
  }

  return {
    url,
    merchants,
    async control(path, wish) {
      const response = await app.request(`/__control/${path}`, { method: 'POST', body: JSON.stringify(wish) })
      if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
      return response.json()
    },
    async close() {
      await postman.close()
      await new Promise((resolve) => {
        server.close(resolve)
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
    },
  }
}
