import { afterEach } from 'vitest'
import { openPages, picture } from './browser.ts'

/** What stood on the pages when a test failed, with the failure: nobody can look at a browser that is gone. */
afterEach(async ({ task }) => {
  const [error] = task.result?.errors ?? []
  if (error === undefined) return
  for (const [n, page] of openPages().entries()) {
    const text = await page.innerText('body', { timeout: 5_000 }).catch(() => 'does not answer')
    error.stack += `\n\n${page.url()}: ${text.replaceAll(/\s+/g, ' ').slice(0, 600)}`
    await picture(page, `failed-${task.name.replaceAll(/\W+/gu, '-').slice(0, 60)}-${n}`).catch(
      () => undefined,
    )
  }
})
