import { toHex } from '../encoding.ts'

export interface AccessKey {
  accessKeyId: string
  accessKeySecret: string
}

/** A call of an RPC-style API: everything is in the query, the body is empty. */
export interface AcsCall {
  /** Host as it goes over the wire, with a port that is not the scheme's own. */
  host: string
  action: string
  version: string
  query: Readonly<Record<string, string>>
  /** Epoch milliseconds; good for 15 minutes around it. */
  now: number
  /** Never the same twice within 15 minutes. */
  nonce: string
}

const ALGORITHM = 'ACS3-HMAC-SHA256'

/**
 * Signs a call with ACS3-HMAC-SHA256.
 * @returns the query string and the headers that must go out exactly so
 * @see https://help.aliyun.com/zh/sdk/product-overview/v3-request-structure-and-signature
 */
export async function signAcs3(
  call: AcsCall,
  key: AccessKey,
): Promise<{ query: string; headers: Record<string, string> }> {
  const emptyBody = await sha256('')
  const signed: Record<string, string> = {
    host: call.host,
    'x-acs-action': call.action,
    'x-acs-content-sha256': emptyBody,
    'x-acs-date': `${new Date(call.now).toISOString().slice(0, 19)}Z`,
    'x-acs-signature-nonce': call.nonce,
    'x-acs-version': call.version,
  }
  const names = Object.keys(signed).toSorted()
  const query = canonicalQuery(call.query)
  const canonicalHeaders = names.map((name) => `${name}:${signed[name]}\n`).join('')
  const canonical = ['POST', '/', query, canonicalHeaders, names.join(';'), emptyBody].join('\n')
  const signature = await hmac(key.accessKeySecret, `${ALGORITHM}\n${await sha256(canonical)}`)
  const { host: _sentByFetch, ...headers } = signed
  return {
    query,
    headers: {
      ...headers,
      authorization: `${ALGORITHM} Credential=${key.accessKeyId},SignedHeaders=${names.join(';')},Signature=${signature}`,
    },
  }
}

function canonicalQuery(query: Readonly<Record<string, string>>): string {
  return Object.keys(query)
    .toSorted()
    .map((name) => `${encode(name)}=${encode(query[name] ?? '')}`)
    .join('&')
}

/** RFC 3986: encodeURIComponent leaves these five alone, the provider does not. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

async function sha256(text: string): Promise<string> {
  return toHex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
}

async function hmac(secret: string, text: string): Promise<string> {
  const utf8 = new TextEncoder()
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', utf8.encode(secret), algorithm, false, ['sign'])
  return toHex(await crypto.subtle.sign('HMAC', key, utf8.encode(text)))
}
