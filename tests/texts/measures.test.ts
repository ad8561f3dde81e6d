import { globSync } from 'node:fs'
import { join } from 'node:path'
import { measureCodes } from '@heju/core/insight/measures/shape'
import { measureTexts } from '@heju/core/insight/measures/texts'
import type { Texts } from '@heju/i18n'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const files = globSync('{packages,workers}/*/src/**/{texts,*-texts}.ts', { cwd: root }).filter(
  (file) => !/measure(s\/|-)texts\.ts$/.test(file),
)

test('a measure is named in the register alone: a second name would drift from it', async () => {
  expect(files.length).toBeGreaterThan(50)
  const names = new Map(measureCodes.map((code) => [measureTexts[code]['zh-CN'], code]))
  const twice: string[] = []
  for (const file of files) {
    const sets = Object.values((await import(join(root, file))) as Record<string, Texts>)
    for (const [key, said] of sets.flatMap((set) => (typeof set === 'object' ? Object.entries(set) : [])))
      if (names.has(said['zh-CN'])) twice.push(`${file} ${key} is ${names.get(said['zh-CN'])}`)
  }
  expect(twice).toEqual([])
})
