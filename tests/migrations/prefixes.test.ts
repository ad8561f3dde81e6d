import { migrate, PlatformDb, TenantDb, type Migration } from '@heju/db'
import { migrationFiles } from '@heju/db/migration-files'
import { SqldProvisioner } from '@heju/db/provisioning'
import { describe, expect, inject, test } from 'vitest'
import { contentsOf, fill, type Contents, dice } from './fill.ts'

const planes = { platform: PlatformDb, tenant: TenantDb }
/** While somebody works, from the newest on and from each eighth of before: whole, it takes longer with every migration. */
const isWhole = process.env.CI !== undefined
const cases = (['platform', 'tenant'] as const).flatMap((plane) => {
  const files = migrationFiles(plane)
  return files
    .map(({ tag }, i) => ({ plane, tag, prefix: i + 1 }))
    .filter(({ prefix }) => isWhole || files.length - prefix < 4 || prefix % 8 === 1)
})

async function emptyDatabase(plane: 'platform' | 'tenant'): Promise<PlatformDb | TenantDb> {
  const provisioner = new SqldProvisioner(inject('databaseServer'))
  return new planes[plane](
    await provisioner.endpoint(await provisioner.create(`prefix-${crypto.randomUUID()}`)),
  )
}

/** Columns that a later migration rewrites on purpose, each with the reason. */
const rewritten: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  tariff_scopes: { created_at: 'what is taken out is dated after any place (kept_charges)' },
  import_jobs: {
    state: 'what was being applied under keys of before was stopped (keys_as_they_compare)',
    failure: 'with the reason (keys_as_they_compare)',
    applied_before: 'what was compared by keys of before is compared anew (keys_as_they_compare)',
  },
  files: { bare_at: 'each photo is made bare once more, by what takes off more (barer_photos)' },
  _requests: {
    id: 'keys of the product moved to a scope of their own (keys_of_actors)',
    scope: 'what code of before wrote without one got one (keys_of_actors)',
    input_sha256: 'a plain hash of phone numbers was cleared (keys_of_actors)',
  },
}

/** Rows that a later migration adds on purpose, by id, each with the reason. */
const added: Readonly<Record<string, string>> = {
  evt_bare_photos: 'wakes the job that makes photos of before bare (bare_photos_and_quiet_bills)',
  evt_barer_photos: 'wakes it again, since it takes off more (barer_photos)',
}
const withoutAdded = (contents: Contents): Contents =>
  Object.fromEntries(
    Object.entries(contents).map(([table, rows]) => [table, rows.filter(({ id }) => !(String(id) in added))]),
  )

const columnsOf = (contents: Contents) =>
  Object.fromEntries(
    Object.entries(contents).map(([table, [row]]) => [
      table,
      Object.keys(row ?? {}).filter((column) => !(column in (rewritten[table] ?? {}))),
    ]),
  )
const only = (contents: Contents, columns: Record<string, string[]>): Contents =>
  Object.fromEntries(
    Object.entries(contents).map(([table, rows]) => [
      table,
      rows.map((row) => Object.fromEntries((columns[table] ?? []).map((column) => [column, row[column]]))),
    ]),
  )
const sorted = (contents: Contents) =>
  Object.fromEntries(
    Object.entries(contents).map(([table, rows]) => [
      table,
      rows.map((row) => JSON.stringify(row)).toSorted(),
    ]),
  )

describe('a database that is filled', () => {
  test.each(cases)('loses nothing from $plane $tag on', async ({ plane, prefix }) => {
    const files = migrationFiles(plane)
    const db = await emptyDatabase(plane)
    await migrate(db, files.slice(0, prefix), 0)
    await fill(db, dice(prefix))
    const before = await contentsOf(db)
    expect(Object.values(before).every((rows) => rows.length > 0)).toBe(true)
    await migrate(db, files, 1)
    // Columns that came later are no concern of the earlier rows.
    const kept = columnsOf(before)
    const after = withoutAdded(await contentsOf(db, kept))
    expect(sorted(after)).toEqual(sorted(only(before, kept)))
  })

  test('keeps the rows that refer to a table which is rebuilt', async () => {
    const begin: Migration = {
      tag: '0000_begin',
      sql: "CREATE TABLE `house` (`id` text PRIMARY KEY, `name` text DEFAULT 'a');--> statement-breakpoint\nCREATE TABLE `room` (`id` text PRIMARY KEY, `house_id` text NOT NULL, FOREIGN KEY (`house_id`) REFERENCES `house`(`id`) ON DELETE CASCADE)",
    }
    // As drizzle-kit writes it when the default of a column changes.
    const rebuild: Migration = {
      tag: '0001_rebuild',
      sql: [
        'PRAGMA foreign_keys=OFF;',
        "CREATE TABLE `__new_house` (`id` text PRIMARY KEY, `name` text DEFAULT 'b');",
        'INSERT INTO `__new_house`("id", "name") SELECT "id", "name" FROM `house`;',
        'DROP TABLE `house`;',
        'ALTER TABLE `__new_house` RENAME TO `house`;',
        'PRAGMA foreign_keys=ON;',
      ].join('--> statement-breakpoint\n'),
    }
    const db = await emptyDatabase('tenant')
    await migrate(db, [begin], 0)
    await fill(db, dice(1))
    const before = await contentsOf(db)
    await migrate(db, [begin, rebuild], 1)
    expect(sorted(await contentsOf(db))).toEqual(sorted(before))
  })
})
