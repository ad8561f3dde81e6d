import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { startLibsqlServer } from './server.ts'

const usage = `An embedded libSQL server for development, tests and trials on one machine. It binds to 127.0.0.1 only.

  node main.ts --data-dir DIR --admin-key KEY [--port 8080] [--admin-port 9090] [--jwt-key-file pub.pem]...
`

const { values } = parseArgs({
  options: {
    'data-dir': { type: 'string' },
    'admin-key': { type: 'string' },
    port: { type: 'string', default: '8080' },
    'admin-port': { type: 'string', default: '9090' },
    'jwt-key-file': { type: 'string', multiple: true, default: [] },
    help: { type: 'boolean', default: false },
  },
})

const dataDir = values['data-dir']
const adminKey = values['admin-key']
if (values.help || dataDir === undefined || adminKey === undefined) {
  process.stderr.write(usage)
  process.exit(values.help ? 0 : 2)
}

const server = await startLibsqlServer({
  dataDir,
  adminKey,
  port: Number(values.port),
  adminPort: Number(values['admin-port']),
  jwtPublicKeyPem: values['jwt-key-file'].map((path) => readFileSync(path, 'utf8')),
  log: (line) => process.stderr.write(`${line}\n`),
})
process.stdout.write(
  `libSQL for development, tests and single-machine trials: ${server.url}, administration: ${server.adminUrl}\n`,
)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void server.close().then(() => process.exit(0))
  })
}
