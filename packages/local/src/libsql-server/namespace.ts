import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { namespaceInvalid } from './failures.ts'
import { WriterLock } from './writer-lock.ts'

/** sqld's page size: limits on a database's size are kept in pages. */
export const pageSize = 4_096

/** What the admin API may set; names are those of sqld's `config` route. */
export interface NamespaceConfig {
  block_reads: boolean
  block_writes: boolean
  block_reason: string | null
  max_db_pages: number
}

/** 2^32 - 2 pages is what SQLite itself can address. */
export const defaultConfig: NamespaceConfig = {
  block_reads: false,
  block_writes: false,
  block_reason: null,
  max_db_pages: 4_294_967_294,
}

/** One database: its folder, its configuration, who may write now. */
export class Namespace {
  readonly name: string
  readonly folder: string
  readonly lock: WriterLock
  config: NamespaceConfig
  /** Counts schema changes, so that connections know when their prepared statements are out of date. */
  schemaVersion = 0

  constructor(name: string, folder: string, lockTimeoutMs: number) {
    this.name = name
    this.folder = folder
    this.lock = new WriterLock(lockTimeoutMs)
    this.config = readConfig(folder)
  }

  get path(): string {
    return join(this.folder, 'data')
  }

  configure(config: NamespaceConfig): void {
    writeConfig(this.folder, config)
    this.config = config
  }
}

function readConfig(folder: string): NamespaceConfig {
  return { ...defaultConfig, ...JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8')) }
}

/** Written beside and renamed: a crash leaves the old configuration or the new one. */
export function writeConfig(folder: string, config: NamespaceConfig): void {
  const beside = join(folder, 'config.json.new')
  writeFileSync(beside, JSON.stringify(config))
  renameSync(beside, join(folder, 'config.json'))
}

/**
 * The folder name of a namespace. Any text is a valid name for sqld; here it must also be one for the file system.
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

/** Empties a folder for a database that is being made; what an interrupted attempt left there goes. */
export function freshFolder(folder: string): void {
  if (existsSync(folder)) rmSync(folder, { recursive: true })
  mkdirSync(folder, { recursive: true })
}
