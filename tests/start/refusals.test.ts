import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { freePort, root, run, start, type Run } from './run.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) {
    chmodSync(folder, 0o755)
    rmSync(folder, { recursive: true, force: true })
  }
})

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'heju-start-'))
  folders.push(folder)
  return folder
}

/** All that a refused start may show is its one sentence. */
async function refusalOf(one: Run): Promise<string> {
  expect(await one.ended).toBe(1)
  expect(one.output()).toBe('')
  expect(one.errors().trimEnd().split('\n')).toHaveLength(1)
  return one.errors().trimEnd()
}

describe('a start is refused in one sentence', () => {
  test.for(['127.0.0.1', '::1'])('when its port is taken at %s', async (host) => {
    const other = createServer()
    await listening(other, host)
    const { port } = other.address() as AddressInfo
    const data = temporary()
    const sentence = await refusalOf(start(['--port', String(port), '--data', data]))
    expect(sentence).toBe(
      `Port ${port} is taken by another program: end that one, or choose another with npm start -- --port 8787.`,
    )
    other.close()
  })

  test('when its data folder cannot be written, by anybody', async () => {
    const data = '/sys/heju-data'
    expect(await refusalOf(start(['--data', data]))).toContain(
      `Heju keeps its data in ${data} and cannot write there`,
    )
  })

  test('when what was to be its data folder is a file', async () => {
    const file = join(temporary(), 'file')
    writeFileSync(file, '')
    expect(await refusalOf(start(['--data', file]))).toContain(
      `Heju keeps its data in ${file} and cannot write there`,
    )
  })

  test('when its data folder holds somebody’s other things, which it leaves alone', async () => {
    const data = temporary()
    writeFileSync(join(data, 'letters.txt'), 'mine')
    expect(await refusalOf(start(['--data', data, '--fresh']))).toContain('holds other things (letters.txt)')
    expect(readFileSync(join(data, 'letters.txt'), 'utf8')).toBe('mine')
  })

  test('when --empty is asked of a folder with a demo company', async () => {
    const data = temporary()
    for (const name of ['keys.json', 'demo-made']) writeFileSync(join(data, name), '{}')
    const sentence = await refusalOf(start(['--data', data, '--empty', '--port', String(await freePort())]))
    expect(sentence).toContain('holds a demo company already')
  })

  test.for([
    [['--port', 'house'], '--port takes a number'],
    [['--port', '70000'], '--port takes a number'],
    [['--colour'], "Unknown option '--colour'"],
  ] as const)('when it does not understand %j', async ([args, words]) => {
    expect(await refusalOf(start([...args]))).toContain(words)
  })

  test.for(['v18.20.8', 'v12.22.9', 'v10.19.0'])('under Node %s', async (version) => {
    const pretend = join(temporary(), 'old.cjs')
    const number = version.slice(1)
    writeFileSync(
      pretend,
      `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${number}' } })`,
    )
    const one = run(process.execPath, ['--require', pretend, join(root, 'scripts/run.cjs'), 'start'])
    expect(await refusalOf(one)).toContain(`Heju needs Node 20 or later, and this is ${number}`)
  })
})

describe('a fresh clone', () => {
  test.for(['#', '?'])('in a folder with “%s” in its path is refused in one sentence', async (character) => {
    const clone = cloneOf(`a ${character}1`)
    const one = run(process.execPath, [join(clone, 'scripts/run.cjs'), 'start'], { cwd: '/' })
    expect(await refusalOf(one)).toBe(
      `Heju cannot be built in ${clone}, because of the “${character}” in that path: move it to a folder without one, and run the command again. The data may be kept in a folder of any name.`,
    )
  })

  test('that cannot be written is refused in one sentence', async () => {
    const clone = cloneOf()
    // Who runs the tests as root may write everywhere: the start is tried as nobody.
    const asRoot = process.getuid?.() === 0
    const node = asRoot ? nodeForAll(clone) : process.execPath
    chmodSync(clone, 0o555)
    const one = run(node, [join(clone, 'scripts/run.cjs'), 'start'], {
      cwd: '/',
      ...(asRoot && { uid: 65_534 }),
    })
    expect(await refusalOf(one)).toBe(
      `Heju cannot write to ${clone}: give yourself write permission there, or clone it into a folder of your own.`,
    )
  })

  test('that cannot reach the npm registry says so and shows nothing of npm’s', async () => {
    const clone = cloneOf()
    const nowhere = `http://127.0.0.1:${await freePort()}/`
    const one = run(process.execPath, [join(clone, 'scripts/run.cjs'), 'start'], {
      cwd: clone,
      // As under `npm start --silent`, which asks npx to be silent as well.
      env: {
        npm_config_registry: nowhere,
        npm_config_cache: join(clone, 'cache'),
        npm_config_loglevel: 'silent',
      },
    })
    expect(await one.ended).toBe(1)
    expect(one.output()).toMatch(/^Installing what Heju needs.*\n$/)
    expect(one.errors()).toBe(
      `Heju could not download what it needs, since the npm registry (${nowhere}) does not answer: check the network or the proxy, and run the command again.\n`,
    )
    expect(existsSync(join(clone, 'node_modules/.heju-installed'))).toBe(false)
  })
})

/** What a start reads of a clone before anything is installed. */
function cloneOf(folder = '.'): string {
  const clone = join(temporary(), folder)
  mkdirSync(clone, { recursive: true })
  chmodSync(clone, 0o755)
  cpSync(join(root, 'scripts'), join(clone, 'scripts'), { recursive: true })
  for (const name of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'])
    cpSync(join(root, name), join(clone, name))
  return clone
}

/** A copy of this Node where every user of the machine can run it. */
function nodeForAll(clone: string): string {
  mkdirSync(join(clone, 'bin'))
  const node = join(clone, 'bin/node')
  copyFileSync(process.execPath, node)
  chmodSync(node, 0o755)
  return node
}

function listening(server: Server, host: string): Promise<void> {
  return new Promise((resolve) => server.listen(0, host, resolve))
}
