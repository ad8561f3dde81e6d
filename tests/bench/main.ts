// Measures as ratios within one run: `npm run bench`, or `npm run bench -- billing routes` for some of it.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { apiOf } from './api.ts'
import { makeBed, tenant, type Bed } from './bed.ts'
import { benchBilling } from './billing.ts'
import { benchBytes } from './bytes.ts'
import { benchMemory } from './memory.ts'
import { benchImport } from './registry-import.ts'
import { benchRoutes, fillCompany } from './routes.ts'
import { benchTick } from './tick.ts'

const parts: Record<string, (bed: Bed) => Promise<void>> = {
  billing: benchBilling,
  import: benchImport,
  memory: benchMemory,
  tick: benchTick,
  async routes(bed) {
    const db = await tenant(bed, 'bench-company')
    const projectId = await fillCompany(bed, db)
    await benchRoutes(await apiOf(bed, 'bench-company', db), projectId)
  },
  async bytes(bed) {
    spawnSync('vite', ['build', '--logLevel', 'warn'], {
      cwd: join(import.meta.dirname, '../../packages/console'),
    })
    await benchBytes(await apiOf(bed, 'bench-company', await tenant(bed, 'bench-company')))
  },
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in parts))
if (unknown.length > 0) {
  process.stderr.write(
    `There is no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.\n`,
  )
  process.exit(1)
}
for (const [name, measure] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  const bed = await makeBed()
  try {
    await measure(bed)
  } finally {
    await bed.close()
  }
}
