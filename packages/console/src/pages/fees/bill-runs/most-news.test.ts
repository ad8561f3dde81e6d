import { expect, test } from 'vitest'
import { mostNews } from './most-news.ts'

test('a run opens on the tab with most news, and on changed amounts where no tab has more', () => {
  expect(mostNews({ changed: 1, added: 59, gone: 3 })).toBe('added')
  expect(mostNews({ changed: 0, added: 0, gone: 4 })).toBe('gone')
  expect(mostNews({ changed: 2, added: 2, gone: 0 })).toBe('changed')
  expect(mostNews({ changed: 0, added: 0, gone: 0 })).toBe('changed')
})
