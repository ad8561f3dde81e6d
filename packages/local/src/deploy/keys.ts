import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeKeys } from '../stack/keys.ts'

// Makes the keys of a new installation in a folder that must not exist yet: see docs/deploy.md. Each file but the public
// one is the value of the Worker secret of its name.
const [folder] = process.argv.slice(2)
if (folder === undefined) {
  process.stderr.write('Say into which new folder the keys are to go.\n')
  process.exit(1)
}
mkdirSync(folder, { mode: 0o700 })
const keys = await makeKeys()
const files = {
  SQLD_ADMIN_KEY: keys.sqldAdminKey,
  SQLD_TOKEN_KEY: keys.sqldTokenKey,
  'database-tokens.pem': keys.sqldTokenPublicKey,
  SESSION_KEYS: JSON.stringify(keys.sessionKeys),
  VAULT_KEY: keys.vaultKey,
}
for (const [name, value] of Object.entries(files)) writeFileSync(join(folder, name), value, { mode: 0o600 })
process.stdout.write(`Made in ${folder}: ${Object.keys(files).join(', ')}\n`)
