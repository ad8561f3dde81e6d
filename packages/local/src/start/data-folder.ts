import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { StartFailure } from './failure.ts'

/** What an installation holds: nothing yet, a demo company that was not finished, one that was, or no demo by choice. */
export type Contents = 'nothing' | 'half a demo' | 'demo' | 'no demo'

/**
 * All that Heju ever puts into its folder: what is deleted to begin anew, and nothing besides. In this order, so that a
 * deletion that is cut off leaves no mark of something finished, and is taken up again at the next start.
 */
const ours = [
  'demo-made',
  'without-demo',
  'libsql',
  'workers',
  'wechat-pay',
  'registry',
  'wrangler-logs',
  'workers.log',
  'workers.group',
  'start.log',
  'keys.json',
] as const
const lockName = 'lock'
const runningName = 'running.json'

/** The folder that one installation on this machine keeps everything in, held by one start at a time. */
export class DataFolder {
  readonly path: string
  readonly #lock: Database.Database

  /**
   * Opens the folder, makes it when there is none, and keeps others from starting on it until this process ends.
   * @throws StartFailure when it cannot be written, holds other things, or is in use
   */
  constructor(path: string) {
    this.path = path
    makeWritable(path)
    requireOurs(path)
    this.#lock = locked(path)
  }

  get contents(): Contents {
    if (existsSync(this.at('demo-made'))) return 'demo'
    if (existsSync(this.at('without-demo'))) return 'no demo'
    return existsSync(this.at('keys.json')) ? 'half a demo' : 'nothing'
  }

  at(name: (typeof ours)[number]): string {
    return join(this.path, name)
  }

  /** Notes down that the first start came to its end. */
  settle(contents: 'demo' | 'no demo'): void {
    writeFileSync(this.at(contents === 'demo' ? 'demo-made' : 'without-demo'), new Date().toISOString())
  }

  /** Deletes what an installation left here. */
  clear(): void {
    for (const name of ours) rmSync(this.at(name), { recursive: true, force: true })
  }

  /** Lets a second start on the folder say where this one answers. */
  announce(url: string): void {
    writeFileSync(join(this.path, runningName), JSON.stringify({ url, pid: process.pid }))
  }

  close(): void {
    rmSync(join(this.path, runningName), { force: true })
    this.#lock.close()
  }
}

function makeWritable(path: string): void {
  try {
    // Keys and personal data lie in it.
    mkdirSync(path, { recursive: true, mode: 0o700 })
    for (const name of ['.', ...ours]) {
      if (existsSync(join(path, name))) accessSync(join(path, name), constants.R_OK | constants.W_OK)
    }
  } catch {
    throw new StartFailure(
      `Heju keeps its data in ${path} and cannot write there: give yourself write permission to it and what is in it, or choose another folder with npm start -- --data DIR.`,
    )
  }
}

function requireOurs(path: string): void {
  const known = new Set<string>([...ours, lockName, `${lockName}-journal`, runningName])
  const foreign = readdirSync(path).find((name) => !known.has(name) && !name.startsWith('.'))
  if (foreign === undefined || existsSync(join(path, 'keys.json'))) return
  throw new StartFailure(
    `${path} holds other things (${foreign}) and no data of Heju: choose an empty folder, or one that does not exist yet.`,
  )
}

/** SQLite's own lock: the system frees it when the process ends, however it ends. */
function locked(path: string): Database.Database {
  const lock = new Database(join(path, lockName))
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch {
    lock.close()
    throw new StartFailure(
      `Heju is already running on the data in ${path}${whereItRuns(path)}: use that one, end it with Ctrl-C, or choose another folder with npm start -- --data DIR.`,
    )
  }
}

function whereItRuns(path: string): string {
  try {
    const { url, pid } = JSON.parse(readFileSync(join(path, runningName), 'utf8')) as {
      url: string
      pid: number
    }
    return ` (${url}, process ${pid})`
  } catch {
    return ''
  }
}
