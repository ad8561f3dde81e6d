// One path that reads many rows, in a process of its own whose heap is bounded: `benchMemory` starts it.
import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import * as billing from '@heju/core/billing'
import type { Ctx } from '@heju/core'
import { createProject } from '@heju/core/projects'
import * as registry from '@heju/core/registry'
import { applyImport, confirmImport, previewImport } from '@heju/core/registry-import'
import { readTables } from '@heju/core/spreadsheets'
import { TenantDb } from '@heju/db'
import { SqldProvisioner } from '@heju/db/provisioning'
import { newId } from '@heju/kernel'
import { ctxOf, now } from './bed.ts'
import type { MemoryTask, Taken } from './memory.ts'

const { bed, what, subject, database } = JSON.parse(await text(process.stdin)) as MemoryTask
let buffers = 0
const watch = setInterval(() => {
  buffers = Math.max(buffers, process.memoryUsage().arrayBuffers)
}, 5)
const before = process.cpuUsage()
const { trips, outcome } = await run()
const { user, system } = process.cpuUsage(before)
clearInterval(watch)
const cpuSeconds = (user + system) / 1e6
process.stdout.write(
  JSON.stringify({ cpuSeconds, buffersMb: Math.round(buffers / 1e6), trips, outcome } satisfies Taken),
)

async function run(): Promise<{ trips: number; outcome: string }> {
  if (what === 'read') {
    return { trips: 0, outcome: await readTables(file(), 'rooms.xlsx').then(() => '', refused) }
  }
  const [ctx, job] = [await open('staff'), await open('job')]
  const ended = await act(ctx, job).then(() => '', refused)
  return { trips: ctx.db.trips.count + job.db.trips.count, outcome: ended }
}

async function act(ctx: Ctx, job: Ctx): Promise<unknown> {
  const [path, format] = what.split('-') as [string, 'xlsx' | 'csv']
  const asked = { requestId: `bench-${newId('imp', Date.now())}`, format, projectId: subject }
  switch (path) {
    case 'preview':
      return preview(ctx)
    case 'apply': {
      const importId = String((await ctx.db.client.execute('SELECT id FROM import_jobs')).rows[0]?.['id'])
      await confirmImport(ctx, { requestId: 'bench-confirm', importId, leaveBadRows: true })
      return applyImport(job, { importId })
    }
    case 'bills':
      return billing.exportBills(ctx, asked, 'zh-CN')
    case 'arrears':
      return billing.exportArrears(ctx, asked, 'zh-CN')
    case 'rooms':
      return registry.exportRooms(ctx, asked, {
        sheet: '房屋',
        headings: ['房号', '楼层', '面积', '用途', '状态', '业主', '电话'],
        use: String,
        state: String,
      })
    case 'spaces':
      return registry.exportParkingSpaces(ctx, asked, {
        sheet: '车位',
        headings: ['车场', '编号', '类型', '权属', '使用人', '电话', '车牌'],
        kind: String,
        tenure: String,
      })
    default: {
      const runId = newId('brun', Date.now())
      await billing.draftBillRun(ctx, {
        requestId: asked.requestId,
        runId,
        projectId: subject,
        period: '2026-10',
      })
      while (await billing.stepBillRun(job, runId)) continue
      return null
    }
  }
}

async function preview(ctx: Ctx): Promise<void> {
  const [projectId, importId] = [newId('proj', now), newId('imp', now)]
  await createProject(ctx, {
    requestId: 'bench-project',
    projectId,
    name: '测量',
    type: 'residential',
    serviceMode: 'butler',
    priceRegime: 'market',
  })
  await previewImport(
    ctx,
    { requestId: 'bench-preview', importId, projectId, fileName: 'rooms.xlsx' },
    file(),
  )
}

function file(): Uint8Array {
  return new Uint8Array(readFileSync(subject))
}

/** A refusal is an outcome; anything else that goes wrong ends the process. */
function refused(cause: unknown): string {
  if (cause instanceof Error && 'code' in cause) return ` (refused: ${String(cause.code)})`
  throw cause
}

async function open(kind: 'staff' | 'job'): Promise<Ctx> {
  const provisioner = new SqldProvisioner({
    url: bed.url,
    adminUrl: bed.adminUrl,
    adminKey: bed.keys.sqldAdminKey,
    tokenPrivateKeyPem: bed.keys.sqldTokenKey,
  })
  const db = new TenantDb(await provisioner.endpoint(database))
  return ctxOf({ keys: bed.keys } as Parameters<typeof ctxOf>[0], db, kind)
}
