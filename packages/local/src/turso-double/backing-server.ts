/** The libSQL server behind the double, and what it takes to administer it. */
export interface BackingServer {
  url: string
  adminUrl: string
  /** Sent verbatim after `Basic`. */
  adminKey: string
  /** Ed25519, PKCS #8 PEM, whose public half the server checks tokens with. */
  tokenPrivateKeyPem: string
}

/** What is done to one namespace of it through sqld's admin API. */
export function administrator(backing: BackingServer, name: string) {
  const ask = (method: string, path: string, body?: object) =>
    fetch(`${backing.adminUrl}/v1/namespaces/${name}${path}`, {
      method,
      headers: { authorization: `Basic ${backing.adminKey}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
  const ok = async (answer: Promise<Response>): Promise<Response> => {
    const response = await answer
    if (!response.ok) throw new Error(`${name}: ${response.status} ${await response.text()}`)
    return response
  }
  return {
    async create() {
      const response = await ask('POST', '/create', {})
      // 400 is also what an existing namespace is answered with.
      if (response.status === 400) await ok(ask('GET', '/stats'))
      else if (!response.ok) throw new Error(`${name}: ${response.status} ${await response.text()}`)
    },
    async block(reads: boolean, writes: boolean) {
      const config = (await (await ok(ask('GET', '/config'))).json()) as object
      await ok(ask('POST', '/config', { ...config, block_reads: reads, block_writes: writes }))
    },
    async storageBytes() {
      const stats = (await (await ok(ask('GET', '/stats'))).json()) as { storage_bytes_used?: number }
      return stats.storage_bytes_used ?? 0
    },
    async destroy() {
      await ok(ask('DELETE', ''))
    },
  }
}
