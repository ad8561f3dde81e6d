import { Validator } from '@seriousme/openapi-schema-validator'
import { beforeAll, expect, test } from 'vitest'
import { testApi } from '../../workers/api/src/testing.ts'
import { isApi, publicRoutes, routes } from '../isolation/routes.ts'
import type { ApiDescription } from '../isolation/samples.ts'
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
