import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { StartFailure } from './failure.ts'

/** Folders whose files end up in the console's bundle. */
const sources = [
  'packages/console',
  'packages/api-client',
  'packages/i18n',
  'packages/kernel',
  'packages/look',
  'workers/api/src/pages',
]

/** Builds the console unless what it is made of is the same as at the last build. */
export async function buildConsole(root: string): Promise<void> {
  const stamp = join(root, 'packages/console/dist/.built-from')
  const digest = digestOf(sources.map((folder) => join(root, folder)))
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return
  process.stdout.write('Building the console…\n')
  const { status, stderr } = spawnSync('node_modules/.bin/vite', ['build'], {
    cwd: join(root, 'packages/console'),
    encoding: 'utf8',
  })
  if (status !== 0) throw new StartFailure(`The console could not be built:\n${stderr}`)
  writeFileSync(stamp, digest)
}

function digestOf(folders: string[]): string {
  const hash = createHash('sha256')
  for (const folder of folders) {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(
        (entry) =>
          entry.isFile() && !/node_modules|[/\\]dist([/\\]|$)/.test(join(entry.parentPath, entry.name)),
      )
      .map((entry) => join(entry.parentPath, entry.name))
    for (const file of files.toSorted()) hash.update(file).update(readFileSync(file))
  }
  return hash.digest('hex')
}
