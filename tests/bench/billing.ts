import * as billing from '@heju/core/fees/billing'
import type { TenantDb } from '@heju/db'
import { newId } from '@heju/kernel'
import { bareInsert, ctxOf, now, report, tenant, timed, type Bed } from './bed.ts'

const sizes = [1_000, 10_000, 100_000]

/**
 * A bill run against the bare insert of the rows that it makes, and how its time grows with the rooms. The first month
 * of a project also says of every room which tariff it has, so that the month after is what a run costs.
 */
export async function benchBilling(bed: Bed): Promise<void> {
  const times: number[] = []
  for (const size of sizes) {
    const db = await tenant(bed, `bench-${size}`)
    const projectId = await layEstate(bed, db, size)
    const first = await billRun(bed, db, projectId, '2026-10')
    const { ms, runId } = await billRun(bed, db, projectId, '2026-11')
    const bare = await bareInsert(db, ['bills'], `period = '2026-11'`)
    times.push(ms)
    await benchPublish(bed, db, runId, size)
    report(
      `bill run of ${size} rooms ÷ bare INSERT … SELECT of its rows${size === 100_000 ? ' (aim: 2)' : ''}`,
      `${(ms / bare).toFixed(2)} (${ms.toFixed(0)} ms, bare ${bare.toFixed(0)} ms; first month ${first.ms.toFixed(0)} ms)`,
    )
  }
  report(
    'growth of its time from 1,000 to 100,000 rooms (100 × the rooms)',
    `${((times[2] ?? 0) / (times[0] ?? 1)).toFixed(1)} ×`,
  )
}

/** Publishing a run, which looks whether each of its drafts would be the same now, against the bare update of its rows. */
async function benchPublish(bed: Bed, db: TenantDb, runId: string, size: number): Promise<void> {
  const bare = await timed(() =>
    db.client.batch(
      [`UPDATE bare_bills SET state = 'published', published_at = ${now} WHERE run_id = '${runId}'`],
      'write',
    ),
  )
  const ctx = await ctxOf(bed, db, 'staff')
  const ms = await timed(() => billing.publishBillRun(ctx, { requestId: `publish-${runId}`, runId }))
  report(
    `publishing ${size} bills ÷ bare UPDATE of its rows`,
    `${(ms / bare).toFixed(2)} (${ms.toFixed(0)} ms, bare ${bare.toFixed(0)} ms)`,
  )
}

/** An estate of `size` rooms with an owner each and one tariff, laid down set-based. @returns the project */
export async function layEstate(bed: Bed, db: TenantDb, size: number): Promise<string> {
  const projectId = newId('proj', now)
  const n = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${size})`
  const stamp = now - 1
  await db.client.batch(
    [
      `INSERT INTO projects (id, name, type, service_mode, price_regime, created_at, changed_at) VALUES ('${projectId}', '测量', 'office', 'custom', 'market', ${stamp}, ${stamp})`,
      `INSERT INTO buildings (id, project_id, key, name, sort_key, created_at, changed_at) VALUES ('bldg_1', '${projectId}', '1', '1栋', '1', ${stamp}, ${stamp})`,
      `${n} INSERT INTO rooms (id, project_id, building_id, key, number, name, sort_key, area_e2, created_at, changed_at)
        SELECT printf('room_%026d', i), '${projectId}', 'bldg_1', i, i, '1栋-' || i, printf('%08d', i), 5000 + i % 9000, ${stamp}, ${stamp} FROM n`,
      `${n} INSERT INTO people (id, project_id, name, kind, created_at, changed_at) SELECT printf('pers_%026d', i), '${projectId}', '业主', 'natural', ${stamp}, ${stamp} FROM n`,
      `${n} INSERT INTO occupancies (id, project_id, person_id, room_id, role, from_on, created_at, changed_at)
        SELECT printf('occ_%026d', i), '${projectId}', printf('pers_%026d', i), printf('room_%026d', i), 'owner', '2020-01-01', ${stamp}, ${stamp} FROM n`,
    ],
    'write',
  )
  await billing.createTariff(await ctxOf(bed, db, 'staff'), {
    requestId: `bench-tariff-${size}`,
    tariffId: newId('tariff', now),
    projectId,
    name: '物业服务费',
    feeItem: 'property',
    basis: 'area',
    scope: { kind: 'project' },
    fromOn: '2026-01-01',
    priceE4: 28_000,
    approval: { approvalKind: 'contract', approvalNo: '1', approvalOn: '2026-01-01' },
  })
  return projectId
}

/** Drafts a whole bill run, every step of it. @returns the run and the milliseconds that it took */
export async function billRun(bed: Bed, db: TenantDb, projectId: string, period: string) {
  const runId = newId('brun', now)
  const ctx = await ctxOf(bed, db, 'staff')
  const job = await ctxOf(bed, db, 'job')
  const ms = await timed(async () => {
    await billing.draftBillRun(ctx, { requestId: `bench-${runId}`, runId, projectId, period })
    while (await billing.stepBillRun(job, runId)) continue
  })
  return { runId, ms }
}
