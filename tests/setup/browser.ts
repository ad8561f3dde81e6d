import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core'
import { expect } from 'vitest'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const pictures = join(import.meta.dirname, '../../test-results')

/** Phone and desk, in CSS pixels. */
export const sizes = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } } as const

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags })
}

const people = new Set<BrowserContext>()

/** Everybody who has not left. */
export function peopleHere(): BrowserContext[] {
  return [...people]
}

/** The pages of everybody who has not left. */
export function openPages(): Page[] {
  return [...people].flatMap((each) => each.pages())
}

/** How a person comes: with scripts, with what opens standing there at once, and speaking Chinese, unless it is said. */
interface Manner {
  script?: boolean
  /** What opens slides and fades, as before most people it does. */
  motion?: boolean
  locale?: string
}

/** A person of their own: nobody else's cookies. */
export async function person(
  browser: Browser,
  size: keyof typeof sizes,
  options: Manner = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: sizes[size],
    isMobile: size === 'phone',
    hasTouch: size === 'phone',
    javaScriptEnabled: options.script ?? true,
    reducedMotion: options.motion === true ? 'no-preference' : 'reduce',
    locale: options.locale ?? 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  // On a machine that has other things to do as well, a page may take its time.
  context.setDefaultTimeout(90_000)
  people.add(context)
  context.once('close', () => people.delete(context))
  return context
}

/**
 * What slides or fades in must have come to rest before it can be looked at. What turns for ever, as a page that waits does,
 * is not waited for; and a movement begins some frames after what it moves is there, before whom there is any. Of several
 * pages the browser may leave one undrawn: what moves there stands still for ever, until the page is brought to the front.
 */
async function comeToRest(page: Page): Promise<void> {
  const moves = await page.evaluate<boolean>(`matchMedia('(prefers-reduced-motion: no-preference)').matches`)
  for (let still = 0, asked = 1; still < (moves ? 6 : 2); still++, asked++) {
    if (asked % 100 === 0) await page.bringToFront()
    // Asked from here, since a page without scripts has no frames to count.
    await setTimeout(16)
    const moving = await page.evaluate<number>(`document.getAnimations().filter(({ playState, effect }) =>
      playState === 'running' && effect.getComputedTiming().endTime !== Infinity).length`)
    if (moving > 0) still = 0
  }
}

/** Whatever in a page must be pushed sideways to be seen whole, each with how far, in CSS pixels. */
export function pushed(page: Page): Promise<string[]> {
  return page.evaluate(`[...document.querySelectorAll('main, main *')]
    .filter((box) => ['auto', 'scroll'].includes(getComputedStyle(box).overflowX) && box.scrollWidth > box.clientWidth)
    .map((box) => (box.ariaLabel ?? box.className) + ' ' + (box.scrollWidth - box.clientWidth))`)
}

/** The serious and critical faults that axe finds on a page, each with where it is. */
export async function seriousFaults(page: Page): Promise<string[]> {
  await comeToRest(page)
  if (!(await page.evaluate<boolean>(`'axe' in globalThis`))) await page.evaluate(axe)
  const violations = await page.evaluate(async () => {
    const { axe: tool } = globalThis as unknown as {
      axe: {
        run(
          options: object,
        ): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>
      }
    }
    // Without a look for sounds and for locked screens, for which it would fetch every stylesheet once more.
    return (await tool.run({ resultTypes: ['violations'], preload: false })).violations
  })
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

/** Answers a question of the console, and waits until it is gone. */
export async function answerQuestion(page: Page, words: string): Promise<void> {
  await pressInQuestion(page, words)
  await page.waitForSelector('.ant-modal-confirm', { state: 'detached' })
}

/** Presses a button of a question that may stay; while the question grows to its size they are not yet where they are clicked. */
export async function pressInQuestion(page: Page, words: string): Promise<void> {
  await page.waitForSelector('.ant-modal-confirm')
  await comeToRest(page)
  await page.click(`.ant-modal-confirm button:has-text("${words}")`)
}

/** Takes something out of the menu that a button opens; while the menu grows it is not yet where it is clicked. */
export async function takeFromMenu(page: Page, opener: Locator, words: string): Promise<void> {
  await opener.click()
  const item = page.locator('.ant-dropdown:visible .ant-dropdown-menu-item', { hasText: words })
  await item.waitFor()
  await comeToRest(page)
  await item.click()
}

/** Opens a list, or a tree, and chooses from it. */
export async function chooseOption(page: Page, field: Locator, words: string): Promise<void> {
  await field.click()
  await takeOption(page, words)
}

/** Types what is looked for, and chooses from what is found. @param words of the choice, what is typed unless they are said */
export async function findOption(page: Page, field: Locator, typed: string, words = typed): Promise<void> {
  await field.fill(typed)
  await takeOption(page, words)
}

/**
 * Chooses from the list, or the tree, that is open, by its keys: a long one draws only what is in sight, and while it opens
 * its options are not yet where they are clicked.
 */
export async function takeOption(page: Page, words: string): Promise<void> {
  const list = page.locator('.ant-select-dropdown:visible')
  await list.first().waitFor()
  const active = list.locator(':is(.ant-select-item-option-active, .ant-select-tree-treenode-active)')
  const reached = async () => {
    const option = await active.textContent({ timeout: 1000 }).catch(() => '')
    if (option?.includes(words) === true) return true
    await page.keyboard.press('ArrowDown')
    return false
  }
  await expect.poll(reached, { interval: 40 }).toBe(true)
  await page.keyboard.press('Enter')
}

/** Chooses from the list that is open by the mouse, where it is the mouse that is looked at. */
export async function clickOption(page: Page, words: string): Promise<void> {
  const option = page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: words })
  await option.waitFor()
  await comeToRest(page)
  await option.click()
}

/** Keeps a picture of the page for people to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  await comeToRest(page)
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true })
}

/** Looks at a page at both widths and leaves it at the desk's: pictures for people, faults that keep people out for the test. */
export async function lookAtBoth(page: Page, name: string): Promise<void> {
  for (const [width, size] of Object.entries(sizes)) {
    await page.setViewportSize(size)
    await page.waitForLoadState('networkidle')
    await picture(page, `${name}-${width}`)
    expect(await seriousFaults(page), `${name} ${width}`).toEqual([])
  }
  await page.setViewportSize(sizes.desk)
}
