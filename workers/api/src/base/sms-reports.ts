import type { MessageReport } from '@heju/core/platform/messages'
import { readOutId } from '@heju/core/platform/messages'
import type { Delivery } from '@heju/core/platform/messages/channel'
import { portsOf } from '@heju/gateways/ports'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { HttpEnv } from '../http/env.ts'
import { pageNotFound, tooLarge } from '../http/frame.ts'
import { sendJobsOf } from './context.ts'

/** The provider sends up to some hundred reports at once, of some 300 bytes each. */
const longestReport = bodyLimit({
  maxSize: 256 * 1024,
  onError: () => {
    throw tooLarge({ limit: '256 kB' })
  },
})

/**
 * Where the SMS provider reports to, for the messages of all companies: one account sends them. Its reports carry no
 * signature, so the address holds a secret; each says by our own name of the message whose it is, and goes to that
 * company's work in the queue.
 */
export const smsReportRoutes = new Hono<HttpEnv>().post('/notices/sms/:secret', longestReport, async (c) => {
  const { SMS_REPORT_SECRET: secret = '' } = c.env
  if (secret.length < 16 || !sameText(c.req.param('secret'), secret)) throw pageNotFound()
  const { channel } = portsOf(c.env, { company: { slug: '' }, now: c.var.now, wake: async () => undefined })
  const reports = channel.readReport?.(await c.req.text()) ?? []
  const messages = [...byCompany(reports)].map(([companyId, of]) => ({
    type: 'reports' as const,
    companyId,
    reports: of,
  }))
  if (messages.length > 0) await sendJobsOf(c)(messages)
  return c.json({ code: 0, msg: '接收成功' })
})

function byCompany(reports: readonly Delivery[]): Map<string, MessageReport[]> {
  const all = new Map<string, MessageReport[]>()
  for (const { outId, state, providerMessageId, reason, reportedAt } of reports) {
    const named = readOutId(outId)
    if (named === null || state === 'pending') continue
    const { companyId, messageId } = named
    const report = { messageId, state, providerMessageId, reason, reportedAt }
    all.set(companyId, [...(all.get(companyId) ?? []), report])
  }
  return all
}

/** Compares without telling by its time how much is right. */
function sameText(given: string, expected: string): boolean {
  if (given.length !== expected.length) return false
  let difference = 0
  for (let i = 0; i < expected.length; i++) difference |= given.charCodeAt(i) ^ expected.charCodeAt(i)
  return difference === 0
}
