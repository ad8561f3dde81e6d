import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newId } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import { leadsSomewhere } from '../parts/address-values.ts'

/** Every name in the paths of the console's pages. */
const table = readFileSync(join(import.meta.dirname, 'router.tsx'), 'utf8')
const named = [...table.matchAll(/path: '([^']+)', lazy/g)].flatMap(([, path = '']) =>
  [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => [path, name] as const),
)

/** With what the ids of each kind begin. A page about something new says it here and in `address-values.ts`. */
const prefixes: Readonly<Record<string, string>> = {
  projectId: 'proj',
  parkingSpaceId: 'park',
  roomId: 'room',
  personId: 'pers',
  importId: 'imp',
  complaintId: 'cmpl',
  runId: 'brun',
  tariffId: 'tariff',
  exceptionId: 'exc',
  areaId: 'area',
  staffId: 'stf',
}

describe.each(named)('%s', (_, name) => {
  test('is the page of what its id may name', () => {
    expect(leadsSomewhere({ [name]: newId(prefixes[name] ?? 'unknown', 1) })).toBe(true)
  })
  test.each(['xyz', '\0', '%E0%A4%A', newId('other', 1), newId(prefixes[name] ?? 'unknown', 1).slice(0, -1)])(
    'is none at %j',
    (text) => expect(leadsSomewhere({ [name]: text })).toBe(false),
  )
})

test('all are known, and a page without a name in its path is there whatever follows it', () => {
  expect(new Set(named.map(([, name]) => name))).toEqual(new Set(Object.keys(prefixes)))
  expect(leadsSomewhere({ unheardOfId: newId('room', 1) })).toBe(false)
  expect(leadsSomewhere({})).toBe(true)
})
