import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

export interface IncomingCall {
  method: string
  /** Path with query, exactly as it came. */
  target: string
  header(name: string): string | undefined
  body: string
}

/** Why a call is refused, in the provider's words. */
export interface SignatureProblem {
  status: 400 | 403 | 404
  code: string
  message: string
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** Checks a call as the provider's gateway does: key, age, nonce, body hash, signature. */
export function checkSignature(
  call: IncomingCall,
  keys: ReadonlyMap<string, string>,
  usedNonces: Set<string>,
  now: number,
): SignatureProblem | null {
  const given =
    /^ACS3-HMAC-SHA256 Credential=([^,]+),\s*SignedHeaders=([^,]+),\s*Signature=([0-9a-f]{64})$/.exec(
      call.header('authorization') ?? '',
    )
  const [, accessKeyId = '', signedHeaders = '', signature = ''] = given ?? []
  if (!given) return { status: 400, code: 'MissingAuthorization', message: 'Authorization is mandatory.' }
  const secret = keys.get(accessKeyId)
  if (secret === undefined)
    return {
      status: 404,
      code: 'InvalidAccessKeyId.NotFound',
      message: 'Specified access key is not found.',
    }
  const problem = checkFreshness(call, usedNonces, now) ?? checkHeaders(call, signedHeaders)
  if (problem) return problem

  const canonical = canonicalRequest(call, signedHeaders)
  const expected = createHmac('sha256', secret)
    .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
    .digest('hex')
  if (!timingSafeEqual(Buffer.from(expected), Buffer.from(signature)))
    return {
      status: 400,
      code: 'SignatureDoesNotMatch',
      message: `Specified signature is not matched with our calculation. server CanonicalRequest is: ${canonical}`,
    }
  usedNonces.add(call.header('x-acs-signature-nonce') ?? '')
  return null
}

function checkFreshness(call: IncomingCall, usedNonces: Set<string>, now: number): SignatureProblem | null {
  const date = call.header('x-acs-date') ?? ''
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(date))
    return {
      status: 400,
      code: 'InvalidTimeStamp.Format',
      message: 'Specified time stamp is not well formatted.',
    }
  if (Math.abs(Date.parse(date) - now) > 15 * 60_000)
    return { status: 400, code: 'InvalidTimeStamp.Expired', message: 'Specified time stamp is expired.' }
  if (usedNonces.has(call.header('x-acs-signature-nonce') ?? ''))
    return { status: 400, code: 'SignatureNonceUsed', message: 'Specified signature nonce was used already.' }
  return null
}

/** Every `x-acs-*` header and the host must be signed, and the body must be the one that was hashed. */
function checkHeaders(call: IncomingCall, signedHeaders: string): SignatureProblem | null {
  const signed = signedHeaders.split(';')
  const needed = [
    'host',
    'x-acs-action',
    'x-acs-version',
    'x-acs-date',
    'x-acs-signature-nonce',
    'x-acs-content-sha256',
  ]
  const missing = needed.find((name) => !signed.includes(name) || call.header(name) === undefined)
  if (missing) return { status: 400, code: 'InvalidSignature', message: `${missing} is not signed.` }
  if (call.header('x-acs-content-sha256') !== sha256(call.body))
    return { status: 400, code: 'InvalidContentSha256', message: 'The body is not the one that was signed.' }
  return null
}

/** Decodes and encodes the query again: what was sent in another order or encoding is the same request. */
function canonicalRequest(call: IncomingCall, signedHeaders: string): string {
  const url = new URL(call.target, 'http://double')
  const query = [...url.searchParams]
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
  const headers = signedHeaders.split(';').map((name) => `${name}:${call.header(name)?.trim()}\n`)
  return [call.method, url.pathname, query, headers.join(''), signedHeaders, sha256(call.body)].join('\n')
}

/** RFC 3986, byte by byte. */
function encode(text: string): string {
  return [...Buffer.from(text)]
    .map((byte) => {
      const char = String.fromCharCode(byte)
      return /[A-Za-z0-9\-_.~]/.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
    })
    .join('')
}
