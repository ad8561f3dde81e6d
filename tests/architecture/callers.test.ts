import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isApi, routes, type Route } from '../isolation/routes.ts'

const root = join(import.meta.dirname, '../..')
const console = globSync('packages/console/src/**/*.{ts,tsx}', { cwd: root })
  .filter((file) => !/\.test\.tsx?$/.test(file))
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n')

/** Routes of staff that no command of the client reaches, and who does. */
const reached: Readonly<Record<string, string>> = {
  'POST /api/v1/session/refresh': 'the client itself, when an access token has run out',
  'GET /api/v1/openapi.json': 'the page of the description',
  'GET /api/v1/staff/roles': 'programs: the console has the table of roles from kernel',
  'POST /api/v1/payments/receipts/:receiptId/prints':
    'programs: the page of the receipt has a form of its own',
  'GET /api/v1/complaints/:complaintId/photos/:fileId': 'an image on the page, by its address',
  'POST /api/v1/tariffs/:tariffId/assignments': 'assign-form.tsx, which ends them by the same',
}

/** Whether the console calls it: by its last part and its method, as the typed client is written. */
function isCalled({ method, path }: Route): boolean {
  const last = path.split('/').at(-1) ?? ''
  const call = `.$${method.toLowerCase()}`
  return [`.${last}${call}`, `['${last}']${call}`, `['${last}']\n`, `.${last}\n`].some((form) =>
    console.includes(form),
  )
}

test('whatever staff may do by the API they can do on a page', () => {
  const uncalled = routes
    .filter((route) => isApi(route) && !route.path.startsWith('/api/v1/portal'))
    .filter((route) => !isCalled(route))
  expect(uncalled.map(({ name }) => name).toSorted()).toEqual(Object.keys(reached).toSorted())
})
