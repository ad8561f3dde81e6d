import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Where the power is cut: the n-th request does not arrive, or it arrives and is carried out but its answer is lost. */
export interface Cut {
  at: number
  mode: 'before' | 'after'
}

/** Forwards HTTP until it is cut; then nothing gets through until it is mended. For tests of what survives a crash. */
export interface FaultProxy {
  /** An address that forwards to `target`; all of them share one count and one cut. */
  forward(target: string): Promise<string>
  /** Requests that came since the start or the last `cut` or `mend`. */
  readonly count: number
  cut(cut: Cut): void
  mend(): void
  close(): Promise<void>
}

export function startFaultProxy(): FaultProxy {
  const closings: (() => Promise<void>)[] = []
  let count = 0
  let cut: Cut | undefined

  const handle = (target: string) => (incoming: IncomingMessage, answer: ServerResponse) => {
    count += 1
    const dead = cut !== undefined && (count > cut.at || (count === cut.at && cut.mode === 'before'))
    if (dead) return void incoming.socket.destroy()
    const loseAnswer = cut !== undefined && count === cut.at
    pass(target, incoming, (response) => {
      if (loseAnswer) return void response.on('end', () => incoming.socket.destroy()).resume()
      answer.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(answer)
    })
  }

  return {
    async forward(target) {
      const server = createServer(handle(target))
      // As long as the servers behind it: who is busy for some seconds finds no connection closed that they did not close.
      server.keepAliveTimeout = 60_000
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      closings.push(async () => {
        server.closeAllConnections()
        await new Promise((resolve) => server.close(resolve))
      })
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    },
    get count() {
      return count
    },
    cut(next) {
      count = 0
      cut = next
    },
    mend() {
      count = 0
      cut = undefined
    },
    async close() {
      await Promise.all(closings.splice(0).map((close) => close()))
    },
  }
}

function pass(
  target: string,
  incoming: IncomingMessage,
  answered: (response: IncomingMessage) => void,
): void {
  const url = new URL(incoming.url ?? '/', target)
  const outgoing = request(
    url.href,
    { method: incoming.method, headers: { ...incoming.headers, host: url.host } },
    answered,
  )
  outgoing.on('error', () => incoming.socket.destroy())
  incoming.pipe(outgoing)
}
