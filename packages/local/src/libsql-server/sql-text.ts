/** A piece of SQL text that means something to us; white space and comments are left out. */
export interface Token {
  kind: 'word' | 'quoted' | 'literal' | 'parameter' | 'semicolon' | 'open' | 'close' | 'other'
  text: string
  start: number
  end: number
}

const wordStart = /[A-Za-z_\u0080-\uffff]/
const wordPart = /[\w$\u0080-\uffff]/

/**
 * Cuts SQL text into tokens the way SQLite's tokenizer does, as far as it takes to find the ends of statements, their
 * kind and their parameters. Broken text yields tokens too: SQLite itself says what is wrong with it.
 */
export function* tokenize(sql: string): Generator<Token> {
  let at = 0
  while (at < sql.length) {
    const next = skipBlank(sql, at)
    if (next > at) {
      at = next
      continue
    }
    const token = readToken(sql, at)
    yield token
    at = token.end
  }
}

function skipBlank(sql: string, start: number): number {
  const character = sql[start]
  if (character === '-' && sql[start + 1] === '-') return endAfter(sql, '\n', start)
  if (character === '/' && sql[start + 1] === '*') return endAfter(sql, '*/', start + 2)
  let at = start
  while (at < sql.length && /[\s\ufeff]/.test(sql[at] ?? '')) at += 1
  return at
}

function readToken(sql: string, start: number): Token {
  const character = sql[start] ?? ''
  const token = (kind: Token['kind'], end: number): Token => ({
    kind,
    text: sql.slice(start, end),
    start,
    end,
  })
  if (character === ';') return token('semicolon', start + 1)
  if (character === '(') return token('open', start + 1)
  if (character === ')') return token('close', start + 1)
  if (character === "'") return token('literal', endOfQuoted(sql, start, "'"))
  if (character === '"' || character === '`') return token('quoted', endOfQuoted(sql, start, character))
  if (character === '[') return token('quoted', endAfter(sql, ']', start))
  if (character === '?') return token('parameter', endWhile(sql, start + 1, /\d/))
  if (':@$#'.includes(character) && wordPart.test(sql[start + 1] ?? '')) {
    return token('parameter', endWhile(sql, start + 1, /[\w$:\u0080-\uffff]/))
  }
  if (/[xX]/.test(character) && sql[start + 1] === "'")
    return token('literal', endOfQuoted(sql, start + 1, "'"))
  if (wordStart.test(character)) return token('word', endWhile(sql, start + 1, wordPart))
  if (/[\d.]/.test(character)) return token('literal', endWhile(sql, start + 1, /[\w.]/))
  return token('other', start + 1)
}

function endWhile(sql: string, start: number, part: RegExp): number {
  let at = start
  while (at < sql.length && part.test(sql[at] ?? '')) at += 1
  return at
}

function endAfter(sql: string, end: string, start: number): number {
  const found = sql.indexOf(end, start)
  return found < 0 ? sql.length : found + end.length
}

/** A doubled quote stands for itself and does not end the text. */
function endOfQuoted(sql: string, start: number, quote: string): number {
  let at = start + 1
  for (;;) {
    const found = sql.indexOf(quote, at)
    if (found < 0) return sql.length
    if (sql[found + 1] !== quote) return found + 1
    at = found + 2
  }
}

/** One statement of a text: its tokens without the closing semicolon. */
export interface Sentence {
  sql: string
  tokens: Token[]
}

/**
 * The statements of a text in order. The body of a trigger holds semicolons of its own and ends with `; END`, the
 * rule that `sqlite3_complete` follows.
 */
export function* sentences(sql: string): Generator<Sentence> {
  let tokens: Token[] = []
  for (const token of tokenize(sql)) {
    if (token.kind === 'semicolon' && !insideTrigger(tokens)) {
      if (tokens.length > 0) yield sentence(sql, tokens)
      tokens = []
    } else {
      tokens.push(token)
    }
  }
  if (tokens.length > 0) yield sentence(sql, tokens)
}

function sentence(sql: string, tokens: Token[]): Sentence {
  return { sql: sql.slice(tokens[0]?.start, tokens.at(-1)?.end), tokens }
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

/** The pragma's own name, without a schema before it. */
export function pragmaName(tokens: Token[]): string {
  const named = tokens[2]?.text === '.' ? tokens[3] : tokens[1]
  return named?.text.toLowerCase() ?? ''
}
