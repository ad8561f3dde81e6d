import { describe, expect, test } from 'vitest'
import { antdTheme } from './antd.ts'
import { color } from './color.ts'
import { cssVariables } from './css.ts'
import { fontStack, phoneType } from './type.ts'

const css = cssVariables()

describe('the stylesheet', () => {
  test('every colour is a custom property, in kebab case', () => {
    expect(css).toContain(`--heju-brand: ${color.brand};`)
    expect(css).toContain(`--heju-ink-on-accent: ${color.inkOnAccent};`)
    expect(css.match(/^ {2}--heju-[a-z-]+: #[0-9a-f]{6};$/gm)).toHaveLength(Object.keys(color).length)
  })

  test('WeUI wears our colours, more specifically than its own dark mode asks', () => {
    const weui = /body\[data-weui-theme='light'\] \{([^}]*)\}/.exec(css)![1]!
    expect(weui).toContain(`--weui-BRAND: ${color.brand};`)
    expect(weui).toContain(`--weui-FG-2: ${color.inkFaint};`)
    expect(weui).not.toContain('undefined')
  })

  test('the footer, which WeUI prints in 20 % black, is legible', () => {
    expect(css).toContain('.weui-footer {\n  color: var(--heju-ink-faint);\n}')
  })

  test('every property that is used is defined', () => {
    const used = new Set(css.match(/(?<=var\()--heju-[a-z-]+/g))
    const defined = new Set(css.match(/(?<=^ {2})--heju-[a-z-]+(?=:)/gm))
    expect([...used].filter((name) => !defined.has(name))).toEqual([])
    expect(used.size).toBeGreaterThan(5)
  })

  test('large type enlarges every size by a third or more', () => {
    for (const name of ['caption', 'small', 'body', 'title', 'figure'] as const) {
      expect(phoneType.large[name] / phoneType.normal[name]).toBeGreaterThanOrEqual(1.33)
    }
    expect(css).toMatch(/:root\[data-type-size='large'\] \{[^}]*--heju-type-body: 24px;/)
  })

  test('traditional Chinese is drawn with traditional faces', () => {
    expect(css).toContain(`:root:lang(zh-Hant) {\n  --heju-font: ${fontStack['zh-Hant']};`)
    expect(fontStack['zh-Hant']).not.toMatch(/ SC/)
  })
})

describe("antd's theme", () => {
  test('gives a colour for each state that antd would otherwise lighten', () => {
    const { token } = antdTheme()
    expect(token).toMatchObject({
      colorPrimary: color.brand,
      colorPrimaryHover: color.brandHover,
      colorError: color.overdue,
      colorSuccessBg: color.doneSoft,
      colorWarningActive: color.warningActive,
      colorTextPlaceholder: color.inkFaint,
    })
  })

  test('follows the language and the size of type', () => {
    const { token } = antdTheme({ language: 'zh-Hant', size: 'large' })
    expect(token.fontFamily).toBe(fontStack['zh-Hant'])
    expect(token.fontSize).toBe(17)
  })
})
