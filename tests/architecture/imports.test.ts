import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

interface Import {
  file: string
  /** What is imported: a path from the root for relative imports, else the specifier. */
  target: string
}

/** Source files without tests, which may reach for what they need. */
const files = globSync(['packages/*/src/**/*.{ts,tsx}', 'workers/*/src/**/*.{ts,tsx}'], { cwd: root })
  .filter((file) => !/\.test\.tsx?$|\/testing(\.ts|\/)/.test(file))
  .map((file) => file.replaceAll('\\', '/'))

const imports: Import[] = files.flatMap((file) =>
  targetsOf(file, readFileSync(join(root, file), 'utf8')).map((target) => ({ file, target })),
)

function targetsOf(file: string, text: string): string[] {
  const places = /(?:^(?:import|export|\})[^'\n]* from |^import |\bimport\()'([^'\n]+)'/gm
  return [...text.matchAll(places)].map(([, specifier = '']) =>
    specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : specifier,
  )
}

/** What is there of a file's imports when it runs: types are gone by then. */
function valuesOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  return targetsOf(file, text.replaceAll(/(?:import|export) type [^;]*? from '[^']+'/g, ''))
}

/** Packages that each package may import, beside itself. */
const allowed: Record<string, readonly string[]> = {
  'packages/kernel': [],
  'packages/look': [],
  'packages/i18n': [],
  'packages/db': ['kernel'],
  'packages/core': ['kernel', 'db', 'i18n'],
  'packages/gateways': ['kernel', 'core'],
  'packages/local': ['kernel', 'db', 'core', 'gateways', 'i18n'],
  'packages/api-client': ['worker-api'],
  'packages/console': ['kernel', 'i18n', 'look', 'api-client', 'core'],
  'workers/api': ['kernel', 'db', 'core', 'gateways', 'i18n', 'look'],
  'workers/scheduled': ['kernel', 'db', 'core', 'gateways', 'i18n'],
  'workers/queue': ['kernel', 'db', 'core', 'gateways', 'i18n'],
}

function packageOf(file: string): string {
  return file.split('/').slice(0, 2).join('/')
}

function capabilityOf(path: string): string | undefined {
  return path.match(/^packages\/core\/src\/([^/]+\/[^/]+)\//)?.[1]
}

function say(found: Import[]): string[] {
  return found.map(({ file, target }) => `${file} → ${target}`)
}

describe('ids in the console', () => {
  test('are made by parts/ids.ts alone, so that what is sent again is the same thing', () => {
    const makers = files.filter(
      (file) =>
        file.startsWith('packages/console/') &&
        /\bnewId\(/.test(readFileSync(join(root, file), 'utf8').replaceAll(/useNewId/g, '')),
    )
    expect(makers.toSorted()).toEqual([
      // A key of idempotency for each attempt, kept by useChange.
      'packages/console/src/app/api.ts',
      // An owner who is added to the form, not one who is sent.
      'packages/console/src/pages/estate/occupancies/transfer.tsx',
      'packages/console/src/parts/ids.ts',
    ])
  })
})

describe('imports go one way', () => {
  test('a package imports only packages below it', () => {
    const wrong = imports.filter(({ file, target }) => {
      const name = target.match(/^@heju\/([^/]+)/)?.[1]
      const own = packageOf(file)
      return (
        name !== undefined &&
        `@heju/${name}` !== `@heju/${own.split('/')[1]}` &&
        !allowed[own]?.includes(name)
      )
    })
    expect(say(wrong)).toEqual([])
  })

  test('a package reaches another by its name, not by a path into it', () => {
    const wrong = imports.filter(
      ({ file, target }) => /^(packages|workers)\//.test(target) && packageOf(target) !== packageOf(file),
    )
    expect(say(wrong)).toEqual([])
  })

  test('a capability of core uses another through its index, its shape and its words, or through the ports that it exports by name', () => {
    const wrong = imports.filter(({ file, target }) => {
      const from = capabilityOf(file)
      const to = capabilityOf(target)
      if (from === undefined || to === undefined || from === to) return false
      return !/\/(index|shape|provider|channel|storage|(\w+-)*texts)\.ts$/.test(target)
    })
    expect(say(wrong)).toEqual([])
  })

  test('the console knows of core what is pure alone, and what it knows is pure to the ground', () => {
    const known = imports.filter(
      ({ file, target }) => file.startsWith('packages/console/') && target.startsWith('@heju/core'),
    )
    expect(
      say(
        known.filter(
          ({ target }) =>
            !/^@heju\/core\/([a-z-]+\/[a-z-]+\/(shape|([a-z]+-)*texts)|error-texts|permissions(\/texts)?)$/.test(
              target,
            ),
        ),
      ),
    ).toEqual([])
    const pure = new Set(
      files.filter((file) =>
        /^packages\/core\/src\/([a-z-]+\/[a-z-]+\/(shape|([a-z]+-)*texts)|(error-texts|permissions)\/index)\.ts$/.test(
          file,
        ),
      ),
    )
    expect(pure.size).toBeGreaterThan(0)
    const impure: Import[] = []
    // A set goes on to what is added to it while it is gone through.
    for (const file of pure)
      for (const target of valuesOf(file)) {
        const isOwn = target.endsWith('.ts')
        if (
          isOwn
            ? /(?<!error-texts|permissions)\/(tables|context|index)\.ts$/.test(target)
            : !/^(valibot|@heju\/(kernel|i18n))$/.test(target)
        )
          impure.push({ file, target })
        else if (isOwn) pure.add(target)
      }
    expect(say(impure)).toEqual([])
  })

  test('the console knows the Worker by its types alone', () => {
    const wrong = imports.filter(
      ({ file, target }) => file.startsWith('packages/console/') && target.startsWith('@heju/worker'),
    )
    expect(say(wrong)).toEqual([])
  })

  test('core reads no clock and makes no network call', () => {
    const wrong = files
      .filter((file) => file.startsWith('packages/core/src/') || file.startsWith('packages/kernel/src/'))
      .filter((file) => /\bDate\.now\(\)|new Date\(\)|\bfetch\(/.test(readFileSync(join(root, file), 'utf8')))
    expect(wrong).toEqual([])
  })

  test('nothing is named by what says nothing', () => {
    const wrong = files.filter((file) =>
      /(^|\/)(utils?|helpers?|services?|managers?|dtos?|misc|common)(\.tsx?$|\/)/.test(file),
    )
    expect(wrong).toEqual([])
  })
})

test('no word of one language stands in SQL, from where it would reach the pages of all', () => {
  const wrong = files
    .filter((file) => file.startsWith('packages/core/src/'))
    .filter((file) => /sql(?:<[^>`]*>)?`[^`]*\p{Script=Han}/u.test(readFileSync(join(root, file), 'utf8')))
  expect(wrong).toEqual([])
})
