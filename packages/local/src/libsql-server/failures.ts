/** What a statement or batch answers inside `results` when it fails: a stable code and a text for the developer. */
export class StatementError extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.name = 'StatementError'
    this.code = code
  }
}

/** The client broke the protocol (malformed JSON, unknown baton): 400 with a plain text, and the stream is gone. */
export class ProtocolError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ProtocolError'
  }
}

/** The stream was idle for too long: 400 with a JSON body, so that a correct client can tell it from its own mistake. */
export class StreamExpiredError extends Error {
  readonly code = 'STREAM_EXPIRED'

  constructor() {
    super('The stream has expired due to inactivity')
    this.name = 'StreamExpiredError'
  }
}

/** Everything else that ends a request: the status, and `{"error": message}` as sqld words it. */
export class HttpError extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.name = 'HttpError'
    this.status = status
  }
}

export const namespaceUnknown = (name: string) => new HttpError(404, `Namespace \`${name}\` doesn't exist`)
export const namespaceExists = (name: string) => new HttpError(400, `Namespace \`${name}\` already exists`)
export const namespaceInvalid = () => new HttpError(400, 'Invalid namespace')
export const transactionTimeout = () => new StatementError('TRANSACTION_TIMEOUT', 'Transaction timed out')
export const tooBig = () => new StatementError('SQLITE_TOOBIG', 'SQLite error: string or blob too big')
export const responseTooLarge = () => new StatementError('RESPONSE_TOO_LARGE', 'Response is too large')
