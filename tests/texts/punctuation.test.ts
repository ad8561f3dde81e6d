import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../..')
const files = ['packages', 'workers'].flatMap((part) =>
  globSync([`${part}/*/src/**/{texts,*-texts}.ts`, `${part}/*/src/error-texts/*.ts`], { cwd: folder }).filter(
    (path) => !path.endsWith('.test.ts'),
  ),
)

/** Half-width marks beside a Chinese character; what is between braces is of the placeholders and not of the sentence. */
const halfWidth = /\p{Script=Han}[,:;?!()]|[,:;?!()]\p{Script=Han}/u

/** All that a module says in Chinese, by where it is said; also what is said within a list or a table of texts. */
function chineseOf(value: unknown, at: string, depth = 0): [string, string][] {
  if (typeof value !== 'object' || value === null || depth > 6) return []
  return Object.entries(value).flatMap(([key, inner]): [string, string][] => {
    if (typeof inner === 'string')
      return key === 'zh-CN' || key === 'zh-Hant' ? [[`${at} ${key}`, inner]] : []
    return chineseOf(inner, `${at} ${key}`, depth + 1)
  })
}

/** The names of the weekdays are one text, which the page takes apart at its commas. */
const isList = (at: string) => / weekdays(\.full)? zh-/.test(at)

test('Chinese is written with marks of its own width, and square metres with the one sign for them', async () => {
  const said: [string, string][] = []
  for (const path of files)
    said.push(...chineseOf(await import(pathToFileURL(join(folder, path)).href), path))
  expect(said.length).toBeGreaterThan(2_000)
  expect(said.filter(([, words]) => words.includes('m²'))).toEqual([])
  expect(said.filter(([at, words]) => halfWidth.test(words) && !isList(at))).toEqual([])
})
