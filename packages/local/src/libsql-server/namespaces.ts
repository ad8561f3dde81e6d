import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { Connection } from './connection.ts'
import { ConnectionPool } from './connection-pool.ts'
import { loadDump } from './dump.ts'
import { namespaceExists, namespaceUnknown } from './failures.ts'
import { folderName, Namespace, nameOfFolder, writeConfig, type NamespaceConfig } from './namespace.ts'

/** All databases of one server, kept under one folder: `dbs/<name>/data`, as sqld lays them out. */
export class Namespaces {
  readonly pool: ConnectionPool
  readonly #folder: string
  readonly #lockTimeoutMs: number
  readonly #byName = new Map<string, Namespace>()

  constructor(dataDir: string, limits: { lockTimeoutMs: number; idleConnections: number }) {
    this.#folder = join(dataDir, 'dbs')
    this.#lockTimeoutMs = limits.lockTimeoutMs
    this.pool = new ConnectionPool(limits.idleConnections)
    for (const folder of [dataDir, this.#folder]) makePrivateFolder(folder)
    for (const entry of readdirSync(this.#folder)) this.#adopt(entry)
  }

  find(name: string): Namespace | null {
    return this.#byName.get(name) ?? null
  }

  /** @throws HttpError 404 */
  get(name: string): Namespace {
    const namespace = this.find(name)
    if (!namespace) throw namespaceUnknown(name)
    return namespace
  }

  /**
   * Makes a database, from the SQL text of a dump if one is given. When the dump does not load, an empty one stays: so it
   * is with sqld, and whoever restores must know that the name is taken.
   * @throws HttpError 400 when it exists or the dump is none, 500 when a statement of the dump fails
   */
  create(name: string, config: NamespaceConfig, dump: string | null): void {
    try {
      this.#build(name, config, (folder) => {
        if (dump !== null) fill(join(folder, 'data'), dump)
      })
    } catch (error) {
      if (dump !== null && !this.#byName.has(name)) this.#build(name, config, () => {})
      throw error
    }
  }

  /**
   * Copies a database as of its last commit. This thread runs nothing else meanwhile, so the file and its log fit each
   * other; pages of an uncommitted transaction in the log are ignored when the copy is opened.
   * @throws HttpError 404 for an unknown origin, 400 when the target exists
   */
  fork(from: string, to: string): void {
    const origin = this.get(from)
    this.#build(to, origin.config, (folder) => {
      for (const file of ['data', 'data-wal']) {
        const source = join(origin.folder, file)
        if (existsSync(source)) copyFileSync(source, join(folder, file), constants.COPYFILE_FICLONE)
      }
    })
  }

  /** @throws HttpError 404 */
  delete(name: string): Namespace {
    const namespace = this.get(name)
    namespace.deleted = true
    this.#byName.delete(name)
    rmSync(namespace.folder, { recursive: true })
    this.pool.drain(namespace)
    return namespace
  }

  close(): void {
    this.pool.close()
  }

  /** A database appears whole or not at all: it is built in a folder of another name that is renamed at the end. */
  #build(name: string, config: NamespaceConfig, build: (folder: string) => void): void {
    const folder = join(this.#folder, folderName(name))
    if (this.#byName.has(name)) throw namespaceExists(name)
    const beside = `${folder}.new`
    rmSync(beside, { recursive: true, force: true })
    makePrivateFolder(beside)
    // Made before the engine opens it: its log takes over the rights of the file.
    writeFileSync(join(beside, 'data'), '', { mode: 0o600 })
    try {
      writeConfig(beside, config)
      build(beside)
      renameSync(beside, folder)
    } catch (error) {
      rmSync(beside, { recursive: true, force: true })
      throw error
    }
    this.#byName.set(name, new Namespace(name, folder, this.#lockTimeoutMs))
  }

  /** A dot in a folder's name marks one that was not finished before the server stopped. */
  #adopt(entry: string): void {
    const folder = join(this.#folder, entry)
    if (entry.includes('.') || !existsSync(join(folder, 'config.json')))
      return rmSync(folder, { recursive: true })
    makePrivateFolder(folder)
    for (const file of readdirSync(folder)) chmodSync(join(folder, file), 0o600)
    this.#byName.set(nameOfFolder(entry), new Namespace(nameOfFolder(entry), folder, this.#lockTimeoutMs))
  }
}

/** Personal data of owners lies in it: nobody else on this machine may look in, also in one that was made before. */
function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
}

function fill(path: string, dump: string): void {
  const connection = new Connection(path)
  try {
    loadDump(connection, dump)
  } finally {
    connection.close()
  }
}
