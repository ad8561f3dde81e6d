import { StatementError } from './failures.ts'
import { refuseUnsupported } from './refused-sql.ts'
import { explained, isWord, pragmaName, sentences, type Sentence, type Token } from './sql-text.ts'

/** What a statement does, as far as permissions, blocking and the writer's lock are concerned. */
export type StatementKind = 'read' | 'write' | 'schema' | 'begin' | 'end' | 'savepoint'

export interface Statement {
  readonly sql: string
  readonly kind: StatementKind
  /** Whether it must hold the namespace's writer lock before it runs. */
  readonly takesLock: boolean
  /** INSERT, UPDATE or DELETE: only these have an affected row count. */
  readonly changesRows: boolean
  readonly isInsert: boolean
  readonly isExplain: boolean
  /** Also when it is explained: SQLite carries out some pragmas while it prepares them. */
  readonly isPragma: boolean
  /** The parameters in the order of their index; a name keeps its prefix, a bare `?` has none. */
  readonly parameters: readonly (string | null)[]
}

/** Analysing costs more than running a short statement, and clients send the same texts again and again. */
const known = new Map<string, Statement>()
const knownLimit = 2_000
const knownTextLimit = 20_000

/**
 * The one statement of a text.
 * @throws StatementError SQL_NO_STATEMENT, SQL_MANY_STATEMENTS (the engine would silently run the first alone) or
 * SQL_PARSE_ERROR for statements that sqld refuses
 */
export function parseOne(sql: string): Statement {
  const found = known.get(sql)
  if (found) return found
  const [first, second] = sentences(sql)
  if (!first) throw new StatementError('SQL_NO_STATEMENT', 'SQL string does not contain any statement')
  const statement = analyse(first)
  if (second) throw new StatementError('SQL_MANY_STATEMENTS', 'SQL string contains more than one statement')
  if (sql.length <= knownTextLimit) {
    if (known.size >= knownLimit) known.delete(known.keys().next().value ?? '')
    known.set(sql, statement)
  }
  return statement
}

/** All statements of a text, for `sequence`. */
export function parseMany(sql: string): Statement[] {
  return Array.from(sentences(sql), analyse)
}

function analyse({ sql, tokens }: Sentence): Statement {
  if (sql.includes('\0')) {
    throw new StatementError('SQL_PARSE_ERROR', 'SQL string could not be parsed: unrecognized token: U+0000')
  }
  const inner = explained(tokens)
  refuseUnsupported(sql, tokens)
  const isExplain = inner !== tokens
  const verb = mainVerb(inner)
  const isPragma = verb === 'PRAGMA'
  const isInsert = !isExplain && (verb === 'INSERT' || verb === 'REPLACE')
  const changesRows = isInsert || (!isExplain && (verb === 'UPDATE' || verb === 'DELETE'))
  const { kind, takesLock } = isExplain && !isPragma ? reading : classify(verb, inner)
  return {
    sql,
    kind,
    takesLock,
    changesRows,
    isInsert,
    isExplain,
    isPragma,
    parameters: findParameters(tokens),
  }
}

interface Classified {
  kind: StatementKind
  takesLock: boolean
}

const reading: Classified = { kind: 'read', takesLock: false }

function classify(verb: string, tokens: Token[]): Classified {
  switch (verb) {
    case 'INSERT':
    case 'REPLACE':
    case 'UPDATE':
    case 'DELETE':
    case 'REINDEX':
      return { kind: 'write', takesLock: true }
    case 'CREATE':
    case 'DROP':
    case 'ALTER':
      return { kind: 'schema', takesLock: true }
    case 'BEGIN':
      return { kind: 'begin', takesLock: isWord(tokens[1], 'IMMEDIATE') || isWord(tokens[1], 'EXCLUSIVE') }
    case 'COMMIT':
    case 'END':
      return { kind: 'end', takesLock: false }
    case 'ROLLBACK':
      return { kind: tokens.some((token) => isWord(token, 'TO')) ? 'savepoint' : 'end', takesLock: false }
    case 'SAVEPOINT':
    case 'RELEASE':
      return { kind: 'savepoint', takesLock: false }
    case 'PRAGMA':
      return classifyPragma(tokens)
    default:
      return reading
  }
}

const readingPragmas = new Set([
  'table_list',
  'index_list',
  'table_info',
  'table_xinfo',
  'index_info',
  'index_xinfo',
  'pragma_list',
  'compile_options',
  'database_list',
  'function_list',
  'module_list',
  'encoding',
])

/** sqld counts every pragma but the plain catalogue ones as a write; only one that sets a value needs the lock. */
function classifyPragma(tokens: Token[]): Classified {
  const name = pragmaName(tokens)
  if (readingPragmas.has(name)) return reading
  return { kind: 'write', takesLock: name === 'user_version' && tokens.length > 2 }
}

/** The word that says what the statement does; for WITH the verb after the common table expressions. */
function mainVerb(tokens: Token[]): string {
  const first = tokens[0]?.kind === 'word' ? tokens[0].text.toUpperCase() : ''
  if (first !== 'WITH') return first
  const verbs = ['SELECT', 'VALUES', 'INSERT', 'REPLACE', 'UPDATE', 'DELETE']
  const found = tokens.find((token) => token.depth === 0 && verbs.some((verb) => isWord(token, verb)))
  return found?.text.toUpperCase() ?? first
}

/** SQLite's rule: `?` takes the next index, `?7` takes 7, a name takes the next index once and keeps it. */
function findParameters(tokens: Token[]): (string | null)[] {
  const parameters: (string | null)[] = []
  const names = new Set<string>()
  for (const { kind, text } of tokens) {
    if (kind !== 'parameter') continue
    if (text === '?') parameters.push(null)
    else if (text.startsWith('?')) numberParameter(parameters, text)
    else if (!names.has(text)) {
      names.add(text)
      parameters.push(text)
    }
  }
  return parameters
}

/** SQLite's own limit on the number of a parameter. */
const lastParameter = 32_766

function numberParameter(parameters: (string | null)[], text: string): void {
  const index = Number(text.slice(1))
  // SQLite refuses what is no such number; there is nothing to bind then.
  if (!Number.isInteger(index) || index < 1 || index > lastParameter) return
  while (parameters.length < index) parameters.push(null)
  // One that a name has taken already keeps that name.
  parameters[index - 1] ??= text
}
