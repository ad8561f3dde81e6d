import { spawn, type ChildProcess } from 'node:child_process'
import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { sqldBinary } from './sqld-binary.ts'

export interface SqldOptions {
  /** Where it keeps its databases and its log; made if it is missing. */
  folder: string
  adminKey: string
  /** SPKI, PEM. */
  jwtPublicKeyPem: string
  /** Further options of sqld's command line. */
  args?: string[]
  /** Limits of the shell that starts it, as `ulimit` takes them, one a string: `-n 1024`. */
  limits?: string[]
  /** Addresses of an earlier start. */
  ports?: { user: number; admin: number }
}

/** A real sqld on this machine's loopback. */
export interface Sqld {
  url: string
  adminUrl: string
  ports: { user: number; admin: number }
  child: ChildProcess
  /** Resolves when it has ended, on purpose or not. */
  ended: Promise<void>
  /** What it wrote so far. */
  log(): string
  /** Ends it as an operator does, and waits. */
  stop(): Promise<void>
}

const longestStartMs = 30_000
/** Five a namespace, and a test run makes some hundred: see docs/deploy.md. */
const openFiles = '-n $(ulimit -H -n)'

/** Starts sqld as docs/deploy.md has it started, and waits until both of its ports answer. */
export async function startSqld(options: SqldOptions): Promise<Sqld> {
  const { folder, adminKey, jwtPublicKeyPem, args = [], limits = [openFiles] } = options
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const keyFile = join(folder, 'token-key.pem')
  writeFileSync(keyFile, jwtPublicKeyPem)
  const binary = await sqldBinary()
  const ports = options.ports ?? { user: await freePort(), admin: await freePort() }
  const settings = [
    ['--no-welcome', '--enable-namespaces', '--disable-default-namespace'],
    ['--db-path', join(folder, 'data'), '--admin-auth-key', adminKey, '--auth-jwt-key-file', keyFile],
    ['--http-listen-addr', `127.0.0.1:${ports.user}`, '--admin-listen-addr', `127.0.0.1:${ports.admin}`],
    ['--max-active-namespaces', '2000', '--max-log-size', '16', '--shutdown-timeout', '5'],
  ].flat()
  const shell = [...limits.map((limit) => `ulimit ${limit}`), 'exec "$@"'].join(' && ')
  const child = spawn('sh', ['-c', shell, 'sh', binary, ...settings, ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const logFile = join(folder, 'sqld.log')
  for (const stream of [child.stdout, child.stderr]) stream.pipe(createWriteStream(logFile, { flags: 'a' }))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const log = () => readFileSync(logFile, 'utf8')
  const stop = async () => {
    child.kill('SIGINT')
    const patience = setTimeout(() => child.kill('SIGKILL'), 10_000)
    await ended
    clearTimeout(patience)
  }
  const [url, adminUrl] = [`http://127.0.0.1:${ports.user}`, `http://127.0.0.1:${ports.admin}`]
  try {
    await answers(child, `${url}/health`)
    await answers(child, `${adminUrl}/`)
  } catch {
    await stop()
    throw new Error(`sqld did not start: ${log()}`)
  }
  return { url, adminUrl, ports, child, ended, log, stop }
}

async function answers(child: ChildProcess, url: string): Promise<void> {
  for (let waited = 0; waited < longestStartMs; waited += 50) {
    if (child.exitCode !== null || child.signalCode !== null) break
    if (await fetch(url).catch(() => undefined)) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`${url} does not answer`)
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => probe.once('listening', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
