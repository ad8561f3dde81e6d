// Installs what is missing, then goes on under the Node that the project brings with it. Comes from run.cjs.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const pnpm = 'pnpm@12.21.0'
const tasks = {
  start: 'packages/local/src/start/main.ts',
  test: 'scripts/test.mjs',
  bench: 'tests/bench/main.ts',
  // Steps of docs/deploy.md.
  keys: 'packages/local/src/deploy/keys.ts',
  platform: 'packages/local/src/deploy/platform.ts',
  'password-hash': 'packages/local/src/deploy/password-hash.ts',
  deploy: 'packages/local/src/deploy/deploy.ts',
  // Steps of docs/operate.md.
  restore: 'packages/local/src/deploy/restore.ts',
  attach: 'packages/local/src/deploy/attach.ts',
}
/** How npm and pnpm say that the registry was not reached, whatever the system calls it. */
const unreachable =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENETDOWN|ERR_SOCKET_TIMEOUT|FETCH_ERROR|META_FETCH_FAIL|error sending request/

/** Passes a signal on to what runs now. */
let passOn = () => process.exit(1)
let stopped = false

function fail(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

/** The tools that build the console take what follows these for the part of an address, and find no file. */
function requireBuildableRoot() {
  const [character] = /[#?]/.exec(root) ?? []
  if (character === undefined) return
  fail(
    `Heju cannot be built in ${root}, because of the “${character}” in that path: move it to a folder without one, and run the command again. The data may be kept in a folder of any name.`,
  )
}

function requireWritableRoot() {
  try {
    accessSync(root, constants.W_OK)
  } catch {
    fail(
      `Heju cannot write to ${root}: give yourself write permission there, or clone it into a folder of your own.`,
    )
  }
}

/** Installs when the lock file differs from the one that was installed last. */
async function install() {
  const stamp = join(root, 'node_modules/.heju-installed')
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'pnpm-lock.yaml')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  process.stdout.write('Installing what Heju needs (only once; one to three minutes, 0.8 GB)…\n')
  const { code, output } = await runQuietly('npx', [
    '--yes',
    pnpm,
    'install',
    '--frozen-lockfile',
    '--reporter=append-only',
  ])
  if (stopped) process.exit(1)
  if (code !== 0) fail(whyNotInstalled(output))
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, lock)
}

function whyNotInstalled(output) {
  if (unreachable.test(output)) {
    const { npm_config_registry: registry } = process.env
    const where = registry === undefined ? '' : ` (${registry})`
    return `Heju could not download what it needs, since the npm registry${where} does not answer: check the network or the proxy, and run the command again.`
  }
  const log = join(root, 'install.log')
  writeFileSync(log, output)
  return `Heju could not install what it needs: ${log} says why; run the command again when that is mended.`
}

/** @returns the exit code and all that it wrote, which nobody needs to see unless it fails */
function runQuietly(command, args) {
  return new Promise((resolve) => {
    let output = ''
    // A group of its own, so that a signal reaches what npx starts as well.
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      env: patientEnv(),
    })
    passOn = (signal) => process.kill(-child.pid, signal)
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text))
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }))
    child.on('close', (code) => resolve({ code, output }))
  })
}

/** A registry that is not there is tried again at once: npm's own pauses would add a minute of silence. */
function patientEnv() {
  return {
    npm_config_fetch_retry_mintimeout: '1000',
    npm_config_fetch_retry_maxtimeout: '5000',
    ...process.env,
    // Under `npm start --silent` npx would not say why it failed.
    npm_config_loglevel: 'error',
  }
}

function run(task, rest) {
  const bin = join(root, 'node_modules/.bin')
  const child = spawn(join(bin, 'node'), [join(root, task), ...rest], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${bin}:${process.env.PATH}` },
  })
  passOn = (signal) => child.kill(signal)
  child.on('error', () =>
    fail(
      `The Node that Heju brings is missing: delete ${join(root, 'node_modules')} and run the command again.`,
    ),
  )
  child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1))
}

/** The terminal sends Ctrl-C to the child as well; it ends what it began, and this waits for it. */
function passOnSignals() {
  const stop = (signal) => {
    stopped = true
    passOn(signal)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal))
  if (process.env.npm_lifecycle_event === undefined) return
  // A signal that is sent to npm alone ends its shell without a word to what runs in it.
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) stop('SIGTERM')
  }, 500).unref()
}

const [name, ...rest] = process.argv.slice(2)
const task = tasks[name]
if (task === undefined) fail(`Say one of: ${Object.keys(tasks).join(', ')}.`)
requireBuildableRoot()
requireWritableRoot()
passOnSignals()
await install()
run(task, rest)
