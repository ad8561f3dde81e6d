import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ReceivedNotice {
  path: string
  headers: Headers
  body: string
}

/** Stands where a company's notice address would be, and keeps what comes. */
export interface NoticeReceiver {
  url: string
  received: ReceivedNotice[]
  /** What it answers to those that come next; 204 when there is nothing left. */
  nextStatuses: number[]
  close(): Promise<void>
}

export async function startNoticeReceiver(): Promise<NoticeReceiver> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const headers = new Headers()
    for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value))
    receiver.received.push({ path: request.url ?? '', headers, body: Buffer.concat(chunks).toString('utf8') })
    response.writeHead(receiver.nextStatuses.shift() ?? 204).end()
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const receiver: NoticeReceiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/notices/wechat-pay/co_1`,
    received: [],
    nextStatuses: [],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return receiver
}
