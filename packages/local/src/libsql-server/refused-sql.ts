import { StatementError } from './failures.ts'
import { usesRefusedName } from './refused-names.ts'
import { explained, isWord, pragmaName, type Token } from './sql-text.ts'

/** Pragmas that sqld answers with or without an argument. */
const allowedPragmas = new Set(
  (
    'table_list index_list table_info table_xinfo index_info index_xinfo pragma_list compile_options database_list function_list ' +
    'module_list encoding defer_foreign_keys foreign_keys foreign_key_list foreign_key_check collation_list ' +
    'data_version freelist_count integrity_check legacy_file_format page_count quick_check stats user_version'
  ).split(' '),
)

/** Pragmas that may be asked but not set. */
const readablePragmas = new Set(
  (
    'analysis_limit application_id auto_vacuum automatic_index busy_timeout cache_size cache_spill cell_size_check ' +
    'checkpoint_fullfsync fullfsync hard_heap_limit journal_mode journal_size_limit legacy_alter_table locking_mode ' +
    'max_page_count mmap_size page_size query_only read_uncommitted recursive_triggers reverse_unordered_selects ' +
    'schema_version secure_delete soft_heap_limit synchronous temp_store threads trusted_schema wal_autocheckpoint'
  ).split(' '),
)

/**
 * Refuses what sqld refuses: what would change the connection for others, reach another database or rewrite the file.
 * Text that is no statement at all passes: SQLite says better what is wrong with it.
 * @param tokens those of the statement, with an EXPLAIN before it if there is one
 * @throws StatementError SQL_PARSE_ERROR, SQLITE_AUTH for what would reach files
 */
export function refuseUnsupported(sql: string, tokens: Token[]): void {
  if (usesRefusedName(sql)) throw new StatementError('SQLITE_AUTH', 'SQLite error: not authorized')
  if (!isRefused(tokens)) return
  throw new StatementError('SQL_PARSE_ERROR', `SQL string could not be parsed: unsupported statement: ${sql}`)
}

function isRefused(tokens: Token[]): boolean {
  const inner = explained(tokens)
  // SQLite carries out some pragmas while it prepares them; whatever else is explained does nothing.
  if (isWord(inner[0], 'PRAGMA')) return isRefusedPragma(inner)
  if (inner !== tokens) return false
  const [first, second] = tokens
  if (['VACUUM', 'ATTACH', 'ANALYZE'].some((word) => isWord(first, word))) return true
  if (!isWord(first, 'CREATE')) return false
  return isWord(second, 'TEMP') || isWord(second, 'TEMPORARY') || createsInTemp(tokens)
}

function isRefusedPragma(tokens: Token[]): boolean {
  const name = pragmaName(tokens)
  if (allowedPragmas.has(name)) return false
  const hasArgument = tokens.some((token) => token.text === '=' || token.kind === 'open')
  return !readablePragmas.has(name) || hasArgument
}

/** `CREATE TABLE temp.x` makes a temporary table too. */
function createsInTemp(tokens: Token[]): boolean {
  const dot = tokens.findIndex((token) => token.text === '.')
  const open = tokens.findIndex((token) => token.kind === 'open')
  return dot > 0 && (open < 0 || dot < open) && isWord(tokens[dot - 1], 'TEMP')
}
