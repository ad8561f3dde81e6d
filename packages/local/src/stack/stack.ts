import { join } from 'node:path'
import { hashPassword } from '@heju/core/people/identity'
import { migrate, PlatformDb } from '@heju/db'
import { migrationFiles } from '@heju/db/migration-files'
import { SqldProvisioner } from '@heju/db/provisioning'
import { operator } from '../demo/sign-ins.ts'
import { startLibsqlServer } from '../libsql-server/index.ts'
import { startPhone, type Phone } from '../phone/index.ts'
import { startWechatPaySimulator, type WechatPaySimulator } from '../wechat-pay-simulator/index.ts'
import type { LocalKeys } from './keys.ts'

/** Everything around the Workers that a deployment has elsewhere: databases, a payment provider, phones. */
export interface Stack {
  /** Variables and secrets that the three Workers need to live in it. */
  env: Record<string, string>
  phone: Phone
  wechatPay: WechatPaySimulator
  /** The platform database, migrated. */
  platform(): Promise<PlatformDb>
  close(): Promise<void>
}

export interface StackOptions {
  dataDir: string
  keys: LocalKeys
  /** Host of the product with its port; companies answer at `<slug>.<baseHost>`. */
  baseHost: string
}

const platformNamespace = 'heju-platform'

/** Starts the surroundings of the Workers on free loopback ports, with a migrated platform database. */
export async function startStack({ dataDir, keys, baseHost }: StackOptions): Promise<Stack> {
  const databases = await startLibsqlServer({
    dataDir: join(dataDir, 'libsql'),
    adminKey: keys.sqldAdminKey,
    jwtPublicKeyPem: keys.sqldTokenPublicKey,
  })
  const phone = await startPhone()
  const wechatPay = await startWechatPaySimulator({ directory: join(dataDir, 'wechat-pay') })
  const provisioner = new SqldProvisioner({
    url: databases.url,
    adminUrl: databases.adminUrl,
    adminKey: keys.sqldAdminKey,
    tokenPrivateKeyPem: keys.sqldTokenKey,
  })
  const place = await provisioner.create(platformNamespace)
  const platform = async () => new PlatformDb(await provisioner.endpoint(place))
  await migrate(await platform(), migrationFiles('platform'), Date.now())
  await moveCompanies(await platform(), databases.url)
  return {
    env: {
      BASE_HOST: baseHost,
      DATABASE_PROVIDER: 'sqld',
      SQLD_URL: databases.url,
      SQLD_ADMIN_URL: databases.adminUrl,
      SQLD_ADMIN_KEY: keys.sqldAdminKey,
      SQLD_TOKEN_KEY: keys.sqldTokenKey,
      PLATFORM_NAMESPACE: platformNamespace,
      SESSION_KEYS: JSON.stringify(keys.sessionKeys),
      VAULT_KEY: keys.vaultKey,
      OPERATOR_EMAIL: operator.email,
      OPERATOR_PASSWORD_HASH: await hashPassword(operator.password),
      // Everybody who tries the product on this machine comes from the same address.
      SIGN_UPS_PER_ADDRESS: '100000',
      MESSAGE_CHANNEL: 'local',
      LOCAL_PHONE_URL: phone.url,
      WECHAT_PAY_URL: wechatPay.url,
    },
    phone,
    wechatPay,
    platform,
    close: async () => {
      await Promise.all([phone.close(), wechatPay.close(), databases.close()])
    },
  }
}

/**
 * The databases of an earlier start lie in the same folder but are answered at another port. The register keeps each
 * company's address, since in production companies may live on several servers.
 */
async function moveCompanies(platform: PlatformDb, url: string): Promise<void> {
  await platform.client.execute({
    sql: `UPDATE companies SET database_url = ? WHERE database_kind = 'sqld' AND database_url <> ?`,
    args: [url, url],
  })
}
