import { spawn } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { publishBillRun } from '@heju/core/fees/billing'
import { writeTables } from '@heju/core/platform/spreadsheets'
import { migrate, TenantDb } from '@heju/db'
import { migrationFiles } from '@heju/db/migration-files'
import type { DatabasePlace } from '@heju/db/provisioning'
import { ctxOf, now, report, type Bed } from './bed.ts'
import { billRun, layEstate } from './billing.ts'
import { fill, fillAnswers } from './memory-rows.ts'

/**
 * Megabytes of V8's heap, young and old, in which each path is measured. A Worker has 128 MB for the heap, for the buffers
 * beside it and for the code.
 */
const ofWorker = 96
/** Smaller ones that are tried then, and larger ones for what does not get through. */
const smaller = [80, 64, 48]
const larger = [112, 160, 240]

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
  /** Most megabytes of buffers outside of V8's heap that were seen. */
  buffersMb: number
  /** By how many megabytes the whole process grew at most. */
  grownMb: number
  trips: number
  outcome: string
}

/**
 * What each path that reads many rows takes in a heap that a Worker has, and the smallest heap in which it gets through,
 * each in a process of its own. The database answers from this process, so that only the path's own memory counts.
 */
export async function benchMemory(bed: Bed): Promise<void> {
  report(
    'path, rows',
    `in ${ofWorker} MB of heap: CPU time, buffers, growth of the process, round trips; smallest heap`,
  )
  for (const rows of [10_000, 20_000]) await importOf(bed, rows)
  await exportsOf(bed, 40_000)
  await runOf(bed, 100_000)
}

async function importOf(bed: Bed, rows: number): Promise<void> {
  const file = join(bed.dataDir, `${rows}.xlsx`)
  // Its headings are a row as well.
  writeFileSync(file, await workbookOf(rows - 1))
  await measure(bed, 'read', rows, await place(bed, `read-${rows}`), file)
  const where = await place(bed, `import-${rows}`)
  await once(bed, 'preview', rows, where, file)
  await once(bed, 'apply', rows, where, file)
  rmSync(file)
}

/** A migrated, empty database of a company. */
async function place({ provisioner }: Bed, name: string): Promise<DatabasePlace> {
  const made = await provisioner.create(name)
  await migrate(new TenantDb(await provisioner.endpoint(made)), migrationFiles('tenant'), now)
  return made
}

/** Paths by the rows that they are measured with; those of company-wide files end at 20,000. */
const files = {
  40_000: ['bills', 'arrears', 'payments', 'rooms', 'spaces'],
  20_000: ['complaints', 'audit', 'answers'],
} as const

async function exportsOf(bed: Bed, rows: number): Promise<void> {
  const where = await place(bed, `export-${rows}`)
  const db = new TenantDb(await bed.provisioner.endpoint(where))
  const projectId = await layEstate(bed, db, rows)
  const { runId } = await billRun(bed, db, projectId, '2026-09')
  await publishBillRun(await ctxOf(bed, db, 'staff'), { requestId: 'bench-publish', runId })
  await fill(bed, db, projectId, rows)
  await once(bed, 'surveys', rows, where, projectId)
  await once(bed, 'outbox', 200, where, 'surveys')
  await fillAnswers(bed, db, 20_000)
  for (const [most, paths] of Object.entries(files)) {
    for (const path of paths) {
      for (const format of ['xlsx', 'csv'])
        await measure(bed, `${path}-${format}`, Number(most), where, projectId)
    }
  }
  await once(bed, 'reminders', rows, where, projectId)
  await once(bed, 'outbox', 20, where, 'reminders')
}

/** A bill run of many rooms, all its steps. */
async function runOf(bed: Bed, rooms: number): Promise<void> {
  const where = await place(bed, `run-${rooms}`)
  const projectId = await layEstate(bed, new TenantDb(await bed.provisioner.endpoint(where)), rooms)
  await once(bed, 'run', rooms, where, projectId)
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

/** What can be done once only, so that it is tried in one heap. */
async function once(
  bed: Bed,
  what: string,
  rows: number,
  database: DatabasePlace,
  subject: string,
): Promise<void> {
  const taken = await inProcess(bed, ofWorker, { what, subject, database })
  report(
    `${what}, ${rows} rows${taken?.outcome ?? ''}`,
    taken === null ? `more than ${ofWorker} MB` : figuresOf(taken),
  )
}

/** @returns whether it got through in any heap */
async function measure(
  bed: Bed,
  what: string,
  rows: number,
  database: DatabasePlace,
  subject: string,
): Promise<boolean> {
  const within = (heap: number) => inProcess(bed, heap, { what, subject, database })
  const taken = await within(ofWorker)
  if (taken !== null) {
    let least = ofWorker
    for (const heap of smaller) {
      if ((await within(heap)) === null) break
      least = heap
    }
    report(`${what}, ${rows} rows${taken.outcome}`, `${figuresOf(taken)}; ${least} MB`)
    return true
  }
  for (const heap of larger) {
    const more = await within(heap)
    if (more === null) continue
    report(`${what}, ${rows} rows${more.outcome}`, `in ${heap} MB only: ${figuresOf(more)}`)
    return true
  }
  report(`${what}, ${rows} rows`, `more than ${larger.at(-1)} MB`)
  return false
}

function figuresOf({ cpuSeconds, buffersMb, grownMb, trips }: Taken): string {
  return `${cpuSeconds.toFixed(1)} s, ${buffersMb} MB, ${grownMb} MB, ${trips}`
}

/** @returns null when the process ran out of memory */
function inProcess(bed: Bed, heap: number, task: Omit<MemoryTask, 'bed'>): Promise<Taken | null> {
  const { keys, server } = bed
  const given: MemoryTask = { ...task, bed: { keys, url: server.url, adminUrl: server.adminUrl } }
  const program = join(import.meta.dirname, 'memory-process.ts')
  const child = spawn(process.execPath, [`--max-heap-size=${heap}`, program], {
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
