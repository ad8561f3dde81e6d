import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { answerQuestion, launchBrowser } from '../setup/browser.ts'
import { ownCompany } from '../setup/own-company.ts'

const product = inject('product')
let browser: Browser
let page: Page
let origin: string

beforeAll(async () => {
  browser = await launchBrowser()
  const projects = ['翠湖花园']
  ;({ origin, page } = await ownCompany(browser, product, { name: 'motion', phone: '13800000077', projects }))
  await page.addInitScript(`globalThis.moved = []
    const note = ({ target }) => moved.push(...target.getAnimations()
      .filter(({ effect }) => ![0, Infinity].includes(effect.getComputedTiming().endTime))
      .map(() => target.className))
    for (const type of ['transitionrun', 'animationstart']) addEventListener(type, note, true)`)
})
afterAll(() => browser.close())

const drawer = () => page.locator('.ant-drawer-section').last()
const openForm = async () => {
  await page.getByRole('button', { name: '新建项目' }).first().click()
  await drawer().locator('#name').waitFor()
}

/** What slid, grew or faded while something was done; what turns while one waits is left out. */
async function movedBy(act: () => Promise<void>): Promise<string[]> {
  await page.evaluate('moved.length = 0')
  await act()
  return page.evaluate<string[]>('moved')
}

/** Opens a form, a list in it and a question over it, and closes them. */
async function openAll(): Promise<void> {
  await openForm()
  await drawer().locator('#type').click()
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().waitFor()
  await page.keyboard.press('Escape')
  await drawer().locator('#name').fill('听涛苑')
  await drawer().locator('.ant-drawer-close').click()
  await answerQuestion(page, '放弃')
  await drawer().waitFor({ state: 'detached' })
}

test('before who asked their system for less motion a form, a list and a question are there at once', async () => {
  await page.goto(`${origin}/console/projects`)
  expect(await movedBy(openAll)).toEqual([])
})

test('who asks for it while they work keeps what they entered; who does not sees them slide and fade', async () => {
  await openForm()
  await drawer().locator('#name').fill('听涛苑')
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  expect(await drawer().locator('#name').inputValue()).toBe('听涛苑')
  await drawer().locator('.ant-drawer-close').click()
  await answerQuestion(page, '放弃')
  const moved = await movedBy(openAll)
  for (const part of ['ant-drawer', 'ant-slide', 'ant-zoom'])
    expect(moved.some((each) => each.includes(part))).toBe(true)
  await openForm()
  await drawer().locator('#name').fill('听涛苑')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await drawer().locator('#name').inputValue()).toBe('听涛苑')
  await drawer().locator('.ant-drawer-close').click()
  await answerQuestion(page, '放弃')
  await drawer().waitFor({ state: 'detached' })
  expect(await movedBy(openAll)).toEqual([])
})
