import { migrate, TenantDb } from '@heju/db'
import { migrationFiles } from '@heju/db/migration-files'
import { SqldProvisioner } from '@heju/db/provisioning'
import { expect, inject, test } from 'vitest'

const files = migrationFiles('tenant')

test('photos that less was taken off before the upgrade are made bare once more, and are copied nowhere until then', async () => {
  const provisioner = new SqldProvisioner(inject('databaseServer'))
  const db = new TenantDb(await provisioner.endpoint(await provisioner.create(`bare-${crypto.randomUUID()}`)))
  const first = files.findIndex(({ tag }) => tag.endsWith('barer_photos'))
  await migrate(db, files.slice(0, first), 0)
  const run = async (sql: string) => (await db.client.execute(sql)).rows
  await run(`INSERT INTO files (id, uploaded_by, created_at, stored_at, bare_at, content_type, size, sha256, subject_id)
    VALUES ('heic', 'stf', 1, 1, 2, 'image/heic', 9, '-', 'cmpl_1'), ('empty', 'stf', 1, NULL, NULL, NULL, NULL, NULL, NULL)`)
  await migrate(db, files, 1)
  expect(await run(`SELECT id FROM files WHERE bare_at IS NULL AND stored_at IS NOT NULL`)).toEqual([
    { id: 'heic' },
  ])
  expect(await run(`SELECT type, payload_json FROM outbox WHERE id = 'evt_barer_photos'`)).toEqual([
    { type: 'schedule.wake', payload_json: '{"job":"bare_photos","at":0}' },
  ])
})
