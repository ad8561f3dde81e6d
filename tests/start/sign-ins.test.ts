import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoPassword, demoSlug, signIns } from '@heju/local/demo'
import { announcement } from '@heju/local/start'
import { expect, test } from 'vitest'
import { root } from './run.ts'

const addresses = {
  url: 'http://localhost:8787',
  phone: 'http://127.0.0.1:1',
  wechatPay: 'http://127.0.0.1:2',
}

test.for([
  ['README.md', 'en', '| Who |', ', code from the local phone page'],
  ['README.zh-CN.md', 'zh', '| 身份 |', '，验证码看本机短信页'],
] as const)('%s shows the sign-ins that the start prints', ([file, language, head, byCode]) => {
  const text = readFileSync(join(root, file), 'utf8')
  const lines = text.slice(text.indexOf(head)).split('\n')
  const table = lines.slice(2, lines.indexOf('')).map((line) => line.replaceAll('`', ''))
  expect(table).toEqual(
    signIns.map((one) => {
      const where = one.path === '/operator' ? `${addresses.url}${one.path}` : one.path
      return `| ${one.who[language]} | ${one.with}${one.byCode ? byCode : ''} | ${where} |`
    }),
  )
  expect(text).toContain(`\`http://${demoSlug}.localhost:8787\``)
  expect(text).toContain(`\`${demoPassword}\``)
})

test('the start prints who signs in with what and where, and the operator alone when there is no demo', () => {
  const shown = announcement(addresses, '.heju', true)
  for (const { with: name } of signIns) expect(shown).toContain(name)
  expect(shown).toMatch(/Cashier +13800000005 +heju-demo-2026 +http:\/\/demo\.localhost:8787\/console\n/)
  expect(shown).toMatch(
    /Owner +13900000001 +code, see the local phone +http:\/\/demo\.localhost:8787\/portal\n/,
  )
  expect(shown).toMatch(/operator@heju\.local +heju-demo-2026 +http:\/\/localhost:8787\/operator\n/)

  const empty = announcement(addresses, '.heju', false)
  expect(empty).toContain('operator@heju.local')
  expect(empty).not.toContain('13800000001')
})
