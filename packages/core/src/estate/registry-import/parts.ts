import type { Vault } from '../../vault.ts'

/**
 * Packs and seals a value: JSON of rows shrinks to a tenth, and what is sealed no longer shrinks.
 * @param kind authenticated with the seal, so that a part of one kind is never opened as another
 */
export async function sealPart(vault: Vault, kind: string, value: unknown): Promise<string> {
  const packed = await through(new TextEncoder().encode(JSON.stringify(value)), new CompressionStream('gzip'))
  return vault.seal(`import_parts.${kind}`, toBase64(packed))
}

export async function openPart<T>(vault: Vault, kind: string, sealed: string): Promise<T> {
  const packed = fromBase64(await vault.unseal(`import_parts.${kind}`, sealed))
  return JSON.parse(new TextDecoder().decode(await through(packed, new DecompressionStream('gzip')))) as T
}

/** Rows in parts of at most `size`. */
export function chunked<T>(rows: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, at) =>
    rows.slice(at * size, (at + 1) * size),
  )
}

async function through(
  bytes: Uint8Array,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const source = new Response(bytes as Uint8Array<ArrayBuffer>).body!
  return new Uint8Array(
    await new Response(
      source.pipeThrough(stream as ReadableWritablePair<Uint8Array, Uint8Array>),
    ).arrayBuffer(),
  )
}

/** In pieces: a string for every byte takes a hundred times the memory of the bytes. */
function toBase64(bytes: Uint8Array): string {
  const piece = 8192
  const pieces = Array.from({ length: Math.ceil(bytes.length / piece) }, (_, at) =>
    String.fromCharCode(...bytes.subarray(at * piece, (at + 1) * piece)),
  )
  return btoa(pieces.join(''))
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}
