import { spawn, type ChildProcess } from 'node:child_process'
import { createWriteStream, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Endings } from './endings.ts'
import { StartFailure } from './failure.ts'
import { endLeftBehind } from './left-behind.ts'

export interface RunningWorkers {
  url: string
  /** Ends when the Workers end, on purpose or not. */
  ended: Promise<void>
  close(): Promise<void>
}

const configs = ['wrangler.toml', 'workers/scheduled/wrangler.toml', 'workers/queue/wrangler.toml']
const longestStartMs = 180_000

/**
 * Runs the three Workers in one workerd, so that they share queues and files.
 * Its output goes to `logFile`.
 * @param env variables of the Workers
 * @param endings where their end is noted before they are waited for
 */
export async function startWorkers(
  root: string,
  dataDir: string,
  port: number,
  env: Record<string, string>,
  logFile: string,
  endings = new Endings(),
): Promise<RunningWorkers> {
  const args = [...configs.flatMap((path) => ['-c', path]), '--port', String(port), '--ip', '127.0.0.1']
  const child = spawn(
    join(root, 'node_modules/.bin/wrangler'),
    [
      'dev',
      ...args,
      '--inspector-port',
      '0',
      '--persist-to',
      stateFolder(dataDir),
      '--show-interactive-dev-session=false',
    ],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own: Ctrl-C reaches this process first, which ends the Workers in order.
      detached: true,
      env: workerEnv(dataDir, env),
    },
  )
  // For the next start, when this one is killed and cannot end them.
  writeFileSync(groupFile(dataDir), String(child.pid))
  const log = createWriteStream(logFile)
  child.stdout.pipe(log)
  child.stderr.pipe(log)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const close = async () => {
    await end(child, ended)
    rmSync(groupFile(dataDir), { force: true })
  }
  endings.add(close)
  const url = `http://localhost:${port}`
  await ready(child, url, logFile).catch(async (error: unknown) => {
    await close()
    throw error
  })
  return { url, ended, close }
}

const stateFolder = (dataDir: string) => join(dataDir, 'workers')
const groupFile = (dataDir: string) => join(dataDir, 'workers.group')

/** Ends the Workers of an earlier start on this folder, if that one was killed. */
export function endWorkersLeftBehind(dataDir: string): Promise<void> {
  return endLeftBehind(groupFile(dataDir), stateFolder(dataDir))
}

/** Only what the Workers are meant to see: every variable of this process becomes one of theirs. */
function workerEnv(dataDir: string, env: Record<string, string>): Record<string, string> {
  const { PATH = '', HOME = '' } = process.env
  return {
    PATH,
    HOME,
    ...env,
    CLOUDFLARE_INCLUDE_PROCESS_ENV: 'true',
    WRANGLER_SEND_METRICS: 'false',
    WRANGLER_REGISTRY_PATH: join(dataDir, 'registry'),
    WRANGLER_LOG_PATH: join(dataDir, 'wrangler-logs'),
    NO_UPDATE_NOTIFIER: '1',
  }
}

async function ready(child: ChildProcess, url: string, logFile: string): Promise<void> {
  for (let waited = 0; waited < longestStartMs; waited += 200) {
    if (child.exitCode !== null) break
    const answer = await fetch(`${url}/`, { redirect: 'manual' }).catch(() => undefined)
    if (answer !== undefined) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new StartFailure(`The Workers did not start: ${logFile} says why.`)
}

/** Ends the whole group: whoever does not end in time, or stays behind when its head has ended, is killed. */
async function end({ pid, exitCode, signalCode }: ChildProcess, ended: Promise<void>): Promise<void> {
  if (pid === undefined) return
  if (exitCode === null && signalCode === null) {
    signalGroup(pid, 'SIGTERM')
    const patience = setTimeout(() => signalGroup(pid, 'SIGKILL'), 5_000)
    await ended
    clearTimeout(patience)
  }
  signalGroup(pid, 'SIGKILL')
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal)
  } catch {
    // Nobody of the group is left.
  }
}
