import { HejuError } from '@heju/kernel'
import { appliedMigrations, migrationChanged, type PlatformDb } from '@heju/db'
import { migrationFiles } from '@heju/db/migration-files'
import { StartFailure } from './failure.ts'

/**
 * An older copy of the product must not work on data whose tables it does not know.
 * @throws StartFailure when the platform's database, or that of a company, has had steps that this copy lacks
 */
export async function requireKnownSchema(platform: PlatformDb, folder: string): Promise<void> {
  const known = tagsOf('platform')
  const applied = await appliedMigrations(platform)
  if ([...applied.keys()].some((tag) => !known.has(tag))) throw otherVersion(folder)
  const { rows } = await platform.client.execute(
    'SELECT DISTINCT schema_tag FROM companies WHERE schema_tag IS NOT NULL',
  )
  const tenant = tagsOf('tenant')
  if (rows.some((row) => !tenant.has(String(row.schema_tag)))) throw otherVersion(folder)
}

/** What a migration's failure means to who starts the product: a step that differs was made by another version. */
export function asOtherVersion(error: unknown, folder: string): unknown {
  return error instanceof HejuError && migrationChanged.is(error) ? otherVersion(folder) : error
}

function tagsOf(plane: 'platform' | 'tenant'): Set<string> {
  return new Set(migrationFiles(plane).map(({ tag }) => tag))
}

function otherVersion(folder: string): StartFailure {
  return new StartFailure(
    `The data in ${folder} was made by another version of Heju: bring this copy up to date, begin anew with npm start -- --fresh, or choose another folder with npm start -- --data DIR.`,
  )
}
