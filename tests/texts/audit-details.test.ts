import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { moneyOwners, productItems } from '@heju/core/fees/items'
import { approvalKinds, othersDecisions, scopeKinds, tariffBases } from '@heju/core/fees/billing'
import { channels, natures, revisitChannels, revisitOutcomes } from '@heju/core/desk/complaints'
import {
  exceptionKinds,
  exceptionStates,
  paymentMethods,
  paymentScenes,
  resolutionKinds,
} from '@heju/core/fees/payments'
import { commonKinds } from '@heju/core/estate/places'
import { unitKinds } from '@heju/core/estate/organisation'
import { priceRegimes, projectTypes, serviceModes } from '@heju/core/estate/projects'
import { occupancyRoles, parkingKinds, tenures } from '@heju/core/estate/registry'
import { stoppedKinds } from '@heju/core/platform/stopped-work'
import { detailTexts } from '@heju/core/platform/audit/detail-texts'
import { factsOf } from '@heju/core/platform/audit/fact-texts'
import { formatInstant, formatYuan } from '@heju/kernel'
import { roles } from '@heju/core/permissions'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routes, writes } from '../isolation/routes.ts'
import type { ApiDescription } from '../isolation/samples.ts'
import { companyWithAll, type CompanyWithAll } from '../routes/company-with-all.ts'
import { trueRequest } from '../routes/requests.ts'
import { companyCtx } from '../setup/two-companies.ts'

let all: CompanyWithAll
let description: ApiDescription
beforeAll(async () => {
  all = await companyWithAll()
  description = (await (await all.company.fetch('/api/v1/openapi.json')).json()) as ApiDescription
})
afterAll(() => all.close())

const named = (key: string) => `detail.${key}` in detailTexts

/** The keys of the details of all entries that there are. */
async function keysEntered(): Promise<string[]> {
  const { client } = (await companyCtx(all.api, all.company.id)).db
  const { rows } = await client.execute(
    'SELECT DISTINCT j.key AS key FROM audit_log, json_each(audit_log.detail_json) AS j',
  )
  return rows.map(({ key }) => String(key))
}

/** What somebody wrote, and what is a number by itself. */
const asWritten = [
  'reason',
  'note',
  'findings',
  'plan',
  'handOverNote',
  'approvalNo',
  'line',
  'appId',
  'merchantId',
]
const asIs = [...asWritten, 'sha256', 'fileSha256', 'tag']
const formats = { yuan: formatYuan, instant: (at: number) => formatInstant(at, 'Asia/Shanghai') }

/** Facts that are not in words on a Chinese page: ids, JSON, words of the source. */
function raw(detail: Record<string, unknown>): string[] {
  const facts = factsOf(detail, 'zh-CN', formats).filter(({ key }) => !asIs.includes(key))
  return facts.flatMap(({ key, words }) =>
    /[a-z]{2,}|[[\]{}"]/.test(words.replaceAll(/\b(xlsx|csv)\b/g, '')) ? [`${key}: ${words}`] : [],
  )
}

/** The details of all entries that there are, as they were entered. */
async function detailsEntered(): Promise<Record<string, unknown>[]> {
  const { client } = (await companyCtx(all.api, all.company.id)).db
  const { rows } = await client.execute('SELECT DISTINCT detail_json FROM audit_log')
  return rows.map((row) => JSON.parse(String(row.detail_json)) as Record<string, unknown>)
}

describe('each fact of an entry has a name in the log', () => {
  test.each(routes.filter((route) => writes(route) || route.path.endsWith('/file')))(
    'at $name',
    async (route) => {
      await all.asItWas()
      const { path, init, who } = trueRequest(route, description, all)
      expect((await all.company.fetch(path, init, who)).status).toBeLessThan(400)
      expect((await keysEntered()).filter((key) => !named(key))).toEqual([])
      expect((await detailsEntered()).flatMap(raw)).toEqual([])
    },
  )

  test('also where a job enters it', () => {
    const folder = join(import.meta.dirname, '../../packages/core/src')
    const sources = globSync('**/*.ts', { cwd: folder })
      .filter((name) => !/test(ing)?\.ts$/.test(name))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .filter((text) => /\.(audit|disclose)\(/.test(text))
    const literal = sources.flatMap((text) =>
      [...text.matchAll(/detail(?::| =) \{([^{}]*)\}/g)].map(([, inside = '']) => inside),
    )
    const keys = literal.flatMap((inside) =>
      [...inside.matchAll(/(?:^|,)\s*(\w+)\s*(?=[:,]|$)/g)].map(([, key = '']) => key),
    )
    expect(keys.length).toBeGreaterThan(80)
    expect([...new Set(keys)].filter((key) => !named(key))).toEqual([])
  })
})

/** How a demand reached a payer. */
const recordedKinds = ['call', 'visit', 'paper', 'post', 'portal_read']

/** The closed lists that verbs and jobs enter values of. */
const closed: Readonly<Record<string, readonly string[]>> = {
  role: [...occupancyRoles, ...roles],
  basis: tariffBases,
  feeItem: productItems,
  whoseMoney: moneyOwners,
  approvalKind: approvalKinds,
  scope: [...scopeKinds, 'places', 'company'],
  others: othersDecisions,
  channel: [...channels, ...revisitChannels],
  nature: natures,
  outcome: revisitOutcomes,
  kind: [
    ...exceptionKinds,
    ...resolutionKinds,
    ...recordedKinds,
    ...Object.keys(stoppedKinds),
    ...parkingKinds,
    'work',
    'rest',
  ],
  tenure: tenures,
  state: exceptionStates,
  method: paymentMethods,
  scene: paymentScenes,
  unitKind: unitKinds,
  commonKind: commonKinds,
  type: projectTypes,
  serviceMode: serviceModes,
  priceRegime: priceRegimes,
}

describe('each value of a closed list is in words', () => {
  test.each(Object.entries(closed))('%s', (key, values) => {
    expect(values.length).toBeGreaterThan(1)
    expect(values.flatMap((value) => raw({ [key]: value }))).toEqual([])
  })

  test('and so are changes, prices, counts and roles', () => {
    const id = 'stf_01kb3z7q4e8f9g0h1j2k3m4n5p'
    const detail = {
      role: ['tenant', 'owner'],
      toOn: ['2026-12-10', null],
      fromOn: ['2026-09-01', '2026-09-01'],
      priceE4: 40_000,
      areaE2: 8912,
      leastRateE4: 3000,
      occupancyId: id,
      counts: { rooms: { created: 12, changed: 0, unchanged: 3 } },
      days: { before: -3, first: 1 },
      assignments: [
        { role: 'cashier', projects: 'all' },
        { role: 'worker', projects: [id] },
      ],
      satisfied: true,
      fen: 51_290,
    }
    expect(factsOf(detail, 'zh-CN', formats).map(({ name, words }) => `${name} ${words}`)).toEqual([
      '身份 租户 → 业主',
      '结束日 2026-12-10 → 无',
      '单价 4.00 元',
      '面积 89.12 ㎡',
      '最低回收率 30.00%',
      '数量 房屋 新增 12、不变 3',
      '天数 到期前 -3、第一次 1',
      '角色 收费员（全部项目）、现场人员（1 个项目）',
      '满意 是',
      '金额 ¥512.90',
    ])
  })
})
