import { receiveNotice } from '@heju/core/fees/payments'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { withProvider } from '../../http/context.ts'
import type { HttpEnv } from '../../http/env.ts'
import { tooLarge } from '../../http/frame.ts'
import { portsFor } from '../../http/ports.ts'

/** A notice has some 1,500 bytes. */
const longestNotice = bodyLimit({
  maxSize: 16 * 1024,
  onError: () => {
    throw tooLarge({ limit: '16 kB' })
  },
})

/**
 * Where the payment provider reports to. The host names the company and the path its merchant, so a notice needs no
 * sign-in; what it says is believed only after its signature, and booked only after the provider was asked.
 */
export const noticeRoutes = new Hono<HttpEnv>().post('/wechat-pay/:merchantRef', longestNotice, async (c) => {
  const { merchantRef } = c.req.param()
  // The text as it came: one changed byte breaks the signature.
  const text = await c.req.text()
  const { status, body, contentType } = await withProvider(c, merchantRef, (ctx) =>
    receiveNotice(ctx, merchantRef, c.req.raw.headers, text, portsFor(c)),
  )
  return new Response(body === '' ? null : body, { status, headers: { 'Content-Type': contentType } })
})
