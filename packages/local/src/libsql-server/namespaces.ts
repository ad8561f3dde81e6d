import { copyFileSync, constants, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Connection } from './connection.ts'
import { ConnectionPool } from './connection-pool.ts'
import { loadDump } from './dump.ts'
import { namespaceExists, namespaceUnknown } from './failures.ts'
import {
  folderName,
  freshFolder,
  Namespace,
  nameOfFolder,
  writeConfig,
  type NamespaceConfig,
} from './namespace.ts'

/** All databases of one server, kept under one folder: `dbs/<name>/data` as sqld lays them out. */
export class Namespaces {
  readonly pool: ConnectionPool
  readonly #folder: string
  readonly #lockTimeoutMs: number
  readonly #byName = new Map<string, Namespace>()

  constructor(dataDir: string, limits: { lockTimeoutMs: number; idleConnections: number }) {
    this.#folder = join(dataDir, 'dbs')
    this.#lockTimeoutMs = limits.lockTimeoutMs
    this.pool = new ConnectionPool(limits.idleConnections)
    mkdirSync(this.#folder, { recursive: true })
    for (const entry of readdirSync(this.#folder)) this.#adopt(entry)
  }

  /** @throws HttpError 404 */
  get(name: string): Namespace {
    const namespace = this.#byName.get(name)
    if (!namespace) throw namespaceUnknown(name)
    return namespace
  }

  has(name: string): boolean {
    return this.#byName.has(name)
  }

  /**
   * Makes a database, from a dump if one is given. It appears whole or not at all: it is built in a folder of another
   * name that is renamed at the end.
   * @throws HttpError 400 when it exists or the dump does not load
   */
  create(name: string, config: NamespaceConfig, dump: string | null): void {
    const folder = this.#freePlace(name)
    const beside = `${folder}.new`
    freshFolder(beside)
    writeConfig(beside, config)
    const connection = new Connection(join(beside, 'data'), config.max_db_pages)
    try {
      if (dump !== null) loadDump(connection, dump)
    } catch (error) {
      rmSync(beside, { recursive: true })
      throw error
    } finally {
      connection.close()
    }
    this.#publish(name, beside, folder)
  }

  /**
   * Copies a database as of its last commit. This thread runs nothing else meanwhile, so the file and its log fit each
   * other; pages of an uncommitted transaction in the log are ignored when it is opened.
   * @throws HttpError 404 for an unknown origin, 400 when the target exists
   */
  fork(from: string, to: string): void {
    const origin = this.get(from)
    const folder = this.#freePlace(to)
    const beside = `${folder}.new`
    freshFolder(beside)
    writeConfig(beside, origin.config)
    for (const file of ['data', 'data-wal']) {
      const source = join(origin.folder, file)
      if (existsSync(source)) copyFileSync(source, join(beside, file), constants.COPYFILE_FICLONE)
    }
    this.#publish(to, beside, folder)
  }

  /** @throws HttpError 404 */
  delete(name: string): Namespace {
    const namespace = this.get(name)
    this.#byName.delete(name)
    this.pool.drain(namespace)
    rmSync(namespace.folder, { recursive: true })
    return namespace
  }

  close(): void {
    this.pool.close()
  }

  #freePlace(name: string): string {
    const folder = join(this.#folder, folderName(name))
    if (this.#byName.has(name)) throw namespaceExists(name)
    return folder
  }

  #publish(name: string, beside: string, folder: string): void {
    renameSync(beside, folder)
    this.#byName.set(name, new Namespace(name, folder, this.#lockTimeoutMs))
  }

  /** A dot in a folder's name marks one that was not finished before the server stopped. */
  #adopt(entry: string): void {
    const folder = join(this.#folder, entry)
    if (entry.includes('.')) rmSync(folder, { recursive: true })
    else
      this.#byName.set(nameOfFolder(entry), new Namespace(nameOfFolder(entry), folder, this.#lockTimeoutMs))
  }
}
