/** A stream in pieces of one length; the last may be shorter. @param length bytes */
export async function* inParts(
  content: ReadableStream<Uint8Array>,
  length: number,
): AsyncGenerator<Uint8Array> {
  let part = new Uint8Array(length)
  let filled = 0
  for await (const chunk of content as unknown as AsyncIterable<Uint8Array>) {
    for (let at = 0; at < chunk.length;) {
      const taken = Math.min(chunk.length - at, length - filled)
      part.set(chunk.subarray(at, at + taken), filled)
      filled += taken
      at += taken
      if (filled < length) continue
      yield part
      part = new Uint8Array(length)
      filled = 0
    }
  }
  if (filled > 0) yield part.subarray(0, filled)
}
