import { spawnSync } from 'node:child_process'
import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { DeployFailure } from './settings.ts'

const backupBucket = 'heju-backups'

/** A dump where the database server fetches it, for as long as it is needed. */
export interface ServedDump {
  url: string
  close(): Promise<void>
}

/**
 * Serves a dump on this machine's loopback, so that nobody else reads it; the database server must run here.
 * @param named a file, or the name of a backup in the bucket; compressed when it ends in `.gz`
 * @throws DeployFailure when it is neither
 */
export async function serveDump(named: string): Promise<ServedDump> {
  const folder = mkdtempSync(join(tmpdir(), 'heju-dump-'))
  const file = existsSync(named) ? named : download(named, folder)
  const server = createServer((_request, response) => {
    const source = createReadStream(file)
    const steps = file.endsWith('.gz')
      ? pipeline(source, createGunzip(), response)
      : pipeline(source, response)
    // What broke off must not pass for a whole one.
    steps.catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/dump.sql`,
    async close() {
      await new Promise((resolve) => server.close(resolve))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function download(name: string, folder: string): string {
  const file = join(folder, 'backup.sql.gz')
  const from = `${backupBucket}/${name}`
  const args = ['r2', 'object', 'get', from, '--file', file, '--remote']
  const { status } = spawnSync('wrangler', args, { stdio: ['ignore', 'ignore', 'inherit'] })
  if (status === 0 && existsSync(file)) return file
  rmSync(folder, { recursive: true, force: true })
  throw new DeployFailure(
    `There is no file “${name}”, and no backup ${from} either: the operator's console shows the name of the last one.`,
  )
}
