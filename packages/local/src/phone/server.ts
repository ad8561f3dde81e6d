import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { html, raw } from 'hono/html'

interface PhoneMessage {
  to: string
  text: string
  outId: string
  /** Epoch milliseconds at which it came in. */
  at: number
}

export interface Phone {
  url: string
  /** Newest first; to one number, or to all. */
  messages(to?: string): PhoneMessage[]
  close(): Promise<void>
}

/** As many as a person would scroll through; older ones are forgotten. */
const kept = 500

/** A page that stands for everybody's phone in local runs: what would go out as SMS can be read there. Loopback only. */
export function startPhone(options: { port?: number } = {}): Promise<Phone> {
  const inbox: PhoneMessage[] = []
  const messages = (to?: string) => inbox.filter((message) => to === undefined || message.to === to)
  const app = new Hono()
    .get('/', (c) => c.html(page(messages(c.req.query('to')))))
    .get('/messages', (c) => c.json(messages(c.req.query('to'))))
    .post('/messages', async (c) => {
      const { to, text, outId } = await c.req.json<Omit<PhoneMessage, 'at'>>()
      // The same message delivered twice shows once, as on a phone that has it already.
      if (!inbox.some((message) => message.outId === outId))
        inbox.unshift({ to, text, outId, at: Date.now() })
      inbox.length = Math.min(inbox.length, kept)
      return c.json({ ok: true })
    })
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: options.port ?? 0 }, ({ port }) =>
      resolve({
        url: `http://127.0.0.1:${port}`,
        messages,
        close: () => new Promise((closed) => server.close(() => closed())),
      }),
    )
  })
}

const style = raw(`
  body { font: 16px/1.6 system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; color: #22302b; background: #f4f2ee; margin: 0 }
  main { max-width: 30rem; margin: 0 auto; padding: 1rem }
  h1 { font-size: 1.25rem } p.note { color: #5d655f; font-size: .9rem }
  article { background: #fff; border-radius: 12px; padding: .75rem 1rem; margin: .75rem 0 }
  header { display: flex; justify-content: space-between; color: #5d655f; font-size: .85rem }
  article p { margin: .35rem 0 0; white-space: pre-wrap }`)

function page(messages: PhoneMessage[]) {
  const articles = messages.map(
    ({ to, text, at }) =>
      html`<article>
        <header><a href="/?to=${to}">${to}</a><time>${new Date(at).toLocaleString('zh-CN')}</time></header>
        <p>${text}</p>
      </article>`,
  )
  const empty = html`<p>还没有短信。业主登录时的验证码、缴费提醒等会显示在这里。</p>`
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta http-equiv="refresh" content="5" />
        <title>本机短信</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <main>
          <h1>本机短信</h1>
          <p class="note">本机试用时不会真的发送短信;所有短信都显示在这一页,每 5 秒刷新。</p>
          ${articles.length === 0 ? empty : articles}
        </main>
      </body>
    </html>`
}
