import { SqlScanner } from './sql-scanner.ts'

/** Functions of the engine that reach files, other code or the engine's own insides. */
const functions = [
  'readfile',
  'writefile',
  'edit',
  'lsmode',
  'load_extension',
  'fts3_tokenizer',
  'sha3_query',
  'sqlite_log',
  'sqlite_crypt',
  'sqlite3mc_config',
  'sqlite3mc_config_table',
  'sqlite3mc_codec_data',
]

/** Tables that the engine makes up: files and folders, raw pages, foreign memory, other statements. */
const tables = ['fsdir', 'sqlite_dbpage', 'carray', 'sqlite_stmt', 'zipfile']

const refused = new Set([...functions, ...tables])
/** Most texts hold none of the names anywhere, which is quickly seen. */
const anywhere = new RegExp([...refused].join('|'), 'i')

/**
 * Whether a text names what no client may use: sqld 0.24.32 lets it through, and whoever may run SQL there reads and
 * writes every file that its process may. A name in quotes of any kind is a name; the product has no such column.
 */
export function usesRefusedName(sql: string): boolean {
  if (!anywhere.test(sql)) return false
  const scanner = new SqlScanner(sql)
  while (scanner.next()) {
    if (!['word', 'quoted', 'literal'].includes(scanner.kind)) continue
    const text = sql.slice(scanner.start, scanner.end).replaceAll(/^[['"`]|[\]'"`]$/g, '')
    if (refused.has(text.toLowerCase())) return true
  }
  return false
}
