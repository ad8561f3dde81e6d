import { SqlScanner, type TokenKind } from './sql-scanner.ts'

/** A piece of SQL text that says something about its statement. */
export interface Token {
  kind: TokenKind
  text: string
  start: number
  end: number
  /** How many parentheses are open around it. */
  depth: number
}

/** One statement of a text. */
export interface Sentence {
  sql: string
  /** All of the first tokens; of the later ones words, parameters and semicolons alone. */
  tokens: Token[]
}

/** Nothing that decides about a statement stands later, and bulk inserts have millions of values. */
const tokensKeptWhole = 64

/**
 * The statements of a text in order. The body of a trigger holds semicolons of its own and ends with `; END`, the
 * rule that `sqlite3_complete` follows.
 */
export function* sentences(sql: string): Generator<Sentence> {
  const scanner = new SqlScanner(sql)
  let tokens: Token[] = []
  let depth = 0
  let end = 0
  while (scanner.next()) {
    const { kind } = scanner
    if (kind === 'semicolon' && !insideTrigger(tokens)) {
      if (tokens[0]) yield { sql: sql.slice(tokens[0].start, end), tokens }
      tokens = []
      depth = 0
      continue
    }
    end = scanner.end
    if (kind === 'open') depth += 1
    else if (kind === 'close') depth -= 1
    if (tokens.length < tokensKeptWhole || kind === 'word' || kind === 'parameter' || kind === 'semicolon') {
      tokens.push({ kind, text: sql.slice(scanner.start, end), start: scanner.start, end, depth })
    }
  }
  if (tokens[0]) yield { sql: sql.slice(tokens[0].start, end), tokens }
}

function insideTrigger(tokens: Token[]): boolean {
  if (!isWord(tokens[0], 'CREATE')) return false
  const temporary = isWord(tokens[1], 'TEMP') || isWord(tokens[1], 'TEMPORARY')
  if (!isWord(tokens[temporary ? 2 : 1], 'TRIGGER')) return false
  return !(isWord(tokens.at(-1), 'END') && tokens.at(-2)?.kind === 'semicolon')
}

/** Whether the token is this keyword, in any case and not quoted. */
export function isWord(token: Token | undefined, word: string): boolean {
  return token?.kind === 'word' && token.text.length === word.length && token.text.toUpperCase() === word
}

/** The tokens of the statement that an EXPLAIN is about; of any other statement its own. */
export function explained(tokens: Token[]): Token[] {
  if (!isWord(tokens[0], 'EXPLAIN')) return tokens
  return isWord(tokens[1], 'QUERY') && isWord(tokens[2], 'PLAN') ? tokens.slice(3) : tokens.slice(1)
}

/** The pragma's own name, without a schema before it. */
export function pragmaName(tokens: Token[]): string {
  const named = tokens[2]?.text === '.' ? tokens[3] : tokens[1]
  return named?.text.toLowerCase() ?? ''
}
