import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Endings } from './endings.ts'
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

/**
 * Builds the console unless what it is made of is the same as at the last build.
 * @param say tells that it is being built
 */
export async function buildConsole(
  root: string,
  endings: Endings,
  say: (line: string) => void,
): Promise<void> {
  const stamp = join(root, 'packages/console/dist/.built-from')
  const digest = digestOf(sources.map((folder) => join(root, folder)))
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return
  say('Building the console…')
  const { code, errors } = await vite(root, endings)
  if (code !== 0) throw new StartFailure(`The console could not be built: ${errors.trim()}`)
  writeFileSync(stamp, digest)
}

function vite(root: string, endings: Endings): Promise<{ code: number | null; errors: string }> {
  const child = spawn(join(root, 'node_modules/.bin/vite'), ['build'], {
    cwd: join(root, 'packages/console'),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  endings.add(() => void child.kill())
  return new Promise((resolve, reject) => {
    let errors = ''
    child.stderr.on('data', (text: Buffer) => (errors += text.toString()))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, errors }))
  })
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
