import { Validator } from '@seriousme/openapi-schema-validator'
import { beforeAll, expect, test } from 'vitest'
import { testApi } from '../../workers/api/src/testing.ts'
import { isApi, publicRoutes, routes } from '../isolation/routes.ts'
import type { ApiDescription } from '../isolation/samples.ts'
import type { Schema } from '../fuzz/values.ts'
import { operationOf } from './described.ts'

let description: ApiDescription
beforeAll(async () => {
  const company = await (await testApi()).company()
  description = (await (await company.fetch('/api/v1/openapi.json')).json()) as ApiDescription
})

const described = routes.filter((route) => isApi(route) && !route.path.endsWith('/openapi.json'))

test('the description is a valid document of OpenAPI 3.1', async () => {
  const validator = new Validator()
  const { valid, errors } = await validator.validate(structuredClone(description) as never)
  expect([valid, errors]).toEqual([true, undefined])
  expect(validator.version).toBe('3.1')
})

test.each(described)('$name tells what it does, how it refuses and who gets in', (route) => {
  const operation = operationOf(route, description)
  const { summary, responses = {}, security, tags } = operation ?? {}
  expect(summary).toMatch(/\S{2,} /)
  expect(tags).toHaveLength(1)
  expect(Object.keys(responses)).toEqual(expect.arrayContaining(['200', '429', '503']))
  const open = route.name in publicRoutes
  expect(security === undefined ? 'not said' : security.length === 0).toBe(open)
  if (!open) expect(responses).toHaveProperty('401')
  if (route.method !== 'GET') expect(responses).toHaveProperty('403')
})

/** Every schema of a number within a schema, by its dotted path. */
function numbersOf(schema: Schema, path = ''): { path: string; schema: Schema }[] {
  const inner = [
    ...Object.entries(schema.properties ?? {}),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].map((way) => ['', way] as const),
    ...(schema.items === undefined ? [] : [['[]', schema.items] as const]),
  ].flatMap(([name, one]) => numbersOf(one, name === '' ? path : `${path}.${name}`))
  const isNumber = (schema.type === 'integer' || schema.type === 'number') && schema.enum === undefined
  return isNumber ? [{ path, schema }, ...inner] : inner
}

test('every number that a body may hold is whole and has bounds, and every moment lies in our times', () => {
  const numbers = described.flatMap((route) => {
    const { requestBody } = operationOf(route, description) ?? {}
    const { schema } = (requestBody?.content?.['application/json'] ?? {}) as { schema?: Schema }
    return numbersOf(schema ?? {}, route.name)
  })
  expect(numbers.length).toBeGreaterThan(40)
  const loose = numbers.filter(({ schema: { type, minimum = -Infinity, maximum = Infinity } }) => {
    const exact = Number.isSafeInteger(minimum) && Number.isSafeInteger(maximum)
    return type !== 'integer' || !exact
  })
  expect(loose.map(({ path }) => path)).toEqual([])
  const moments = numbers.filter(({ path }) => /(?:At|\.at)$/.test(path))
  expect(moments.length).toBeGreaterThanOrEqual(5)
  for (const { path, schema } of moments)
    expect([path, schema.minimum, schema.maximum]).toEqual([path, Date.UTC(2000), Date.UTC(2100)])
})

test('every group of routes is told what it is for, and no other', () => {
  const used = new Set(described.map((route) => operationOf(route, description)?.tags?.[0]))
  const { tags } = description as unknown as { tags: { name: string; description: string }[] }
  expect(tags.map(({ name }) => name).toSorted()).toEqual([...used].toSorted())
})

test('nothing is described that is not there', () => {
  const there = new Set(
    described.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`),
  )
  const told = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(told.filter((name) => !there.has(name) && !name.endsWith('/openapi.json'))).toEqual([])
})
