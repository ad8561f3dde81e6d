import type { IncomingMessage, ServerResponse } from 'node:http'
import { HttpError } from './failures.ts'

/** The whole body as text. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

export function sendText(response: ServerResponse, status: number, text: string): void {
  send(response, status, 'text/plain', text)
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  send(response, status, 'application/json', JSON.stringify(value))
}

export function sendEmpty(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-length': 0 }).end()
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  if (response.destroyed) return
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body)
}

/** An error of any kind as an answer. What is not foreseen is our fault, and its text may help whoever develops. */
export function sendFailure(response: ServerResponse, error: unknown, log: (line: string) => void): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  if (error instanceof HttpError) {
    sendJson(response, error.status, { error: error.message })
    return
  }
  log(`internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  sendJson(response, 500, {
    error: `Internal Error: \`${error instanceof Error ? error.message : 'unknown'}\``,
  })
}
