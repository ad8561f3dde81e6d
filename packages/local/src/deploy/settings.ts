import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'

/** What is said once for all three Workers and is no secret; docs/deploy.md has each in words. */
const plainSettings = [
  'BASE_HOST',
  'DATABASE_PROVIDER',
  'SQLD_URL',
  'SQLD_ADMIN_URL',
  'PLATFORM_NAMESPACE',
  'TURSO_ORGANIZATION',
  'TURSO_GROUP',
  'PLATFORM_URL',
  'MESSAGE_CHANNEL',
  'ALIYUN_SIGN_NAME',
  'SMS_TEMPLATES',
  'SIGN_UPS_PER_ADDRESS',
] as const
export type Settings = Partial<Record<(typeof plainSettings)[number], string>>

export const settingsFile = 'deployment.env'

/** Something that the operator can mend; its message is all that they need to see. */
export class DeployFailure extends Error {}

/**
 * The plain settings of the deployment: those of `deployment.env` in the project's folder, where there is one, and those
 * of the environment, which come first.
 * @throws DeployFailure when one that every deployment needs is missing or malformed, or the file says something else
 */
export function readSettings(root: string, env: NodeJS.ProcessEnv = process.env): Settings {
  const settings: Settings = {}
  const written = fromFile(join(root, settingsFile))
  for (const name of plainSettings) {
    const value = env[name] ?? written[name]
    if (value !== undefined && value !== '') settings[name] = value
  }
  requireHost(settings.BASE_HOST)
  requireProvider(settings.DATABASE_PROVIDER)
  return settings
}

function fromFile(path: string): Record<string, string | undefined> {
  if (!existsSync(path)) return {}
  const written = parseEnv(readFileSync(path, 'utf8'))
  const foreign = Object.keys(written).find((name) => !(plainSettings as readonly string[]).includes(name))
  if (foreign === undefined) return written
  throw new DeployFailure(
    `${settingsFile} says ${foreign}, which is none of the plain settings (${plainSettings.join(', ')}): if it is a secret, set it with wrangler secret put, and take it out of the file.`,
  )
}

function requireHost(host: string | undefined): void {
  if (host === undefined)
    throw new DeployFailure(
      `BASE_HOST is not set: copy deployment.example.env to ${settingsFile} and write the host of your installation there, or set it in the environment.`,
    )
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host))
    throw new DeployFailure(
      `BASE_HOST must be the bare name of a host in small letters, such as heju.example, and not “${host}”.`,
    )
}

function requireProvider(provider: string | undefined): void {
  if (provider === 'sqld' || provider === 'turso') return
  throw new DeployFailure(
    `DATABASE_PROVIDER must be sqld or turso, and not “${provider ?? ''}”: say it in ${settingsFile} or in the environment.`,
  )
}
