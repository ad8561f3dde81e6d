import { randomBytes } from 'node:crypto'
import { serve } from '@hono/node-server'
import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { answer, report, say } from './api.ts'
import type { AcceptedSms, SmsBehaviour, State } from './api.ts'
import { checkSignature } from './signature.ts'

export interface AliyunSmsDoubleOptions {
  port?: number
  accessKeyId?: string
  accessKeySecret?: string
  signName?: string
  /** Approved templates: code to text with `${name}`. Without them every code and every parameter is accepted. */
  templates?: Readonly<Record<string, string>>
  now?: () => number
}

export interface AliyunSmsDouble {
  url: string
  settings: { accessKeyId: string; accessKeySecret: string; signName: string }
  accepted: readonly AcceptedSms[]
  /** What happens to the calls that come next, one each. */
  expect(...behaviours: SmsBehaviour[]): void
  /** The carrier reports: afterwards `QuerySendDetails` knows, and this is the body of the pushed report. */
  report(bizId: string, errCode?: string): string
  close(): Promise<void>
}

/** Aliyun's SMS API as far as we use it, with the signature checked as its gateway checks it. Loopback only. */
export async function startAliyunSmsDouble(options: AliyunSmsDoubleOptions = {}): Promise<AliyunSmsDouble> {
  const settings = {
    accessKeyId: options.accessKeyId ?? 'LTAI5tLocalDouble',
    accessKeySecret: options.accessKeySecret ?? randomBytes(15).toString('hex'),
    signName: options.signName ?? '和居物业',
  }
  const state: State = {
    now: options.now ?? Date.now,
    signName: settings.signName,
    templates: options.templates ?? null,
    accepted: [],
    behaviours: [],
  }
  const keys = new Map([[settings.accessKeyId, settings.accessKeySecret]])
  const usedNonces = new Set<string>()

  const app = new Hono<{ Bindings: HttpBindings }>()
  app.post('/', async (c) => {
    const url = new URL(c.req.url)
    const problem = checkSignature(
      {
        method: c.req.method,
        target: url.pathname + url.search,
        header: (name) => c.req.header(name),
        body: await c.req.text(),
      },
      keys,
      usedNonces,
      state.now(),
    )
    if (problem) return say(c, problem.code, problem.message, {}, problem.status)
    return answer(c, state)
  })
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const starting = serve({ fetch: app.fetch, port: options.port ?? 0, hostname: '127.0.0.1' }, () =>
      resolve(starting),
    )
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0

  return {
    url: `http://127.0.0.1:${port}`,
    settings,
    accepted: state.accepted,
    expect: (...behaviours) => void state.behaviours.push(...behaviours),
    report: (bizId, errCode = 'DELIVERED') => report(state, bizId, errCode),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}
