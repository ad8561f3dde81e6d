import { apiClient } from '@heju/api-client'
import { newId, type ErrorParams } from '@heju/kernel'
import * as v from 'valibot'

/** A refusal as the API words it. What is less is the word of something else between it and here, as a 503 of a proxy may be. */
const refusalSchema = v.object({
  code: v.string(),
  message: v.string(),
  fields: v.array(v.object({ path: v.string(), code: v.string(), message: v.string() })),
  params: v.record(v.string(), v.nullable(v.union([v.string(), v.number(), v.boolean()]))),
})
type Refusal = v.InferOutput<typeof refusalSchema>

/** A refusal of the API: its text is for people and in their language already. */
export class ApiError extends Error {
  readonly code: string
  readonly status: number
  readonly fields: Refusal['fields']
  readonly params: ErrorParams

  constructor(status: number, { code, message, fields, params }: Refusal) {
    super(message)
    this.status = status
    this.code = code
    this.fields = fields
    this.params = params
  }
}

/** Of what did not answer; the page has words for it. */
export function offline(): ApiError {
  return new ApiError(0, noAnswer)
}

/** Whether an error leaves open whether what was sent was done: nothing answered, or the service broke off. */
export function isUnanswered(error: unknown): boolean {
  return !(error instanceof ApiError) || error.status === 0 || error.status >= 500
}

const noAnswer: Refusal = { code: 'offline', message: '', fields: [], params: {} }

/** Asks for a sign-in over the page. @returns whether whoever the page belongs to is signed in again */
type AskSignIn = () => Promise<boolean>
let askSignIn: AskSignIn | undefined
let asked: Promise<boolean> | undefined

/** Has `ask` ask when a sign-in has ended, until the function that it returns is called. */
export function whenSignedOut(ask: AskSignIn): () => void {
  askSignIn = ask
  return () => (askSignIn = undefined)
}

/**
 * The server renews a sign-in by the way; a 401 says that it has ended. It is asked for over the page, once however many
 * requests met the refusal, and then each is sent again as it was, with its own idempotency key.
 */
async function fetchSignedIn(input: RequestInfo | URL, given?: RequestInit): Promise<Response> {
  const init = withJsonType(given)
  const response = await fetch(input, init)
  if (response.status !== 401 || askSignIn === undefined) return response
  if (await isRenewed(response)) {
    const again = await fetch(input, init)
    if (again.status !== 401) return again
  }
  asked ??= askSignIn().finally(() => (asked = undefined))
  return (await asked) ? fetch(input, init) : response
}

let renewing: Promise<boolean> | undefined

/**
 * Whether a sign-in that claims more than its holder has by now (a role was taken away) was renewed: it stands, with the
 * roles of this moment, and nobody is asked for a password.
 */
async function isRenewed(refused: Response): Promise<boolean> {
  const body = (await refused
    .clone()
    .json()
    .catch(() => undefined)) as { error?: { code?: string } } | null | undefined
  if (body?.error?.code !== 'access.standing_lost') return false
  const headers = { 'content-type': 'application/json' }
  renewing ??= fetch('/api/v1/session/refresh', { method: 'POST', headers })
    .then(({ ok }) => ok)
    .catch(() => false)
    .finally(() => (renewing = undefined))
  return renewing
}

/** The API takes JSON only, also where a change needs no body. */
function withJsonType(given?: RequestInit): RequestInit {
  const headers = new Headers(given?.headers)
  if (given?.method !== undefined && given.method !== 'GET' && given.body === undefined)
    headers.set('content-type', 'application/json')
  return { ...given, headers }
}

export const api = apiClient('', { fetch: fetchSignedIn as typeof fetch }).staff
/** The API as whoever signs in asks it: a refusal here is an answer and asks for nothing. */
export const door = apiClient('').staff.session

/**
 * The JSON of a successful answer.
 * @throws ApiError what the API refused, or without words what refused it instead; `offline` when the API did not answer: a
 * network that has one sign in to it answers with a page of its own, as if all were well
 */
export async function call<T>(
  answer: Promise<{ ok: boolean; status: number; json(): Promise<T> }>,
): Promise<T> {
  const response = await answer.catch(() => undefined)
  if (response === undefined) throw offline()
  const body = await response.json().catch(() => undefined)
  if (!response.ok) throw new ApiError(response.status, refusalIn(body))
  if (body === undefined) throw offline()
  return body
}

function refusalIn(body: unknown): Refusal {
  const read = v.safeParse(v.object({ error: refusalSchema }), body)
  return read.success ? read.output.error : noAnswer
}

export type FileAnswer = Promise<{
  ok: boolean
  status: number
  headers: Headers
  json(): Promise<unknown>
  blob(): Promise<Blob>
}>

/** A file and the name that the API gave it. */
export interface NamedFile {
  file: Blob
  name: string
}

/** The file of a successful answer, to be saved by the browser under its name. @throws ApiError as `call` */
export async function fetchFile(answer: FileAnswer): Promise<NamedFile> {
  const response = await answer.catch(() => undefined)
  const said = response?.headers.get('content-disposition') ?? ''
  const [, name] = /filename\*=UTF-8''([^;]+)/.exec(said) ?? []
  if (response?.ok && name !== undefined)
    return { file: await response.blob(), name: decodeURIComponent(name) }
  // Refusals come as JSON, like those of every other call; what is no file of the API's is no answer of it.
  if (response?.ok === false) await call(Promise.resolve(response))
  throw offline()
}

/** The header by which a request that writes is known when it comes again. */
export interface Keyed {
  'idempotency-key': string
}

/**
 * A fresh id of a request that writes; kept for repetitions of the same one. Not `crypto.randomUUID`, which browsers
 * withhold from a page on plain http, as a trial on the office's own network is.
 */
export function newRequestId(): string {
  return newId('req', Date.now())
}
