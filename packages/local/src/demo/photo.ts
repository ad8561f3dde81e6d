import { crc32, deflateSync } from 'node:zlib'

const [width, height] = [640, 480]

/** A photo such as a phone takes of a dim wall with a damp patch: real PNG bytes, drawn here. @param seed moves the patch */
export function photoOfDamp(seed: number): Uint8Array {
  const [x0, y0] = [160 + ((seed * 97) % 320), 120 + ((seed * 61) % 200)]
  const rows = Buffer.alloc((width * 3 + 1) * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const away = Math.hypot(x - x0, (y - y0) * 1.3) + 24 * Math.sin(x / 31) * Math.cos(y / 23)
      const damp = Math.max(0, 1 - away / 150)
      const joint = y % 120 < 3 || (x + (Math.floor(y / 120) % 2) * 110) % 220 < 3 ? 26 : 0
      const light = 205 - y / 8 - joint - 95 * damp
      const at = y * (width * 3 + 1) + 1 + x * 3
      rows.set(
        [light, light - 8 - 14 * damp, light - 22 - 30 * damp].map((part) => Math.max(0, part)),
        at,
      )
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits for each of red, green and blue.
  header.set([8, 2], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
