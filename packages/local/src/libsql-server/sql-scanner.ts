export type TokenKind = 'word' | 'quoted' | 'literal' | 'parameter' | 'semicolon' | 'open' | 'close' | 'other'

const space = 1
const digit = 2
const letter = 3

/** What an ASCII character begins; characters beyond ASCII are letters to SQLite. */
const classes = new Uint8Array(128)
for (const character of ' \t\n\f\r') classes[character.charCodeAt(0)] = space
for (const character of '0123456789') classes[character.charCodeAt(0)] = digit
for (let code = 65; code <= 90; code++) classes[code] = classes[code + 32] = letter
classes['_'.charCodeAt(0)] = letter

const byteOrderMark = 0xfeff

const codeOf = (character: string): number => character.charCodeAt(0)

const characters = {
  semicolon: codeOf(';'),
  open: codeOf('('),
  close: codeOf(')'),
  quote: codeOf("'"),
  doubleQuote: codeOf('"'),
  backtick: codeOf('`'),
  bracket: codeOf('['),
  question: codeOf('?'),
  colon: codeOf(':'),
  at: codeOf('@'),
  dollar: codeOf('$'),
  hash: codeOf('#'),
  minus: codeOf('-'),
  slash: codeOf('/'),
  star: codeOf('*'),
  dot: codeOf('.'),
  x: codeOf('x'),
} as const

function classOf(code: number): number {
  if (code < 128) return classes[code] ?? 0
  return code === byteOrderMark ? space : letter
}

/** `$` may stand in a word but not begin one. */
function isWordPart(code: number): boolean {
  return classOf(code) >= digit || code === characters.dollar
}

/**
 * Goes through SQL text token by token the way SQLite's tokenizer does, as far as it takes to find the ends of
 * statements, their kind and their parameters. Broken text has tokens too: SQLite itself says what is wrong with it.
 * It makes no objects, because bulk inserts come with millions of tokens.
 */
export class SqlScanner {
  readonly #sql: string
  kind: TokenKind = 'other'
  start = 0
  end = 0

  constructor(sql: string) {
    this.#sql = sql
  }

  /** Moves to the next token; false at the end of the text. White space and comments are passed over. */
  next(): boolean {
    this.#skipBlank()
    if (this.start >= this.#sql.length) return false
    this.end = this.#endOfToken(this.#sql.charCodeAt(this.start))
    return true
  }

  #skipBlank(): void {
    const sql = this.#sql
    let at = this.end
    for (;;) {
      const code = sql.charCodeAt(at)
      if (classOf(code) === space) at += 1
      else if (code === characters.minus && sql.charCodeAt(at + 1) === characters.minus)
        at = endAfter(sql, '\n', at)
      else if (code === characters.slash && sql.charCodeAt(at + 1) === characters.star)
        at = endAfter(sql, '*/', at + 2)
      else break
    }
    this.start = at
  }

  #endOfToken(code: number): number {
    const sql = this.#sql
    const { start } = this
    switch (code) {
      case characters.semicolon:
        return this.#take('semicolon', start + 1)
      case characters.open:
        return this.#take('open', start + 1)
      case characters.close:
        return this.#take('close', start + 1)
      case characters.quote:
        return this.#take('literal', endOfQuoted(sql, start, "'"))
      case characters.doubleQuote:
        return this.#take('quoted', endOfQuoted(sql, start, '"'))
      case characters.backtick:
        return this.#take('quoted', endOfQuoted(sql, start, '`'))
      case characters.bracket:
        return this.#take('quoted', endAfter(sql, ']', start))
      case characters.question:
        return this.#take('parameter', this.#endOfWord(start + 1))
      case characters.colon:
      case characters.at:
      case characters.dollar:
      case characters.hash:
        if (!isWordPart(sql.charCodeAt(start + 1))) return this.#take('other', start + 1)
        return this.#take('parameter', this.#endOfWord(start + 1))
    }
    return this.#endOfWordOrNumber(code)
  }

  #endOfWordOrNumber(code: number): number {
    const sql = this.#sql
    const { start } = this
    const following = sql.charCodeAt(start + 1)
    const isHex = (code | 32) === characters.x && following === characters.quote
    if (isHex) return this.#take('literal', endOfQuoted(sql, start + 1, "'"))
    const kind = classOf(code)
    if (kind === letter) return this.#take('word', this.#endOfWord(start + 1))
    if (kind === digit || (code === characters.dot && classOf(following) === digit)) {
      return this.#take('literal', this.#endOfNumber(start + 1))
    }
    return this.#take('other', start + 1)
  }

  #take(kind: TokenKind, end: number): number {
    this.kind = kind
    return end
  }

  #endOfWord(start: number): number {
    let at = start
    while (at < this.#sql.length && isWordPart(this.#sql.charCodeAt(at))) at += 1
    return at
  }

  /** Takes `1.5` and `0xff`; of `1e-5` the rest is tokens of its own, which does no harm here. */
  #endOfNumber(start: number): number {
    let at = start
    while (
      at < this.#sql.length &&
      (isWordPart(this.#sql.charCodeAt(at)) || this.#sql.charCodeAt(at) === characters.dot)
    )
      at += 1
    return at
  }
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
    if (sql.charCodeAt(found + 1) !== quote.charCodeAt(0)) return found + 1
    at = found + 2
  }
}
