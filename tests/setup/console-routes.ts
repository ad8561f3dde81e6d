import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const routerFile = join(import.meta.dirname, '../../packages/console/src/app/router.tsx')

/** The pages of the console as its router has them, so that none can be forgotten in a test. */
export const consoleRoutes = [...readFileSync(routerFile, 'utf8').matchAll(/path: '([^'*]+)', lazy/g)].map(
  ([, path]) => (path ?? '').replace('/console/', ''),
)
