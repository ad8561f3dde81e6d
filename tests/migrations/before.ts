import { migrate, TenantDb } from '@heju/db'
import { migrationFiles } from '@heju/db/migration-files'
import { SqldProvisioner } from '@heju/db/provisioning'
import { inject } from 'vitest'

const files = migrationFiles('tenant')

/** A new company's database as it was before one of the migrations, by the end of its name. */
export async function databaseBefore(migration: string) {
  const provisioner = new SqldProvisioner(inject('databaseServer'))
  const name = await provisioner.create(`before-${crypto.randomUUID()}`)
  const db = new TenantDb(await provisioner.endpoint(name))
  const first = files.findIndex(({ tag }) => tag.endsWith(migration))
  await migrate(db, files.slice(0, first), 0)
  return {
    db,
    run: async (sql: string) => (await db.client.execute(sql)).rows,
    /** Brings it up to today. */
    upgrade: () => migrate(db, files, 3),
  }
}
