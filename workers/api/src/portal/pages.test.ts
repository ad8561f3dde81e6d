import { complain, listCategories } from '@heju/core/desk/complaints'
import { recordPayment } from '@heju/core/fees/payments'
import { cash, noProvider } from '@heju/core/fees/payments/testing'
import { openNow, roundOf } from '@heju/core/insight/satisfaction/testing'
import { as, freshRequestId } from '@heju/core/testing'
import { civilDateOf, newId } from '@heju/kernel'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { pageAssets } from '../../../../packages/console/page-assets.ts'
import { portalScene, trips, type PortalScene } from './testing.ts'

let scene: PortalScene
let pages: string[]

beforeAll(async () => {
  scene = await portalScene()
  const { place, ctx } = scene
  const owner = as(ctx, place.owners[0]!.actor)
  const [open, paid] = [await scene.bill(), await scene.bill()]
  const { receiptId } = await recordPayment(
    place.cashier,
    cash([paid], { paidOn: civilDateOf(ctx.now) }),
    noProvider,
  )
  const complaintId = newId('cmpl', ctx.now)
  const [category] = await listCategories(owner)
  await complain(owner, {
    requestId: freshRequestId(),
    complaintId,
    roomId: place.rooms[0]!.roomId,
    categoryId: category!.id,
    text: '楼道的灯坏了三天。',
  })
  const { period } = await openNow(ctx)
  const roundId = await roundOf(ctx, place.projectId, period)
  pages = [
    '/portal',
    '/portal/bills',
    `/portal/bills/${open}`,
    `/portal/bills/${paid}`,
    '/portal/payments',
    '/portal/tariffs',
    `/portal/receipts/${receiptId}`,
    '/portal/complaints',
    '/portal/complaints/new',
    `/portal/complaints/${complaintId}`,
    `/portal/survey/${roundId}/${place.rooms[0]!.roomId}`,
    '/portal/me',
    '/portal/privacy',
  ]
})

describe('the pages of the portal', () => {
  test('each is read in one round trip, kept by nobody, and whole without a script', async () => {
    for (const path of pages) {
      const response = await scene.get(path)
      const page = await response.text()
      expect([path, response.status, trips(response) <= 1]).toEqual([path, 200, true])
      expect(response.headers.get('cache-control')).toBe('private, no-store')
      expect(page.startsWith('<!doctype html>')).toBe(true)
      // One script, which the page can do without: nothing is done by attributes, and every button sends a form.
      expect(page.match(/<script/g)).toEqual(['<script'])
      expect(page).toContain('<script src="/assets/pages.js" defer=""></script>')
      expect(page).not.toMatch(/ on[a-z]+="|javascript:/)
      for (const button of page.match(/<button[^>]*>/g) ?? []) expect(button).toMatch(/type="submit"|hidden/)
    }
  })

  test('a first visit weighs less than 60 kB, stylesheet and script included', async () => {
    const signIn = await (await scene.company.fetch('/portal/sign-in')).text()
    const parts = [signIn, await scene.read('/portal'), ...pageAssets().map((asset) => asset.source)]
    const bytes = parts.reduce((sum, part) => sum + gzipSync(part).length, 0)
    expect(bytes).toBeLessThan(60_000)
  })

  test('each speaks three languages and leaves no placeholder open', async () => {
    for (const path of pages) {
      const texts = await Promise.all(
        ['zh-CN', 'zh-Hant', 'en'].map((lang) => scene.read(`${path}?lang=${lang}`)),
      )
      expect(texts.map((page) => /<html lang="([^"]+)"/.exec(page)?.[1])).toEqual(['zh-CN', 'zh-Hant', 'en'])
      expect(texts.map((page) => page.match(/\{\w+\}/g))).toEqual([null, null, null])
    }
  })

  test('nobody sees what is somebody else’s: the page is not there for them', async () => {
    for (const path of pages.filter((each) => /_[0-9a-z]{26}/.test(each))) {
      const response = await scene.get(path, 1)
      expect([path, response.status]).toEqual([path, 404])
      expect(await response.text()).toContain('weui-btn')
    }
  })
})

test('an address that nothing can have is a page that is not there, and no form filled in wrongly', async () => {
  for (const path of [
    'bills/x',
    'complaints/x',
    'receipts/x',
    'payments/x',
    'payments/x/state',
    'payments/x/code.svg',
  ]) {
    const answer = await scene.get(`/portal/${path}`)
    expect([path, answer.status]).toEqual([path, 404])
    expect(await answer.text()).not.toContain('填写不正确')
  }
})

test('an owner reads what is charged where they live: the price, since when, and what it stands on', async () => {
  for (const path of ['/portal/bills', '/portal/me'])
    expect(await scene.read(path)).toContain('href="/portal/tariffs"')
  const page = await scene.read('/portal/tariffs')
  for (const words of [
    '物业服务费',
    '每平方米每月 2.80 元',
    '2000年1月1日起',
    '物业服务合同约定（HT-2020-1 · 2019年12月1日）',
  ])
    expect(page).toContain(words)
})
