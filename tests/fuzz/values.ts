import fc from 'fast-check'

/** The parts of JSON Schema that the description of the API uses. */
export interface Schema {
  type?: string
  const?: unknown
  enum?: readonly unknown[]
  examples?: readonly unknown[]
  anyOf?: readonly Schema[]
  oneOf?: readonly Schema[]
  properties?: Readonly<Record<string, Schema>>
  required?: readonly string[]
  items?: Schema
  minItems?: number
  maxItems?: number
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  pattern?: string
}

/** Values that a schema allows, as far as it says what it allows; many lie at its bounds. */
export function valuesOf(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  const ways = schema.anyOf ?? schema.oneOf
  if (ways !== undefined) return fc.oneof(...ways.map(valuesOf))
  const [example] = schema.examples ?? []
  if (example !== undefined) return fc.constant(example)
  switch (schema.type) {
    case 'object':
      return fc.record(
        Object.fromEntries(
          Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, valuesOf(inner)]),
        ),
        { requiredKeys: [...(schema.required ?? [])] },
      )
    case 'array': {
      const { minItems = 0, maxItems = minItems + 3 } = schema
      return fc.array(valuesOf(schema.items ?? {}), {
        minLength: minItems,
        maxLength: Math.min(maxItems, minItems + 3),
      })
    }
    case 'integer':
      return fc.maxSafeInteger().map((n) => bounded(n, schema))
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => bounded(n, schema))
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return texts(schema)
  }
}

function bounded(n: number, { minimum = -1_000_000_000, maximum = 1_000_000_000 }: Schema): number {
  return Math.min(maximum, Math.max(minimum, n))
}

function texts({ minLength = 0, maxLength = 60, pattern }: Schema): fc.Arbitrary<string> {
  const matching = pattern === undefined ? undefined : matches(pattern)
  if (matching !== undefined) return matching
  return fc.oneof(
    fc.string({ unit: 'grapheme', minLength, maxLength: Math.max(minLength, Math.min(maxLength, 60)) }),
    fc.constantFrom(
      '2026-02-30',
      '2026-11-22',
      '2026-13',
      '2026-11',
      '24:00',
      '09:00',
      '13800000001',
      '3栋-2单元-1501',
    ),
    fc.constant('长'.repeat(maxLength)),
  )
}

/** Texts of a pattern; undefined for one that refers back to its own groups, which fast-check does not draw from. */
function matches(pattern: string): fc.Arbitrary<string> | undefined {
  return /\\(\d|k<)/.test(pattern) ? undefined : fc.stringMatching(new RegExp(pattern, 'u'))
}

/** Lists within one another, so many of them. */
function within(levels: number): unknown {
  return JSON.parse('['.repeat(levels) + ']'.repeat(levels))
}

/** What nobody means and somebody sends. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    '\0',
    'a\u0007b',
    '\uD800',
    '\u202E王先生',
    "'; DROP TABLE bills; --",
    '<script>alert(1)</script>',
    '%00',
    '../../etc/passwd',
    '{{7*7}}',
    '=1+1',
    true,
    0,
    -1,
    1.5,
    2 ** 31,
    2 ** 53,
    Number.MAX_SAFE_INTEGER,
    -Number.MAX_SAFE_INTEGER,
    1e308,
    5e-324,
    [],
    {},
    [[[[]]]],
    { toString: 'x', __proto__: null, constructor: 1 },
    '字'.repeat(20_000),
    Array.from({ length: 300 }, (_, i) => i),
    '9'.repeat(400),
    '2026-11-22T00:00:00Z',
    '0000-00-00',
    '9999-12-31',
    '-271821-04-20',
  ),
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom(within(40), within(5_000)),
)
