import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setUpCompany } from '@heju/local/demo'
import { migrationFiles } from '@heju/db/migration-files'
import { keysIn, startStack } from '@heju/local/stack'
import { Visitor } from '@heju/local/visitor'
import { afterAll, afterEach, expect, test } from 'vitest'
import { descendants, endForSure, freePort, root, running, says, start, type Run } from './run.ts'

// With what addresses give a meaning to, and what people call folders.
const data = join(mkdtempSync(join(tmpdir(), 'heju-start-')), 'data #1 100%? 和居')
const runs: Run[] = []
afterEach(async () => {
  for (const one of runs.splice(0)) await endForSure(one)
})
afterAll(() => rmSync(join(data, '..'), { recursive: true, force: true }))

function begin(port: number, ...args: string[]): Run {
  const one = start(['--data', data, '--port', String(port), ...args])
  runs.push(one)
  return one
}

test('a first start without a demo runs; Ctrl-C in its terminal ends every process that it began; the next finds the company', async () => {
  const port = await freePort()
  const first = begin(port, '--empty')
  await says(first, 'Ctrl-C ends it')
  expect(first.output()).toContain(`Sign a company up  http://localhost:${port}/signup`)
  const { origin } = await setUpCompany(`http://localhost:${port}`, 'kept', '长留物业')
  const company = () => new Visitor().fetch(`${origin}/portal`).then(({ status }) => status)
  expect(await company()).toBeLessThan(400)

  const second = begin(await freePort())
  expect(await second.ended).toBe(1)
  expect(second.errors()).toBe(
    `Heju is already running on the data in ${data} (http://localhost:${port}, process ${processOf(data)}): use that one, end it with Ctrl-C, or choose another folder with npm start -- --data DIR.\n`,
  )

  const pid = first.child.pid as number
  const begun = descendants(pid)
  expect(begun.length).toBeGreaterThanOrEqual(3)
  // The terminal sends it to the whole group.
  process.kill(-pid, 'SIGINT')
  expect(await first.ended).toBe(0)
  expect(running(begun)).toEqual([])
  expect(first.errors()).toBe('')

  const third = begin(port)
  await says(third, 'Ctrl-C ends it')
  expect(third.output()).not.toContain('First start')
  expect(await company()).toBeLessThan(400)
  const again = descendants(third.child.pid as number)
  // To the first process alone, as another program would.
  third.child.kill('SIGINT')
  expect(await third.ended).toBe(0)
  expect(running(again)).toEqual([])
})

test('the console that a start builds is the one for people, whatever its environment says', () => {
  expect(process.env.NODE_ENV).toBe('test')
  const built = globSync('packages/console/dist/assets/console/*.js', { cwd: root })
  expect(built.length).toBeGreaterThan(10)
  const inDevelopment = built.filter((file) =>
    readFileSync(join(root, file), 'utf8').includes('css-dev-only'),
  )
  expect(inDevelopment).toEqual([])
})

test('data of an older version is brought up to date before the start says that it runs', async () => {
  await versionNoted('first')
  const one = begin(await freePort())
  await says(one, 'Ctrl-C ends it')
  expect(one.output()).toContain('Bringing the data of one company up to this version…')
  one.child.kill('SIGINT')
  expect(await one.ended).toBe(0)
  expect(await versionNoted('none')).toBe(migrationFiles('tenant').at(-1)?.tag)
})

test('Ctrl-C before everything runs ends every process as well, without a word of complaint', async () => {
  const one = begin(await freePort())
  await says(one, 'Starting databases and Workers…')
  const pid = one.child.pid as number
  let begun = descendants(pid)
  for (let waited = 0; begun.length < 3 && waited < 20_000; waited += 100) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    begun = descendants(pid)
  }
  process.kill(-pid, 'SIGINT')
  expect(await one.ended).toBe(0)
  expect(running(begun)).toEqual([])
  expect(one.errors()).toBe('')
})

test('after the start alone was killed, the next one ends the Workers that kept its port, and runs', async () => {
  const port = await freePort()
  const killed = begin(port, '--empty')
  await says(killed, 'Ctrl-C ends it')
  // The way in has one child, the start; whatever is below that is not touched.
  const [head = 0, ...left] = descendants(killed.child.pid as number)
  process.kill(head, 'SIGKILL')
  await killed.ended
  expect(running(left).length).toBeGreaterThan(0)

  const next = begin(port, '--empty')
  await says(next, 'Ctrl-C ends it')
  expect(next.errors()).toBe('')
  expect(running(left)).toEqual([])
  next.child.kill('SIGINT')
  expect(await next.ended).toBe(0)
})

test('data of a newer version is refused in one sentence and left as it is', async () => {
  const stack = await databases()
  const { client } = await stack.platform()
  await client.execute("INSERT INTO _migrations (tag, sha256, applied_at) VALUES ('9000_tomorrow', 'x', 0)")
  await stack.close()
  const refused = begin(await freePort())
  expect(await refused.ended).toBe(1)
  expect(refused.errors()).toContain(`The data in ${data} was made by another version of Heju`)
  expect(refused.errors().trimEnd().split('\n')).toHaveLength(1)
  expect(existsSync(join(data, 'keys.json'))).toBe(true)
})

test('a start that was cut off in the middle of its demo company is begun anew at the next', async () => {
  const port = await freePort()
  const cut = begin(port, '--fresh')
  await says(cut, 'Importing')
  // As when the machine is switched off: nothing is put in order.
  for (const pid of [cut.child.pid as number, ...descendants(cut.child.pid as number)])
    if (running([pid]).length > 0) process.kill(pid, 'SIGKILL')
  await cut.ended

  const again = begin(port)
  await says(again, 'Importing')
  expect(again.output()).toContain(
    'The last start ended before its demo company was finished: it is made anew.',
  )
  expect(again.errors()).toBe('')
  expect(existsSync(join(data, 'demo-made'))).toBe(false)
  const left = descendants(again.child.pid as number)
  again.child.kill('SIGTERM')
  expect(await again.ended).toBe(0)
  expect(running(left)).toEqual([])
})

async function databases() {
  const keys = await keysIn(join(data, 'keys.json'))
  return startStack({ dataDir: data, keys, baseHost: 'localhost' })
}

/**
 * Notes that the company's database is of the first version, or leaves the note as it is.
 * @returns the note of before
 */
async function versionNoted(change: 'first' | 'none'): Promise<unknown> {
  const stack = await databases()
  const { client } = await stack.platform()
  const { rows } = await client.execute('SELECT schema_tag FROM companies')
  if (change === 'first')
    await client.execute("UPDATE companies SET schema_tag = '0000_ledger', schema_sent_tag = '0000_ledger'")
  await stack.close()
  return rows[0]?.['schema_tag']
}

function processOf(folder: string): number {
  return (JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')) as { pid: number }).pid
}
