/** As much of an R2 bucket as the product uses, in memory. */
export function memoryBucket() {
  const kept = new Map<string, { bytes: Uint8Array; contentType: string | undefined }>()
  return {
    kept,
    async put(key: string, content: Uint8Array, more?: { httpMetadata?: { contentType?: string } }) {
      kept.set(key, { bytes: content, contentType: more?.httpMetadata?.contentType })
    },
    async get(key: string) {
      const found = kept.get(key)
      if (found === undefined) return null
      const { bytes, contentType } = found
      const { body } = new Response(bytes as BodyInit)
      return { body, size: bytes.length, httpMetadata: { contentType } }
    },
    async delete(key: string) {
      kept.delete(key)
    },
  }
}
