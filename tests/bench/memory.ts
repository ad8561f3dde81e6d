import { spawn } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { publishBillRun } from '@heju/core/billing'
import { writeTables } from '@heju/core/spreadsheets'
import { migrate, TenantDb } from '@heju/db'
import { migrationFiles } from '@heju/db/migration-files'
import type { DatabasePlace } from '@heju/db/provisioning'
import { ctxOf, now, report, type Bed } from './bed.ts'
import { billRun, layEstate } from './billing.ts'

/** Megabytes of V8's old space that are tried, the smallest first. A Worker has 128 MB in all. */
const heaps = [48, 64, 80, 96, 112, 160, 240]

/** What a process of its own is told to do. */
export interface MemoryTask {
  bed: { keys: Bed['keys']; url: string; adminUrl: string }
  what: string
  /** The file or project that it is done to. */
  subject: string
  database: DatabasePlace
}

/** What one run in a process of its own took. */
export interface Taken {
  cpuSeconds: number
  /** Most bytes of buffers outside of V8's heap that were seen. */
  buffersMb: number
  trips: number
  outcome: string
}

/**
 * The smallest heap in which each path that reads many rows gets through, each in a process of its own, and what CPU
 * time and round trips it takes. The database answers from this process, so that only the path's own memory counts.
 */
export async function benchMemory(bed: Bed): Promise<void> {
  report('path, rows', 'smallest heap, buffers beside it, CPU time, round trips')
  for (const rows of [10_000, 20_000, 30_000]) await importOf(bed, rows)
  for (const rows of [40_000, 100_000]) await exportsOf(bed, rows)
}

async function importOf(bed: Bed, rows: number): Promise<void> {
  const file = join(bed.dataDir, `${rows}.xlsx`)
  writeFileSync(file, await workbookOf(rows))
  await measure(bed, 'read', rows, () => place(bed, `read-${rows}`), file)
  // What a process that ran out of memory left is not gone on with: each heap has a database of its own.
  const fresh: DatabasePlace[] = []
  const previewed = await measure(
    bed,
    'preview',
    rows,
    async (heap) => {
      fresh.unshift(await place(bed, `import-${rows}-${heap}`))
      return fresh[0]!
    },
    file,
  )
  if (previewed) await measure(bed, 'apply', rows, async () => fresh[0]!, file)
  rmSync(file)
}

/** A migrated, empty database of a company. */
async function place({ provisioner }: Bed, name: string): Promise<DatabasePlace> {
  const made = await provisioner.create(name)
  await migrate(new TenantDb(await provisioner.endpoint(made)), migrationFiles('tenant'), now)
  return made
}

async function exportsOf(bed: Bed, rows: number): Promise<void> {
  const where = await place(bed, `export-${rows}`)
  const db = new TenantDb(await bed.provisioner.endpoint(where))
  const projectId = await layEstate(bed, db, rows)
  const { runId } = await billRun(bed, db, projectId, '2026-09')
  await publishBillRun(await ctxOf(bed, db, 'staff'), { requestId: 'bench-publish', runId })
  await fill(db, projectId, rows)
  for (const what of ['bills', 'arrears', 'rooms', 'spaces'] as const) {
    for (const format of ['xlsx', 'csv'])
      await measure(bed, `${what}-${format}`, rows, async () => where, projectId)
  }
  await measure(bed, 'run', rows, async () => where, projectId)
}

/** Parking spaces, as many as rooms. */
async function fill(db: TenantDb, projectId: string, rows: number): Promise<void> {
  await db.client.execute(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows})
      INSERT INTO parking_spaces (id, project_id, key, lot, code, sort_key, created_at, changed_at)
      SELECT printf('park_%026d', i), '${projectId}', 'B1|' || i, 'B1', 'B1-' || i, printf('%08d', i), ${now}, ${now} FROM n`,
  )
}

/** Rooms with twelve columns and an owner each, as a workbook of a company has them. */
async function workbookOf(rows: number): Promise<Uint8Array> {
  const headings = '楼栋,单元,房号,建筑面积,套内面积,户型,业主,电话,证件号码,交房日期,房屋状态,备注'.split(
    ',',
  )
  const lines = Array.from({ length: rows }, (_, i) => {
    const number = `${Math.floor((i % 100) / 4) + 1}0${(i % 4) + 1}`
    const [building, unit] = [`${Math.floor(i / 200) + 1}栋`, `${(Math.floor(i / 100) % 2) + 1}单元`]
    const owner = [`业主${i}`, String(13_000_000_001 + i * 7), null]
    return [
      building,
      unit,
      number,
      80.5 + (i % 50),
      70 + (i % 50),
      '三室两厅',
      ...owner,
      '2020-06-10',
      '自住',
      '无',
    ]
  })
  return writeTables([{ name: '房屋', columns: headings.map((heading) => ({ heading })), rows: lines }])
}

/** @returns the smallest heap in which it got through, null when none was enough */
async function measure(
  bed: Bed,
  what: string,
  rows: number,
  database: (heap: number) => Promise<DatabasePlace>,
  subject: string,
): Promise<number | null> {
  for (const heap of heaps) {
    const taken = await inProcess(bed, heap, { what, subject, database: await database(heap) })
    if (!taken) continue
    const { buffersMb, cpuSeconds, trips, outcome } = taken
    report(
      `${what}, ${rows} rows${outcome}`,
      `${heap} MB, ${buffersMb} MB, ${cpuSeconds.toFixed(1)} s, ${trips}`,
    )
    return heap
  }
  report(`${what}, ${rows} rows`, `more than ${heaps.at(-1)} MB`)
  return null
}

/** @returns null when the process ran out of memory */
function inProcess(bed: Bed, heap: number, task: Omit<MemoryTask, 'bed'>): Promise<Taken | null> {
  const { keys, server } = bed
  const given: MemoryTask = { ...task, bed: { keys, url: server.url, adminUrl: server.adminUrl } }
  const program = join(import.meta.dirname, 'memory-process.ts')
  const child = spawn(process.execPath, [`--max-old-space-size=${heap}`, program], {
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  child.stdin.end(JSON.stringify(given))
  return new Promise((resolve, reject) => {
    let [said, wrong] = ['', '']
    child.stdout.on('data', (piece: Buffer) => (said += piece.toString()))
    child.stderr.on('data', (piece: Buffer) => (wrong += piece.toString()))
    child.on('close', () => {
      if (said !== '') resolve(JSON.parse(said) as Taken)
      else if (wrong.includes('heap')) resolve(null)
      else reject(new Error(wrong))
    })
  })
}
