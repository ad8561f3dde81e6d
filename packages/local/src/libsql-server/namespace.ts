import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { namespaceInvalid } from './failures.ts'
import { Statistics } from './statistics.ts'
import { WriterLock } from './writer-lock.ts'

/** sqld's page size, in bytes. */
export const pageSize = 4_096

/** What SQLite can address. */
const addressablePages = 2 ** 32 - 2

/** What the admin API may set; the names are those of sqld's routes, sizes are in bytes. */
export interface NamespaceConfig {
  block_reads: boolean
  block_writes: boolean
  block_reason: string | null
  max_db_size: number
  /** The longest text or blob; it can be set only when the database is made. */
  max_row_size: number
  jwt_key: string | null
}

/** sqld's 1,000 petabytes stand for no limit at all. */
export const defaultConfig: NamespaceConfig = {
  block_reads: false,
  block_writes: false,
  block_reason: null,
  max_db_size: 1e18,
  max_row_size: 5_000_000,
  jwt_key: null,
}

/** One database: its folder, its configuration, who may write now. */
export class Namespace {
  readonly name: string
  readonly folder: string
  readonly lock: WriterLock
  readonly statistics = new Statistics()
  config: NamespaceConfig
  /** Set once the database is deleted; nobody may use it after that. */
  deleted = false

  constructor(name: string, folder: string, lockTimeoutMs: number) {
    this.name = name
    this.folder = folder
    this.lock = new WriterLock(lockTimeoutMs)
    this.config = { ...defaultConfig, ...JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8')) }
  }

  get path(): string {
    return join(this.folder, 'data')
  }

  /** The size at which SQLite refuses to let the file grow, in pages. */
  get maxPages(): number {
    return Math.min(Math.max(Math.floor(this.config.max_db_size / pageSize), 1), addressablePages)
  }

  configure(config: NamespaceConfig): void {
    writeConfig(this.folder, config)
    this.config = config
  }
}

/** Written beside and renamed: a crash leaves the old configuration or the new one. */
export function writeConfig(folder: string, config: NamespaceConfig): void {
  const beside = join(folder, 'config.json.new')
  writeFileSync(beside, JSON.stringify(config), { mode: 0o600 })
  renameSync(beside, join(folder, 'config.json'))
}

/**
 * The folder name of a namespace. Any text is a name for sqld; here it must also be one for the file system.
 * @throws HttpError 400
 */
export function folderName(name: string): string {
  if (name === '') throw namespaceInvalid()
  const encoded = encodeURIComponent(name).replaceAll('.', '%2E').replaceAll('*', '%2A')
  if (encoded.length > 200) throw namespaceInvalid()
  return encoded
}

export function nameOfFolder(folder: string): string {
  return decodeURIComponent(folder)
}
