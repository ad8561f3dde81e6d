import { applyImport, previewImport } from '@heju/core/estate/registry-import'
import { createProject } from '@heju/core/estate/projects'
import { newId } from '@heju/kernel'
import { bareInsert, ctxOf, now, report, tenant, timed, type Bed } from './bed.ts'
import { confirmAsItIs } from '@heju/core/estate/registry-import/testing'

const tables = ['buildings', 'units', 'rooms', 'people', 'person_phones', 'occupancies']

/** A registry of 10,000 rooms from its file into the database: reading, comparing, sealing, applying. */
export async function benchImport(bed: Bed): Promise<void> {
  const small = await importRooms(bed, 1_000)
  const large = await importRooms(bed, 10_000)
  const [preview, apply] = [large.previewMs, large.applyMs]
  report(
    'import of 10,000 rooms ÷ bare INSERT … SELECT of the rows it made',
    `${((preview + apply) / large.bareMs).toFixed(1)} (preview ${preview.toFixed(0)} ms, applying ${apply.toFixed(0)} ms, bare ${large.bareMs.toFixed(0)} ms)`,
  )
  report('  its round trips: preview, applying', `${large.previewTrips}, ${large.applyTrips}`)
  report(
    'growth of its time from 1,000 to 10,000 rooms (10 × the rooms)',
    `${((preview + apply) / (small.previewMs + small.applyMs)).toFixed(1)} ×`,
  )
}

async function importRooms(bed: Bed, rooms: number) {
  const db = await tenant(bed, `bench-import-${rooms}`)
  const [ctx, job] = [await ctxOf(bed, db, 'staff'), await ctxOf(bed, db, 'job')]
  const [projectId, importId] = [newId('proj', now), newId('imp', now)]
  await createProject(ctx, {
    requestId: 'bench-project',
    projectId,
    name: '测量',
    type: 'residential',
    serviceMode: 'butler',
    priceRegime: 'market',
  })
  const file = fileOf(rooms)
  const start = ctx.db.trips.count
  const previewMs = await timed(() =>
    previewImport(ctx, { requestId: 'bench-preview', importId, projectId, fileName: 'rooms.csv' }, file),
  )
  const previewTrips = ctx.db.trips.count - start
  await confirmAsItIs(ctx, { requestId: 'bench-confirm', importId })
  const before = ctx.db.trips.count
  const applyMs = await timed(() => applyImport(job, { importId }))
  const applyTrips = ctx.db.trips.count - before
  return { previewMs, previewTrips, applyMs, applyTrips, bareMs: await bareInsert(db, tables) }
}

/** Rooms in buildings of 200, each with an owner who has a phone. */
function fileOf(rooms: number): Uint8Array {
  const lines = Array.from({ length: rooms }, (_, i) => {
    const number = `${Math.floor((i % 100) / 4) + 1}0${(i % 4) + 1}`
    const unit = (Math.floor(i / 100) % 2) + 1
    return `${Math.floor(i / 200) + 1}栋,${unit}单元,${number},${80 + (i % 50)},业主${i},${13_000_000_001 + i * 7}`
  })
  return new TextEncoder().encode(['楼栋,单元,房号,面积,业主,电话', ...lines].join('\n'))
}
