import { serviceLines } from '@heju/core/estate/service-lines'
import { serviceLineTexts } from '@heju/core/estate/service-lines/texts'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const dictionary = 'packages/core/src/estate/service-lines'

/** What may say one of the eight, and why it is no second dictionary. */
const reviewed: Readonly<Record<string, readonly string[]>> = {
  // Each names the line of one thing of its own.
  'packages/core/src/desk/complaints/category-dictionary.ts': [
    'building_equipment',
    'building_fabric',
    'customer_service',
    'security',
    'traffic',
  ],
  // A quality of service that households judge (D199), which has the name of a line in Chinese.
  'packages/core/src/insight/satisfaction/texts.ts': ['清洁卫生', '清潔衛生'],
}

/** Codes and Chinese words; English ones are words of everyday. */
const said = [
  ...serviceLines,
  ...serviceLines.flatMap((line) => {
    const text = serviceLineTexts[`line.${line}`]
    return [text['zh-CN'], text['zh-Hant']]
  }),
]

test('the eight service lines are typed in one place: neither their codes nor their words stand anywhere else', () => {
  const places = ['packages/*/src/**/*.{ts,tsx}', 'workers/*/src/**/*.{ts,tsx}', 'tests/migrations/fill.ts']
  const copies = globSync(places, { cwd: root })
    .filter((file) => !/\.test\.tsx?$/.test(file) && !file.startsWith(dictionary))
    .flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8')
      const found = said.filter((word) => text.includes(`'${word}'`) || text.includes(`"${word}"`))
      return found.filter((word) => !reviewed[file]?.includes(word)).map((word) => `${file}: ${word}`)
    })
  expect(copies).toEqual([])
})
