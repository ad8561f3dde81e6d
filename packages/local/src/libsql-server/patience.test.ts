import { expect, test } from 'vitest'
import { afterPatience } from './patience.ts'

/** How long it took in the end. */
function passed(ms: number): Promise<number> {
  const start = performance.now()
  return new Promise((resolve) => {
    afterPatience(ms, () => resolve(performance.now() - start))
  })
}

test('patience lasts about as long as it is asked to', async () => {
  expect(await passed(100)).toBeGreaterThanOrEqual(85)
})

test('time in which the process could do nothing does not count', async () => {
  const waiting = passed(200)
  const start = performance.now()
  while (performance.now() - start < 300);
  expect(await waiting).toBeGreaterThanOrEqual(450)
})

test('patience that is called off does nothing', async () => {
  let ran = false
  const callOff = afterPatience(20, () => {
    ran = true
  })
  callOff()
  // One that begins later and lasts longer has ended when the other would have.
  await passed(40)
  expect(ran).toBe(false)
})
