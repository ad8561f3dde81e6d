import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { shorten } from './open.ts'

const bytes = (text: string) => new TextEncoder().encode(text).length

describe('the description of an order', () => {
  it('stays as it is when it fits', () => {
    expect(shorten('阳光花园 3栋-2单元-1501 物业费')).toBe('阳光花园 3栋-2单元-1501 物业费')
  })

  it('loses line breaks and its end, never half a character', () => {
    const long = `阳光花园\n${'物业费'.repeat(30)}`
    expect(shorten(long)).toMatch(/^阳光花园 物业费.*…$/)
    expect(bytes(shorten(long))).toBeLessThanOrEqual(127)
  })

  it('never exceeds what the provider takes and is always whole text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const short = shorten(text)
        expect(bytes(short)).toBeLessThanOrEqual(127)
        expect(short.isWellFormed()).toBe(text.isWellFormed())
      }),
    )
  })
})
