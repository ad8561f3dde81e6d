import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { HttpError } from './failures.ts'

/**
 * The text of a dump at a `file:` or `http(s):` address.
 * @throws HttpError 400 for an address that leads nowhere, 500 when a server does not give it
 */
export async function fetchDump(address: string): Promise<string> {
  if (!URL.canParse(address)) throw failure(400, 'Invalid dump url')
  const url = new URL(address)
  if (url.protocol === 'http:' || url.protocol === 'https:') return download(url)
  if (url.protocol === 'file:') return readLocal(address, url)
  const scheme = url.protocol.slice(0, -1)
  throw failure(400, `Unsupported dump url scheme \`${scheme}\`, supported schemes are: \`http\`, \`file\``)
}

async function download(url: URL): Promise<string> {
  const answer = await fetch(url).catch((error: unknown) => {
    throw failure(500, `Internal error: ${error instanceof Error ? error.message : 'unknown'}`)
  })
  if (!answer.ok) throw failure(500, `Internal error: the dump's address answered ${answer.status}`)
  return answer.text()
}

async function readLocal(address: string, url: URL): Promise<string> {
  // The URL class makes every path absolute, so this is asked of the text.
  if (!/^file:\//i.test(address)) throw failure(400, 'The passed dump file path is not absolute')
  return readFile(fileURLToPath(url.href), 'utf8').catch(() => {
    throw failure(400, "The passed dump file path doesn't exist")
  })
}

function failure(status: number, detail: string): HttpError {
  return new HttpError(status, detail)
}
