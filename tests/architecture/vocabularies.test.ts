import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** Every closed list of words that a capability shares, by its name. */
async function vocabularies(): Promise<Map<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>()
  for (const file of globSync('packages/core/src/*/*/shape.ts', { cwd: root })) {
    const shape = (await import(join(root, file))) as Record<string, unknown>
    for (const [name, value] of Object.entries(shape))
      if (Array.isArray(value) && value.length > 1 && value.every((one) => typeof one === 'string'))
        found.set(`${file.split('/').at(-2)}: ${name}`, value)
  }
  return found
}

/** Lists and unions of words as they are written, each with its words: `['a', 'b']`, `'a' | 'b'`. */
function written(text: string): string[][] {
  const lists = [...text.matchAll(/\[\s*((?:'\w+',?\s*)+)\]/g)].map(([, words = '']) => words)
  const unions = [...text.matchAll(/'\w+'(?:\s*\|\s*'\w+')+/g)].map(([words]) => words)
  return [...lists, ...unions].map((words) => [...words.matchAll(/'(\w+)'/g)].map(([, word = '']) => word))
}

test('the console types no list of words a second time that a capability has', async () => {
  const known = await vocabularies()
  expect(known.size).toBeGreaterThan(30)
  const copies = globSync('packages/console/src/**/*.{ts,tsx}', { cwd: root })
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .flatMap((file) =>
      written(readFileSync(join(root, file), 'utf8'))
        .filter((words) => words.length > 1)
        .flatMap((words) => {
          const copied = [...known].filter(([, list]) => words.every((word) => list.includes(word)))
          return copied.length === 0
            ? []
            : [`${file}: ${words.join(' ')} (${copied.map(([name]) => name).join(', ')})`]
        }),
    )
  expect(copies).toEqual([])
})

test('the length of an input is that of its verb, and typed only where a verb has no length but a form of its own', () => {
  const typed = globSync('packages/console/src/**/*.tsx', { cwd: root }).flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/maxLength=\{(\d+)\}/g)].map(
      ([, most]) => `${file} ${most}`,
    ),
  )
  expect(typed.toSorted()).toEqual([
    // Words of all steps, whichever verb takes them.
    'packages/console/src/pages/desk/complaints/step-fields.tsx 2000',
    'packages/console/src/pages/estate/people/change-person.tsx 30',
    'packages/console/src/pages/estate/people/new-person.tsx 30',
    // Keys and numbers of the provider, each of a length of its own.
    'packages/console/src/pages/fees/merchant/merchant-form.tsx 32',
    'packages/console/src/pages/fees/merchant/merchant-form.tsx 60',
    'packages/console/src/pages/fees/merchant/platform-keys.tsx 60',
    // One of the decisions about an exception.
    'packages/console/src/pages/fees/payments/resolve-exception.tsx 60',
    'packages/console/src/pages/fees/reminders/policy-form.tsx 60',
  ])
})
