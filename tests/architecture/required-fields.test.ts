import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const sources = join(import.meta.dirname, '../../packages/console/src')

/** The opening tag that begins at `from`, up to the `>` that is in no braces of it. */
function tagAt(source: string, from: number): string {
  let depth = 0
  for (let at = from; at < source.length; at++) {
    const sign = source[at]
    if (sign === '{') depth += 1
    else if (sign === '}') depth -= 1
    else if (sign === '>' && depth === 0) return source.slice(from, at + 1)
  }
  throw new Error('A tag has no end.')
}

/** Every field of every form that has to be filled in, with where it stands. */
const required = globSync('**/*.tsx', { cwd: sources }).flatMap((file) => {
  const source = readFileSync(join(sources, file), 'utf8')
  return [...source.matchAll(/<Form\.Item\b/g)]
    .map(({ index }) => tagAt(source, index))
    .filter((tag) => /\brequired: (?!false)|\bmustChoose\b/.test(tag))
    .map((tag) => ({ file, tag }))
})

test('the fields that have to be filled in are found', () => {
  expect(required.length).toBeGreaterThan(60)
})

test('every field that has to be filled in has a name by which it is asked for, or words of its own', () => {
  const nameless = required.filter(({ tag }) => {
    const isNamed = /^\s+label=|\blabel=\{|\blabel="|messageVariables=/m.test(tag)
    const hasWords = /\bmessage:/.test(tag) && !tag.includes('mustChoose')
    return !isNamed && !hasWords
  })
  expect(nameless).toEqual([])
})
