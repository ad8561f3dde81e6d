import { reasonText } from '../../error-texts/index.ts'
import type { Locale, Text } from '@heju/i18n'
import { translator } from '@heju/i18n'
import type { Scope } from '../../people/roles/shape.ts'
import { detailTexts } from './detail-texts.ts'
import { valueTexts, wordOfValue } from './value-texts.ts'

/** How figures are written; the page and the file bring the same. */
export interface Formats {
  /** Fen as yuan: ¥1,234.50. */
  yuan: (fen: number) => string
  /** Epoch ms as a time of the company's zone. */
  instant: (at: number) => string
}

/** A fact of an entry of the audit log: its key, what it is called, and what it says. */
export interface Fact {
  key: string
  name: string
  words: string
}

/**
 * The facts of an entry in words, for the page and for the file alike: values of closed lists by their words, before and
 * after as "前 → 后", money in yuan. Left out: what is not known or did not change, and ids that nothing has a name for.
 */
export function factsOf(detail: Readonly<Record<string, unknown>>, locale: Locale, formats: Formats): Fact[] {
  return Object.entries(detail).flatMap(([key, value]) => {
    const words = wordsOf(key, value, { locale, ...formats })
    const name = (detailTexts as Readonly<Record<string, Text>>)[`detail.${key}`]?.[locale] ?? key
    return words === undefined ? [] : [{ key, name, words }]
  })
}

type How = Formats & { locale: Locale }

function wordsOf(key: string, value: unknown, how: How): string | undefined {
  if (value === null || value === undefined || value === '') return undefined
  const say = translator(valueTexts, how.locale)
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no')
  if (typeof value === 'number') return figure(key, value, how)
  if (typeof value === 'string') return word(key, value, how)
  if (Array.isArray(value)) return listed(key, value, how)
  return parts(key, value as Record<string, unknown>, how)
}

/** What an id looks like. */
const id = /^[a-z]+_[0-7][0-9a-hjkmnp-tv-z]{25}$/
/** What a reason looks like that is kept by the code of its error. */
const code = /^[a-z_]+\.[a-z_]+$/
const reasons = ['failure', 'code']

function word(key: string, value: string, { locale }: How): string | undefined {
  if (id.test(value)) return undefined
  if (reasons.includes(key) && code.test(value)) return reasonText(value, locale)
  return wordOfValue(key, value)?.[locale] ?? value
}

function figure(key: string, value: number, { locale, yuan, instant }: How): string {
  const say = translator(valueTexts, locale)
  if (/(^f|F)en$/.test(key)) return yuan(value)
  if (key === 'priceE4') return say('perMonth', { yuan: decimals(value, 4) })
  if (key === 'areaE2' || key === 'before') return say('area', { area: decimals(value, 2) })
  if (key.endsWith('RateE4') || key === 'shareE4') return `${decimals(value, 2)}%`
  if (key.endsWith('At')) return instant(value)
  return wordOfValue(key, String(value))?.[locale] ?? String(value)
}

/** 40000 with four places: `4.00`; at least two of them are written. */
function decimals(value: number, places: number): string {
  return (value / 10 ** places).toFixed(places).replace(/(\.\d\d\d*?)0+$/, '$1')
}

/** What was one thing and is another now. */
function change(key: string, from: unknown, to: unknown, how: How): string | undefined {
  if (from === to || [from, to].some((value) => typeof value === 'string' && id.test(value))) return undefined
  const say = translator(valueTexts, how.locale)
  const told = (value: unknown) => wordsOf(key, value, how) ?? say('none')
  return say('change', { from: told(from), to: told(to) })
}

/** Facts that are entered as they were and as they are, in a list of the two; others say `from` and `to`. */
const changes = ['role', 'fromOn', 'toOn', 'priceE4', 'additionFen']

function listed(key: string, values: readonly unknown[], how: How): string | undefined {
  const say = translator(valueTexts, how.locale)
  if (changes.includes(key) && values.length === 2) return change(key, values[0], values[1], how)
  const told = values.map((value) =>
    key === 'assignments' ? assignment(value, how) : wordsOf(key, value, how),
  )
  const known = told.filter((each) => each !== undefined)
  return known.length === 0 ? undefined : known.join(say('between'))
}

/** A role and where it holds. */
function assignment(value: unknown, how: How): string | undefined {
  const say = translator(valueTexts, how.locale)
  const { role, name } = value as {
    role: string
    /** Of a role of the company's own, as it was called then. */
    name?: string
  }
  const projects = scopeWords(value as Where, how)
  return say('inProjects', { role: name ?? wordsOf('role', role, how) ?? role, projects })
}

/** Where a role holds, as entries say it since units may be scopes, and as they said it before. */
type Where = { scope: Scope } | { projects: 'all' | readonly string[] }

function scopeWords(where: Where, how: How): string {
  const say = translator(valueTexts, how.locale)
  const scope: Scope =
    'scope' in where
      ? where.scope
      : where.projects === 'all'
        ? { kind: 'company' }
        : { kind: 'projects', projectIds: [...where.projects] }
  switch (scope.kind) {
    case 'company':
      return say('allProjects')
    case 'unit':
      return say('underUnit', { unit: wordsOf('unitId', scope.unitId, how) ?? say('aUnit') })
    case 'projects': {
      const { projectIds } = scope
      return listed('projects', projectIds, how) ?? say('someProjects', { count: projectIds.length })
    }
  }
}

/** What counts or days are made of; noughts are left out. */
function parts(key: string, value: Record<string, unknown>, how: How): string | undefined {
  if ('from' in value && 'to' in value) return change(key, value.from, value.to, how)
  const told = Object.entries(value).flatMap(([name, part]) => {
    const words = part === 0 ? undefined : wordsOf(key, part, how)
    return words === undefined ? [] : [`${wordOfValue(key, name)?.[how.locale] ?? name} ${words}`]
  })
  const say = translator(valueTexts, how.locale)
  return told.length === 0 ? undefined : told.join(say('between'))
}
