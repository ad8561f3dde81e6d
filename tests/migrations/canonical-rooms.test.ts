import { migrate, TenantDb } from '@heju/db'
import { migrationFiles } from '@heju/db/migration-files'
import { SqldProvisioner } from '@heju/db/provisioning'
import { expect, inject, test } from 'vitest'

test('rooms of earlier days get the one form of their numbers, and where two are one both stay', async () => {
  const files = migrationFiles('tenant')
  const at = files.findIndex(({ tag }) => tag.endsWith('_canonical_rooms'))
  const provisioner = new SqldProvisioner(inject('databaseServer'))
  const db = new TenantDb(
    await provisioner.endpoint(await provisioner.create(`rooms-${crypto.randomUUID()}`)),
  )
  await migrate(db, files.slice(0, at), 0)
  const run = (sql: string, ...args: (string | number)[]) => db.client.execute({ sql, args })
  await run(
    `INSERT INTO projects (id, name, type, service_mode, price_regime, created_at, changed_at) VALUES ('p', '翠湖', 'residential', 'hotel', 'market', 1, 1)`,
  )
  await run(
    `INSERT INTO buildings (id, project_id, key, name, sort_key, created_at, changed_at) VALUES ('b', 'p', '3', '3栋', '', 1, 1)`,
  )
  const keys = ['3||0802', '3||802', '3||0803', '3|2|b0/005', '3||1001', '3||一期007a']
  for (const key of keys)
    await run(
      `INSERT INTO rooms (id, project_id, building_id, key, number, name, sort_key, created_at, changed_at) VALUES (?, 'p', 'b', ?, ?, ?, '', 1, 1)`,
      key,
      key,
      key.split('|')[2]!,
      key,
    )
  await migrate(db, files, 1)
  const { rows } = await run('SELECT id, key, number FROM rooms ORDER BY rowid')
  expect(rows.map(({ id, key }) => [id, key])).toEqual([
    ['3||0802', '3||0802'],
    ['3||802', '3||802'],
    ['3||0803', '3||803'],
    ['3|2|b0/005', '3|2|b0-5'],
    ['3||1001', '3||1001'],
    ['3||一期007a', '3||一期7a'],
  ])
  expect(rows.map(({ number }) => number)).toEqual(keys.map((key) => key.split('|')[2]))
})
