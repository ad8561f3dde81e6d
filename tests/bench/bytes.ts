import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Ask } from './api.ts'
import { report } from './bed.ts'

const built = join(import.meta.dirname, '../../packages/console/dist')

/** What travels at a first visit, compressed: the page and all that it names. */
export async function benchBytes(ask: Ask): Promise<void> {
  const page = await (await ask('/portal/sign-in')).text()
  report(
    'portal, first visit: page, stylesheet, script and pictures (aim: under 60 kB)',
    kilobytes(weightOf(page)),
  )
  const console = readFileSync(join(built, 'index.html'), 'utf8')
  report(
    'console, first load: page, scripts and styles before anything is shown',
    kilobytes(weightOf(console)),
  )
}

function weightOf(html: string): number {
  const named = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '')
  const files = [...new Set(named)].map((path) => readFileSync(join(built, path)))
  return [Buffer.from(html), ...files].reduce((sum, body) => sum + gzipSync(body).length, 0)
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
