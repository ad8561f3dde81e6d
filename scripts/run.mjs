// The way in: `npm start`, `npm test` and `npm run bench` come here with whatever Node the machine has (20 or later).
// It installs what is missing, then goes on under the Node that the project brings with it.
import { spawn, spawnSync } from 'node:child_process'
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
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

function checkMachine() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    fail(
      `Heju needs Node 20 or later, and this is ${process.versions.node}: install a newer one from nodejs.org and run the command again.`,
    )
  }
  try {
    accessSync(root, constants.W_OK)
  } catch {
    fail(
      `Heju cannot write to ${root}: give yourself write permission there, or clone it into a folder of your own.`,
    )
  }
}

/** Installs when the lock file differs from the one that was installed last. */
function install() {
  const stamp = join(root, 'node_modules/.heju-installed')
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'pnpm-lock.yaml')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  process.stdout.write('Installing what Heju needs (once)…\n')
  const { status } = spawnSync(
    'npx',
    ['--yes', pnpm, 'install', '--frozen-lockfile', '--reporter=append-only'],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  if (status !== 0)
    fail('Installing did not succeed: see the lines above, check the network and run the command again.')
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, lock)
}

function run(task, rest) {
  const bin = join(root, 'node_modules/.bin')
  const child = spawn(join(bin, 'node'), [join(root, task), ...rest], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${bin}:${process.env.PATH}` },
  })
  // The terminal sends Ctrl-C to the child as well; it ends what it began, and this waits for it.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1))
}

const [name, ...rest] = process.argv.slice(2)
const task = tasks[name]
if (task === undefined) fail(`Say one of: ${Object.keys(tasks).join(', ')}.`)
checkMachine()
install()
run(task, rest)
