import { setTimeout as after } from 'node:timers/promises'
import type { PlatformDb } from '@heju/db'
import { migrationFiles } from '@heju/db/migration-files'
import { tick } from './clock.ts'

const latest = migrationFiles('tenant').at(-1)?.tag ?? ''

/**
 * Waits until the databases of all companies are those of this version: before that the Workers turn everybody away.
 * The scheduled Worker sends for them, as it does after a deployment; we only ask it at once, and not within a minute. One whose upgrade failed holds nobody else up.
 * @param url address of the running Workers
 * @throws what `stop` was aborted with
 */
export async function companiesUpgraded(
  platform: PlatformDb,
  url: string,
  log: string,
  say: (line: string) => void,
  stop: AbortSignal,
): Promise<void> {
  let said = false
  for (;;) {
    const { rows } = await platform.client.execute({
      sql: `SELECT slug, schema_failure AS failure FROM companies
        WHERE state IN ('active', 'suspended') AND coalesce(schema_tag, '') < ? ORDER BY slug`,
      args: [latest],
    })
    if (rows.length === 0) return
    const failed = rows.filter(({ failure }) => failure !== null)
    if (failed.length === rows.length) {
      const names = failed.map(({ slug }) => slug).join(', ')
      return say(
        `The data of ${names} could not be brought up to this version, ${log} says why; the others run.`,
      )
    }
    if (!said) say(`Bringing the data of ${counted(rows.length)} up to this version…`)
    said = true
    await tick(url)
    await after(500)
    stop.throwIfAborted()
  }
}

function counted(companies: number): string {
  return companies === 1 ? 'one company' : `${companies} companies`
}
