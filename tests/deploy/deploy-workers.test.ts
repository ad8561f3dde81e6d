import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heju-deploy-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Puts a program on the PATH that notes how it was called and where; `fails` are arguments at which it ends with 1. */
function recording(name: string, fails = 'nothing'): void {
  const script = `#!${process.execPath}
const args = process.argv.slice(2)
require('node:fs').appendFileSync(${JSON.stringify(join(folder, 'calls'))}, JSON.stringify({ name: '${name}', args, cwd: process.cwd() }) + '\\n')
// The folder that wrangler takes the console from; its contents are what the real one makes.
if ('${name}' === 'vite') require('node:fs').mkdirSync('dist', { recursive: true })
process.exit(args.includes(${JSON.stringify(fails)}) ? 1 : 0)
`
  writeFileSync(join(folder, name), script)
  chmodSync(join(folder, name), 0o755)
}

interface Call {
  name: string
  args: string[]
  cwd: string
}

function calls(): Call[] {
  const file = join(folder, 'calls')
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Call)
}

const settings = { BASE_HOST: 'heju.example', DATABASE_PROVIDER: 'sqld' }

function deploy(args: string[] = [], env: NodeJS.ProcessEnv = settings, path: string[] = []) {
  const { PATH = '', HOME } = process.env
  return spawnSync(process.execPath, [join(root, 'packages/local/src/deploy/deploy.ts'), ...args], {
    encoding: 'utf8',
    env: { HOME, PATH: [folder, ...path, PATH].join(delimiter), WRANGLER_SEND_METRICS: 'false', ...env },
  })
}

const configs = ['workers/queue/wrangler.toml', 'workers/scheduled/wrangler.toml', 'wrangler.toml']

describe('deploying', () => {
  test('builds the console, then deploys queue, scheduled and api in this order, with the same settings', () => {
    for (const name of ['vite', 'wrangler']) recording(name)
    const templates = '{"otp":"SMS_1:2"}'
    expect(deploy([], { ...settings, SMS_TEMPLATES: templates })).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('All three Workers are deployed.'),
    })
    const [built, ...deployed] = calls()
    expect(built).toMatchObject({ name: 'vite', cwd: join(root, 'packages/console') })
    const vars = ['BASE_HOST:heju.example', 'DATABASE_PROVIDER:sqld', `SMS_TEMPLATES:${templates}`]
    const said = vars.flatMap((one) => ['--var', one])
    expect(deployed).toEqual(
      configs.map((config) => ({ name: 'wrangler', args: ['deploy', '-c', config, ...said], cwd: root })),
    )
  })

  test.each([
    ['vite', 'build', 1, 'no Worker was touched'],
    ['wrangler', 'workers/queue/wrangler.toml', 2, 'the other two are as they were'],
    ['wrangler', 'workers/scheduled/wrangler.toml', 3, 'the api one is as it was'],
    ['wrangler', 'wrangler.toml', 4, 'it serves as it did'],
  ])('stops where %s fails at %s, and says how things stand', (name, fails, done, says) => {
    for (const one of ['vite', 'wrangler']) recording(one, one === name ? fails : undefined)
    const { status, stderr } = deploy()
    expect({ status, lines: stderr.trimEnd().split('\n').length, calls: calls().length }).toEqual({
      status: 1,
      lines: 1,
      calls: done,
    })
    expect(stderr).toContain(says)
  })

  test('touches nothing before the settings are right', () => {
    for (const name of ['vite', 'wrangler']) recording(name)
    expect(deploy([], { DATABASE_PROVIDER: 'sqld' })).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('BASE_HOST'),
    })
    expect(deploy(['--env', 'x'])).toMatchObject({ status: 1, stderr: expect.stringContaining('“--env”') })
    expect(calls()).toEqual([])
  })

  test(
    'tried with --dry-run, the real wrangler builds all three Workers with what was said once',
    { timeout: 240_000 },
    () => {
      recording('vite')
      const { status, stdout } = deploy(['--dry-run'], settings, [join(root, 'node_modules/.bin')])
      expect(status, stdout).toBe(0)
      expect(stdout).toContain('Nothing was uploaded.')
      expect(stdout.match(/env\.BASE_HOST \("\(hidden\)"\)/g)).toHaveLength(3)
      expect(stdout.match(/env\.DATABASE_PROVIDER \("\(hidden\)"\)/g)).toHaveLength(3)
    },
  )
})

test('no wrangler.toml says where the product answers: it is said once, in deployment.env', () => {
  for (const config of configs) {
    const text = readFileSync(join(root, config), 'utf8')
    expect(text.match(/^\s*(BASE_HOST|DATABASE_PROVIDER)\s*=/m)).toBeNull()
    expect(text).toContain('[observability.logs]\nenabled = true')
    expect(text).toContain('invocation_logs = false')
  }
})
