import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterEach } from 'vitest'
import { openPages, picture } from './browser.ts'

const patienceMs = 10_000

/** What stands on the open pages when a test failed, with the failure: nobody can look at a browser that is gone. */
afterEach(async ({ task }) => {
  const [error] = task.result?.errors ?? []
  if (error === undefined) return
  for (const [n, page] of openPages().entries()) {
    error.stack = `${error.stack ?? error.message}\n\n${page.url()}: ${await textOf(page)}`
    const name = `failed-${task.name.replaceAll(/\W+/gu, '-').slice(0, 60)}-${n}`
    await Promise.race([picture(page, name).catch(() => undefined), setTimeout(patienceMs)])
  }
})

async function textOf(page: Page): Promise<string> {
  const text = await page.innerText('body', { timeout: patienceMs }).catch(() => 'does not answer')
  return text.replaceAll(/\s+/g, ' ').slice(0, 600)
}
