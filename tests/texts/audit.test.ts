import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { locales, type Text } from '@heju/i18n'
import { auditTexts } from '@heju/core/platform/audit/texts'
import { operatorTexts } from '../../workers/api/src/operator/texts.ts'
import { describe, expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../../packages/core/src')

/** Codes that are put together, each with what it can become. */
const composed: Readonly<Record<string, readonly string[]>> = {
  'audit.${found}': ['audit.fork_healed', 'audit.fork_not_right'],
  'billing.tariff_${state}': ['billing.tariff_active', 'billing.tariff_disabled'],
  'payments.order_${as}': ['payments.order_closed', 'payments.order_expired'],
  // Kinds of matters whose steps are taken by the verb of the kit: none yet.
  '${procedure.name}.${kind}': [],
  'tenancy.${to}': ['tenancy.active', 'tenancy.suspended', 'tenancy.closed'],
  'tenancy.${type}_retried': ['tenancy.provision_retried', 'tenancy.migrate_retried'],
}
/** Capabilities that write the platform's log, which the operator's console shows. */
const platform = ['tenancy', 'operators', 'jobs']

/** How verbs say what they enter: by itself, or with what they disclose. */
const entered = /(?:\.audit\(|\baction:)\s*(['`])([^'`]+)\1/g

const codes = globSync('**/*.ts', { cwd: folder })
  .filter((name) => !/test(ing)?\.ts$|\/testing\//.test(name))
  .flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(entered)].flatMap(([, , code = '']) =>
      code.includes('$') ? (composed[code] ?? [code]) : [code],
    ),
  )
const isPlatforms = (code: string) => platform.includes(code.split('.')[0] ?? '')
const companies = [...new Set(codes)].filter((code) => !isPlatforms(code))

describe('every action of the audit log', () => {
  test('is found in the source', () => expect(companies.length).toBeGreaterThan(70))

  test('of a company has a text, in each language one of its own', () => {
    const texts: Record<string, Text> = auditTexts
    expect(companies.filter((code) => texts[`action.${code}`] === undefined)).toEqual([])
    for (const code of companies) {
      const text = texts[`action.${code}`] as Text
      for (const locale of locales) expect(text[locale], code).toMatch(/\S/)
      expect(text['zh-CN'], code).not.toBe(text.en)
      expect(texts[`area.${code.split('.')[0]}`], code).toBeDefined()
    }
  })

  test('of the platform has a text in the operator’s console', () => {
    const texts: Record<string, Text> = operatorTexts
    const ours = [...new Set(codes)].filter(isPlatforms)
    expect(ours.filter((code) => texts[`action.${code}`] === undefined)).toEqual([])
  })

  test('has no text that nothing writes', () => {
    const said = Object.keys(auditTexts).filter((key) => key.startsWith('action.'))
    expect(said.filter((key) => !companies.includes(key.slice('action.'.length)))).toEqual([])
  })
})
