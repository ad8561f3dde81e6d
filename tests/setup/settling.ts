import type { Page, Request } from 'playwright-core'
import { expect } from 'vitest'

/**
 * Half a second of silence, which the browser's own "network idle" asks for, is most of the time that a page takes. Here
 * three looks in turn find nothing awaited, with two frames drawn before each.
 * @returns what waits until nothing is awaited by the page, also not by what the answers drew
 */
export function settling(page: Page): () => Promise<void> {
  const underWay = new Set<Request>()
  page.on('request', (request) => underWay.add(request))
  page.on('requestfinished', (request) => underWay.delete(request))
  page.on('requestfailed', (request) => underWay.delete(request))
  return async () => {
    let quiet = 0
    await expect
      .poll(
        async () => {
          await page.evaluate(
            'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
          )
          quiet = underWay.size > 0 ? 0 : quiet + 1
          return quiet
        },
        { interval: 10 },
      )
      .toBeGreaterThanOrEqual(3)
  }
}
