import { reminders } from '@heju/core/fees/reminders'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routes, writes } from '../isolation/routes.ts'
import type { ApiDescription } from '../isolation/samples.ts'
import { companyWithAll, type CompanyWithAll } from './company-with-all.ts'
import { trueRequest } from './requests.ts'

let all: CompanyWithAll
let description: ApiDescription
beforeAll(async () => {
  all = await companyWithAll()
  await unreadDemand()
  description = (await (await all.company.fetch('/api/v1/openapi.json')).json()) as ApiDescription
})
afterAll(() => all.close())

/** Demands a bill of its payer, who has not looked since. */
async function unreadDemand(): Promise<void> {
  const { ctx } = all.company
  const { projectId = '', personId = '', billId = '' } = all.things
  const id = `rem_${personId.slice('pers_'.length)}_20200101`
  const told = { stage: 'before', onDay: '2020-01-01', state: 'sent', settledAt: ctx.now } as const
  await ctx.db.orm.insert(reminders).values({ id, projectId, personId, ...told, createdAt: ctx.now })
  await ctx.db.client.execute({
    sql: `INSERT INTO reminder_bills (bill_id, stage, reminder_id) VALUES (?, 'before', ?)`,
    args: [billId, id],
  })
}

/** The latest that the company's log says. */
async function lastOnRecord(): Promise<string | undefined> {
  const answer = await all.company.fetch('/api/v1/audit?limit=1', {}, all.company.staff.company_admin)
  const { items } = (await answer.json()) as { items: { id: string; action: string }[] }
  return items[0] && `${items[0].id} ${items[0].action}`
}

describe('to ask for the head of an answer alone', () => {
  test.each(routes.filter((route) => !writes(route)))('puts nothing on record at $name', async (route) => {
    await all.asItWas()
    const { path, init, who } = trueRequest(route, description, all)
    const before = await lastOnRecord()
    const head = await all.company.fetch(path, { ...init, method: 'HEAD' }, who)
    expect(await lastOnRecord()).toBe(before)
    await all.company.fetch(path, init, who)
    const isOnRecord = (await lastOnRecord()) !== before
    // Only what puts something on record is not asked so: RFC 9110 has GET and HEAD answered alike.
    expect([head.status === 405, head.headers.get('allow')]).toEqual([isOnRecord, isOnRecord ? 'GET' : null])
    const other = await all.company.fetch(path, { method: 'PATCH' }, who ?? all.company.owner)
    const allowed = other.headers.get('allow')?.split(', ') ?? []
    if (allowed.includes('GET')) expect(allowed.includes('HEAD')).toBe(!isOnRecord)
  })
})
