// One path that reads many rows, in a process of its own whose heap is bounded: `benchMemory` starts it.
import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import * as audit from '@heju/core/platform/audit'
import * as billing from '@heju/core/fees/billing'
import * as complaints from '@heju/core/desk/complaints'
import type { Ctx } from '@heju/core'
import { eventHandlers } from '@heju/core/platform/jobs'
import { drainOutbox, type Ports } from '@heju/core/platform/outbox'
import * as payments from '@heju/core/fees/payments'
import { createProject } from '@heju/core/estate/projects'
import * as registry from '@heju/core/estate/registry'
import * as reminders from '@heju/core/fees/reminders'
import * as satisfaction from '@heju/core/insight/satisfaction'
import { previewImport } from '@heju/core/estate/registry-import'
import { readTables } from '@heju/core/platform/spreadsheets'
import { TenantDb } from '@heju/db'
import { SqldProvisioner } from '@heju/db/provisioning'
import { newId } from '@heju/kernel'
import { ctxOf, now } from './bed.ts'
import { later, overdueAt, surveyed, surveyedAt } from './memory-rows.ts'
import type { MemoryTask, Taken } from './memory.ts'
import { confirmAsItIs } from '@heju/core/estate/registry-import/testing'

/** Messages are put where they wait to be sent; nothing of what is measured leaves through a channel. */
const ports = { origin: 'https://bench.heju.test' } as Ports

const { bed, what, subject, database } = JSON.parse(await text(process.stdin)) as MemoryTask
let buffers = 0
const watch = setInterval(() => {
  buffers = Math.max(buffers, process.memoryUsage().arrayBuffers)
}, 5)
const [before, rssBefore] = [process.cpuUsage(), process.memoryUsage.rss()]
const { trips, outcome } = await run()
const cpuSeconds = secondsSince(before)
clearInterval(watch)
// Kilobytes; the most there ever was, buffers, code and all.
const grownBytes = process.resourceUsage().maxRSS * 1024 - rssBefore
process.stdout.write(
  JSON.stringify({
    cpuSeconds,
    buffersMb: Math.round(buffers / 1e6),
    grownMb: Math.round(grownBytes / 1e6),
    trips,
    outcome,
  } satisfies Taken),
)

async function run(): Promise<{ trips: number; outcome: string }> {
  if (what === 'read') {
    return { trips: 0, outcome: await readTables(file(), 'rooms.xlsx').then(() => '', refused) }
  }
  const [ctx, job] = [await open('staff'), await open('job')]
  const ended = await act(ctx, job).then((said) => (typeof said === 'string' ? said : ''), refused)
  return { trips: ctx.db.trips.count + job.db.trips.count, outcome: ended }
}

async function act(ctx: Ctx, job: Ctx): Promise<unknown> {
  const [path, format] = what.split('-') as [string, 'xlsx' | 'csv']
  const asked = { requestId: `bench-${newId('imp', Date.now())}`, format, projectId: subject }
  const { projectId: _, ...ofCompany } = asked
  switch (path) {
    case 'preview':
      return preview(ctx)
    case 'apply': {
      const importId = String((await ctx.db.client.execute('SELECT id FROM import_jobs')).rows[0]?.['id'])
      await confirmAsItIs(ctx, { requestId: 'bench-confirm', importId, leaveBadRows: true })
      return applied(job)
    }
    case 'bills':
      return billing.billList.file(ctx, asked, 'zh-CN')
    case 'payments':
      return payments.paymentList.file(ctx, asked, 'zh-CN')
    case 'complaints':
      return complaints.complaintList.file(ctx, asked, 'zh-CN')
    case 'audit':
      return audit.auditList.file(ctx, ofCompany, 'zh-CN')
    case 'answers':
      return satisfaction.answerList.file(ctx, { format, projectId: subject, period: surveyed }, 'zh-CN')
    case 'reminders':
      return reminders.remindersJob.run(later(job, overdueAt), ports, overdueAt)
    case 'surveys':
      return satisfaction.surveysJob.run(later(job, surveyedAt), ports, surveyedAt)
    case 'outbox':
      return drainOutbox(later(job, subject === 'reminders' ? overdueAt : surveyedAt), eventHandlers, ports)
    case 'arrears':
      return billing.arrearsList.file(later(ctx, overdueAt), asked, 'zh-CN')
    case 'rooms':
      return registry.roomList.file(ctx, asked, 'zh-CN')
    case 'spaces':
      return registry.parkingSpaceList.file(ctx, asked, 'zh-CN')
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

/** Carries out what waits, as one queue message after the other does. @returns how many it took and the longest of them */
async function applied(job: Ctx): Promise<string> {
  const seconds: number[] = []
  for (let next: number | null = now; next !== null && next < now + 1_000;) {
    const message = later(job, next)
    const start = process.cpuUsage()
    next = await drainOutbox(message, eventHandlers, ports)
    // What is published without a time waits for the next message.
    if (next !== null) next = Math.max(next, message.now + 1)
    seconds.push(secondsSince(start))
  }
  return ` (${seconds.length} messages, the longest ${Math.max(...seconds).toFixed(1)} s)`
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

function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
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
