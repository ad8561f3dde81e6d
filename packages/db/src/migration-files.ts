import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Migration } from './migrate.ts'

const migrationsRoot = join(import.meta.dirname, '../../../migrations')

/** The migrations of a plane, read from their files under Node; Workers bundle the same files. */
export function migrationFiles(plane: 'platform' | 'tenant'): Migration[] {
  const folder = join(migrationsRoot, plane)
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  return names
    .toSorted()
    .map((name) => ({ tag: name.replace('.sql', ''), sql: readFileSync(join(folder, name), 'utf8') }))
}
