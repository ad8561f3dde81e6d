import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../..')
const longestStartMs = 300_000

/** One run of the product's own way in. */
export interface Run {
  child: ChildProcess
  /** What it has written so far, on both of its streams. */
  output(): string
  errors(): string
  /** Its exit code, when it has ended. */
  ended: Promise<number | null>
}

/** Runs `npm start`'s command as a terminal does: at the head of a group of its own. */
export function start(args: string[], env: NodeJS.ProcessEnv = {}): Run {
  return run(process.execPath, [join(root, 'scripts/run.cjs'), 'start', ...args], { env })
}

export function run(
  command: string,
  args: string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; uid?: number } = {},
): Run {
  const { npm_lifecycle_event: _, ...inherited } = process.env
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    ...options,
    env: { ...inherited, ...options.env },
  })
  let [output, errors] = ['', '']
  child.stdout?.on('data', (text: Buffer) => (output += text.toString()))
  child.stderr?.on('data', (text: Buffer) => (errors += text.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  return { child, output: () => output, errors: () => errors, ended }
}

/** Waits until a run has written this. @throws when it ends before, or takes too long */
export async function says(one: Run, words: string): Promise<void> {
  let over = false
  void one.ended.then(() => (over = true))
  for (let waited = 0; waited < longestStartMs; waited += 100) {
    if (one.output().includes(words)) return
    if (over) break
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`“${words}” was not said: ${one.output()}${one.errors()}`)
}

/** Every process that descends from this one, as the system lists them. */
export function descendants(pid: number): number[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  const parents = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  const below = (parent: number): number[] =>
    parents.flatMap(([own = 0, of]) => (of === parent ? [own, ...below(own)] : []))
  return below(pid)
}

/** Those of the processes that still run; one that has ended and was not fetched by its parent does not. */
export function running(pids: readonly number[]): string[] {
  if (pids.length === 0) return []
  const { stdout } = spawnSync('ps', ['-o', 'stat=,pid=,args=', '-p', pids.join(',')], { encoding: 'utf8' })
  return stdout.split('\n').filter((line) => line !== '' && !line.startsWith('Z'))
}

/** Ends a run whatever state it is in, for a test that failed. */
export async function endForSure({ child, ended }: Run): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await ended
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => probe.once('listening', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
