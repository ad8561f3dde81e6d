import { setTimeout } from 'node:timers/promises'
import type { BrowserContext, Page } from 'playwright-core'
import { afterEach, beforeEach } from 'vitest'
import { openPages, peopleHere, picture } from './browser.ts'

const patienceMs = 10_000

let before: readonly BrowserContext[] = []
beforeEach(() => {
  before = peopleHere()
})

afterEach(async ({ task }) => {
  const [error] = task.result?.errors ?? []
  if (error !== undefined) await keepPages(task.name, error)
  // Whoever came in a test leaves with it: pages that nobody looks at any more went on drawing, until others were not drawn.
  for (const person of peopleHere()) if (!before.includes(person)) await person.close()
})

/** What stands on the open pages when a test failed, with the failure: nobody can look at a browser that is gone. */
async function keepPages(
  test: string,
  error: { stack?: string | undefined; message: string },
): Promise<void> {
  for (const [n, page] of openPages().entries()) {
    error.stack = `${error.stack ?? error.message}\n\n${page.url()}: ${await textOf(page)}`
    const name = `failed-${test.replaceAll(/\W+/gu, '-').slice(0, 60)}-${n}`
    await Promise.race([picture(page, name).catch(() => undefined), setTimeout(patienceMs)])
  }
}

/** What can be read on it, the end as well as the beginning: what opened last stands there. */
async function textOf(page: Page): Promise<string> {
  const text = await page.innerText('body', { timeout: patienceMs }).catch(() => 'does not answer')
  const line = text.replaceAll(/\s+/g, ' ')
  const read = line.length <= 1200 ? line : `${line.slice(0, 600)} … ${line.slice(-600)}`
  return `${read}\n${await drawnOf(page)}`
}

/** Whether a page is drawn at all, and how large each dialog is: one that is read but has no size still waits to open. */
async function drawnOf(page: Page): Promise<string> {
  const drawn = page.evaluate<string>(`new Promise((answer) => {
    const dialogs = [...document.querySelectorAll('[role=dialog]')].map((each) => {
      const { width, height } = each.getBoundingClientRect()
      return each.className + ' ' + Math.round(width) + '×' + Math.round(height)
    })
    const say = (frames) => answer([frames, document.visibilityState, ...dialogs].join(' | '))
    setTimeout(() => say('no frame in 3 s'), 3000)
    requestAnimationFrame(() => requestAnimationFrame(() => say('is drawn')))
  })`)
  return Promise.race([
    drawn.catch(() => 'does not answer'),
    setTimeout(patienceMs).then(() => 'does not answer'),
  ])
}
