import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isApi, routes, type Route } from '../isolation/routes.ts'

const root = join(import.meta.dirname, '../..')
const sources = globSync('packages/console/src/**/*.{ts,tsx}', { cwd: root })
  .filter((file) => !/\.test\.tsx?$/.test(file))
  .map((file) => readFileSync(join(root, file), 'utf8'))

/** The console's calls, each as one line from `api` on, however a file breaks them and whatever it calls a part of them. */
const written = sources.map((source) => inFull(source.replaceAll(/\s*(?=[.[])|(?<=[[(])\s+/g, ''))).join('\n')

/** A source with the names that it gives to parts of the client written out. */
function inFull(source: string): string {
  const names = /const (?:(\w+)|\{ (\w+) \})\s*= (api(?:\.\w+|\['[^']+'\])+)\s*$/gm
  return [...source.matchAll(names)].reduce((text, [, name, part, path = '']) => {
    const whole = part === undefined ? path : `${path}.${part}`
    return text.replaceAll(new RegExp(`(?<![.\\w'])${name ?? part}(?=[.[])`, 'g'), () => whole)
  }, source)
}

/** Routes of staff that no command of the client reaches, and who does. */
const reached: Readonly<Record<string, string>> = {
  'POST /api/v1/session/refresh': 'the client itself, when an access token has run out',
  'GET /api/v1/openapi.json': 'the page of the description',
  'POST /api/v1/payments/receipts/:receiptId/prints':
    'programs: the page of the receipt has a form of its own',
  'GET /api/v1/complaints/:complaintId/photos/:fileId': 'an image on the page, by its address',
}

/** Whether the console calls it: by its whole path and its method, as the typed client is written. */
function isCalled({ method, path }: Route): boolean {
  const parts = path.replace('/api/v1/', '').split('/')
  const of = (names: readonly string[]) =>
    names.map((name) => (/^\w+$/.test(name) ? `.${name}` : `['${name}']`)).join('')
  const call = `.$${method.toLowerCase()}`
  const [first, ...more] = parts
  return [`api${of(parts)}${call}`, ...(first === 'session' ? [`door${of(more)}${call}`] : [])].some((form) =>
    written.includes(form),
  )
}

test('whatever staff may do by the API they can do on a page', () => {
  const uncalled = routes
    .filter((route) => isApi(route) && !route.path.startsWith('/api/v1/portal'))
    .filter((route) => !isCalled(route))
  expect(uncalled.map(({ name }) => name).toSorted()).toEqual(Object.keys(reached).toSorted())
})
