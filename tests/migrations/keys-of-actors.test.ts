import { migrate, TenantDb } from '@heju/db'
import { migrationFiles } from '@heju/db/migration-files'
import { SqldProvisioner } from '@heju/db/provisioning'
import { expect, inject, test } from 'vitest'

const sha256 = 'f'.repeat(64)
const insert =
  'INSERT INTO _requests (id, verb, actor_id, input_sha256, answer_json, at) VALUES (?, ?, ?, ?, ?, 1)'

test('requests of earlier days keep their ids and answers, get their scope, and lose the plain hash', async () => {
  const files = migrationFiles('tenant')
  const at = files.findIndex(({ tag }) => tag.endsWith('_keys_of_actors'))
  const provisioner = new SqldProvisioner(inject('databaseServer'))
  const db = new TenantDb(await provisioner.endpoint(await provisioner.create(`keys-${crypto.randomUUID()}`)))
  const rows: [string, string, string][] = [
    ['request-1', 'payments.record', 'stf_1'],
    ['settle-ord_1', 'payments.open', 'ownr_1'],
    ['imp_1-0', 'registry_import.apply_part', 'outbox'],
  ]
  const write = (list: typeof rows) =>
    Promise.all(list.map((row) => db.client.execute({ sql: insert, args: [...row, sha256, '"answer"'] })))
  await migrate(db, files.slice(0, at), 0)
  await write(rows)
  await migrate(db, files, 1)
  // Code of before goes on for a while beside the new.
  await write([['request-2', 'payments.record', 'stf_1']])
  const { rows: kept } = await db.client.execute(
    'SELECT scope, id, input_sha256, answer_json FROM _requests ORDER BY scope, id',
  )
  expect(kept.map((row) => [row.scope, row.id, row.input_sha256, row.answer_json])).toEqual([
    ['owner ownr_1', 'settle-ord_1', null, '"answer"'],
    ['product', 'registry_import.apply_part imp_1-0', null, '"answer"'],
    ['staff stf_1', 'request-1', null, '"answer"'],
    ['staff stf_1', 'request-2', null, '"answer"'],
  ])
})
