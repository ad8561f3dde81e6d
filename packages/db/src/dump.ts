import { defineError } from '@heju/kernel'
import { namespaceHeaders, type DatabaseEndpoint } from './fetch.ts'
import { databaseServerRefused } from './provisioning/refusal.ts'

/** A dump ended before its last line: the server cut it off. What came of it is no backup. */
const dumpCutOff = defineError('database.dump_cut_off', 'unavailable')

/** Longer than a database of some gigabytes takes, and shorter than a queue message may. */
const timeoutMs = 10 * 60_000
const lastLine = 'COMMIT;'

/**
 * The SQL that makes a database again, of one moment, as the server writes it (`GET /dump` of sqld's user port).
 * @throws `database.server_refused`; the stream fails with `database.dump_cut_off` when it is not whole
 */
export async function openDump(endpoint: DatabaseEndpoint): Promise<ReadableStream<Uint8Array>> {
  const { url, namespace, token, headers } = endpoint
  const response = await fetch(new URL('dump', url.endsWith('/') ? url : `${url}/`), {
    headers: {
      ...headers,
      ...(namespace === undefined ? {} : namespaceHeaders(namespace)),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    signal: AbortSignal.timeout(timeoutMs),
  })
  if (!response.ok || response.body === null) throw databaseServerRefused({ status: response.status })
  return response.body.pipeThrough(wholeOnly())
}

/** Passes a dump on, and fails at its end unless that is the end of a transaction. */
function wholeOnly(): TransformStream<Uint8Array, Uint8Array> {
  let end = ''
  return new TransformStream({
    transform(chunk, controller) {
      end = (end + new TextDecoder().decode(chunk.subarray(-16))).slice(-16)
      controller.enqueue(chunk)
    },
    flush() {
      if (!end.trimEnd().endsWith(lastLine)) throw dumpCutOff()
    },
  })
}
