import { expect, test } from 'vitest'
import { databaseBefore } from './before.ts'

test('photos that less was taken off before the upgrade are made bare once more, and are copied nowhere until then', async () => {
  const { run, upgrade } = await databaseBefore('barer_photos')
  await run(`INSERT INTO files (id, uploaded_by, created_at, stored_at, bare_at, content_type, size, sha256, subject_id)
    VALUES ('heic', 'stf', 1, 1, 2, 'image/heic', 9, '-', 'cmpl_1'), ('empty', 'stf', 1, NULL, NULL, NULL, NULL, NULL, NULL)`)
  await upgrade()
  expect(await run(`SELECT id FROM files WHERE bare_at IS NULL AND stored_at IS NOT NULL`)).toEqual([
    { id: 'heic' },
  ])
  expect(await run(`SELECT type, payload_json FROM outbox WHERE id = 'evt_barer_photos'`)).toEqual([
    { type: 'schedule.wake', payload_json: '{"job":"bare_photos","at":0}' },
  ])
})
