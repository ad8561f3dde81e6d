import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const text = readFileSync(join(root, 'docs/needs.md'), 'utf8')
const states = ['done', 'partly', 'not yet'] as const

/** Each need, with its area, how it stands and the folders that are named for it. */
const needs = text.split(/^## /m).flatMap((area) =>
  [...area.matchAll(/^- \*\*D(\d+)\*\* \((done|partly|not yet)([^)]*)\)/gm)].map(
    ([, number, state, folders = '']) => ({
      area: area.split('\n')[0]!.toLowerCase(),
      number: Number(number),
      state: state as (typeof states)[number],
      folders: [...folders.matchAll(/`([^`]+)`/g)].map(([, folder = '']) => folder),
    }),
  ),
)

test('every need of the trade stands in the document once', () => {
  expect(needs.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 205 }, (_, i) => i + 1),
  )
})

test('its counts are those of its needs', () => {
  const counted = (of: typeof needs) =>
    states.map((state) => of.filter((need) => need.state === state).length)
  const [done, partly, notYet] = counted(needs)
  expect(text).toContain(`**Count.** ${done} done, ${partly} partly, ${notYet} not yet, of 205.`)
  const rows = [...text.matchAll(/^\| (\w+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$/gm)]
  expect(rows.length).toBeGreaterThan(5)
  for (const [, area = '', ...figures] of rows) {
    const own = needs.filter((need) => need.area === area)
    expect([area, ...figures.map(Number)]).toEqual([area, ...counted(own), own.length])
  }
})

test('what is done, at least partly, names folders that there are', () => {
  for (const { number, state, folders } of needs) {
    if (state !== 'not yet') expect([number, folders.length > 0]).toEqual([number, true])
    for (const folder of folders) {
      const [first = '', ...rest] = folder.split('/')
      const path = existsSync(join(root, folder)) ? folder : join('packages', first, 'src', ...rest)
      expect([number, folder, existsSync(join(root, path))]).toEqual([number, folder, true])
    }
  }
})
