import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../browser')

/** What moves while it opens: under a click it is not yet where it was seen, and the click takes nothing or something else. */
const moves =
  /\.ant-select-(?:item|tree)|\.ant-select-dropdown|\.ant-dropdown-menu|\.ant-modal-confirm|getByTitle\(/
const clicks = /\.(?:click|check|tap|dblclick)\(/

/** What stands between two blank or statement-opening lines, in one line. */
function statementsOf(source: string): string[] {
  return source
    .split(/\n(?=\s*(?:await|const|let|return|if|for|expect|test|describe|\}|\/\/)|\s*\n)/)
    .map((each) => each.replaceAll(/\s+/g, ' ').trim())
}

/** Every click of a file on something that moves while it opens, also by a name that the file gives it. */
function hasty(source: string): string[] {
  const statements = statementsOf(source)
  const names = statements.flatMap((each) =>
    moves.test(each) ? [...each.matchAll(/^const (\w+) =/g)].map(([, name = '']) => name) : [],
  )
  const named = new RegExp(`(?<![\\w.])(?:${['(?!)', ...names].join('|')})\\b(?!:)`)
  return statements.filter((each) => clicks.test(each) && (moves.test(each) || named.test(each)))
}

test('a click on what moves while it opens is found, also where it has a name', () => {
  const source = `
    await drawer.locator('#kind').click()
    await page
      .locator('.ant-select-item-option', { hasText: '收费员' })
      .first()
      .click()
    const offered = page.locator('.ant-select-dropdown:visible .ant-select-item-option')
    expect(await offered.count()).toBe(2)
    await offered.nth(1).click()
    await page.getByTitle('整个项目').click()
  `
  expect(hasty(source)).toHaveLength(3)
})

test('tests choose from lists, trees and menus and answer questions by tests/setup/browser.ts', () => {
  const files = globSync('*.ts', { cwd: folder })
  expect(files.length).toBeGreaterThan(25)
  const found = files.flatMap((file) =>
    hasty(readFileSync(join(folder, file), 'utf8')).map((each) => `${file}: ${each}`),
  )
  expect(found).toEqual([])
})
