import { categoryDictionary } from '@heju/core/desk/complaints'
import { serviceLines } from '@heju/core/estate/service-lines'
import { expect, test } from 'vitest'
import { databaseBefore } from './before.ts'

const category = (id: string, code: string | null, parentId: string | null) =>
  `INSERT INTO complaint_categories (id, code, name, parent_id, about_fees, position, changed_at)
    VALUES ('${id}', ${code && `'${code}'`}, ${code ? null : "'宠物'"}, ${parentId && `'${parentId}'`}, 0, 1, 1)`

test('categories of the product come to their lines by code, what is below and a company’s own to none', async () => {
  const { run, upgrade } = await databaseBefore('service_lines')
  for (const { code, children } of categoryDictionary) {
    await run(category(code, code, null))
    for (const child of children) await run(category(child, child, code))
  }
  await run(category('own', null, null))
  // Brought up to the first level by the company, and moved below another one.
  await run(`UPDATE complaint_categories SET parent_id = NULL WHERE id = 'lift'`)
  await run(`UPDATE complaint_categories SET parent_id = 'other' WHERE id = 'neighbours'`)
  await upgrade()
  const found = await run('SELECT id, service_line FROM complaint_categories')
  const lines = Object.fromEntries(found.map((row) => [row.id, row.service_line]))
  const ofDictionary = categoryDictionary.flatMap(({ code, line, children }) => [
    [code, code === 'neighbours' ? null : line],
    ...children.map((child) => [child, child === 'lift' ? line : null]),
  ])
  expect(lines).toEqual({ ...Object.fromEntries(ofDictionary), own: null })
})

test('each question that was asked says whose work it is about, and can be changed no more', async () => {
  const { run, upgrade } = await databaseBefore('service_lines')
  await upgrade()
  const rows = await run('SELECT code, service_line FROM survey_questions ORDER BY position')
  expect(rows.map((row) => [row.code, row.service_line])).toEqual([
    ['cleanliness', 'cleaning'],
    ['quiet', 'security'],
    ['warmth', 'customer_service'],
    ['attentiveness', 'customer_service'],
    ['flexibility', 'customer_service'],
    ['respect', 'customer_service'],
    ['loyalty', null],
  ])
  for (const { service_line: line } of rows.slice(0, -1)) expect(serviceLines).toContain(line)
  await expect(run(`UPDATE survey_questions SET service_line = 'greenery'`)).rejects.toThrow(/stays/)
})
