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

async function textOf(page: Page): Promise<string> {
  const text = await page.innerText('body', { timeout: patienceMs }).catch(() => 'does not answer')
  return text.replaceAll(/\s+/g, ' ').slice(0, 600)
}
