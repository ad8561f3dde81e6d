import { apiClient, type ApiClient } from '@heju/api-client'
import { jpeg } from '@heju/core/complaints/testing'
import type { InferResponseType } from 'hono/client'
import { beforeAll, describe, expect, expectTypeOf, test } from 'vitest'
import { testApi, type TestCaller } from '../../workers/api/src/testing.ts'
import { memoryBucket } from '../complaints/bucket.ts'
import { peopled, type PeopledCompany } from '../setup/two-companies.ts'

let company: PeopledCompany
let staff: ApiClient
let owner: ApiClient['portal']
let id: (name: string) => never
beforeAll(async () => {
  const api = await testApi()
  Object.assign(api.env, { FILES: memoryBucket() })
  company = await peopled(api)
  staff = clientOf(company.staff.company_admin)
  owner = clientOf(company.owner).portal
  id = (name) => company.things[name] as never
})

/** A program with the client in hand and nothing else of the product, signed in as `who`. */
function clientOf(who: TestCaller): ApiClient {
  const asks = (input: RequestInfo | URL, init?: RequestInit) =>
    company.fetch(String(input).slice(company.origin.length), init, who)
  return apiClient(company.origin, { fetch: asks as typeof fetch })
}

const header = () => ({ 'idempotency-key': crypto.randomUUID() })
/** What an answer holds, when it is a true one. */
async function told<T>(asked: Promise<{ ok: boolean; status: number; json(): Promise<T> }>): Promise<T> {
  const response = await asked
  if (!response.ok) throw new Error(`Answered ${response.status}: ${JSON.stringify(await response.json())}`)
  return response.json()
}

/** One route of each capability, with something that its types say of the answer. */
const ofStaff: Record<Exclude<keyof ApiClient, 'portal'>, () => Promise<unknown>> = {
  session: async () => (await told(staff.session.index.$get())).permissions,
  staff: async () =>
    (await told(staff.staff.index.$get({ query: {} }))).items.map(({ assignments }) => assignments),
  invitations: () => staff.invitations.read.$post({ json: { token: 'none' } }),
  projects: async () =>
    (await told(staff.projects.index.$get({ query: {} }))).projects.map(({ name }) => name),
  tasks: async () => (await told(staff.tasks.index.$get({ query: {} }))).items.map(({ id: task }) => task),
  complaints: async () =>
    (await told(staff.complaints.index.$get({ query: {} }))).items.map(({ clocks }) => clocks.first.dueAt),
  complaintSteps: async () =>
    told(
      staff.complaintSteps[':complaintId'].notes.$post({
        param: { complaintId: id('complaintId') },
        header: header(),
        json: { note: '已电话联系业主。' },
      }),
    ),
  files: async () =>
    (await told(staff.files.uploads.$post({ header: header() }, { init: { body: jpeg() } }))).fileId,
  calendar: async () =>
    (await told(staff.calendar.index.$get({ query: { year: '2026' } }))).days.map(({ kind }) => kind),
  stoppedWork: async () =>
    (await told(staff.stoppedWork.index.$get({ query: {} }))).items.map(({ kind }) => kind),
  audit: async () => (await told(staff.audit.index.$get({ query: {} }))).items.map(({ action }) => action),
  messages: async () =>
    (await told(staff.messages.index.$get({ query: {} }))).items.map(({ state }) => state),
  tariffs: async () => (await told(staff.tariffs.index.$get({ query: {} }))).tariffs.map(({ name }) => name),
  billRuns: async () =>
    (await told(staff.billRuns.index.$get({ query: {} }))).items.map(({ totalFen }) => totalFen),
  bills: async () =>
    (await told(staff.bills.index.$get({ query: {} }))).items.map(({ amountFen }) => amountFen),
  payments: async () =>
    (await told(staff.payments.index.$get({ query: {} }))).items.map(({ amountFen }) => amountFen),
  merchants: async () =>
    (await told(staff.merchants.index.$get())).merchants.map(({ merchantId }) => merchantId),
  reminders: async () => (await told(staff.reminders.policy.$get())).enabled,
  registry: async () =>
    (await told(staff.registry.rooms.$get({ query: { projectId: id('projectId') } }))).items.map(
      ({ areaE2 }) => areaE2,
    ),
  parking: async () =>
    (await told(staff.parking['parking-spaces'].$get({ query: { projectId: id('projectId') } }))).items.map(
      ({ code }) => code,
    ),
  registryPeople: async () =>
    (await told(staff.registryPeople.people.$get({ query: { projectId: id('projectId') } }))).items.map(
      ({ name }) => name,
    ),
  imports: async () =>
    (await told(staff.imports.index.$get({ query: { projectId: id('projectId') } }))).imports.map(
      ({ state }) => state,
    ),
  satisfaction: async () =>
    (await told(staff.satisfaction.comparison.$get({ query: { period: '2026-11' } }))).period,
}

const ofOwners: Record<keyof ApiClient['portal'], () => Promise<unknown>> = {
  session: async () => (await told(owner.session.index.$get())).phone,
  payments: async () =>
    (await told(owner.payments.receipts.$get({ query: {} }))).items.map(({ number }) => number),
  tariffs: async () => (await told(owner.tariffs.index.$get())).tariffs.map(({ name }) => name),
  complaints: async () =>
    (await told(owner.complaints.index.$get({ query: {} }))).items.map(({ number }) => number),
  files: async () =>
    (await told(owner.files.uploads.$post({ header: header() }, { init: { body: jpeg() } }))).fileId,
  surveys: async () => (await told(owner.surveys.index.$get())).surveys.map(({ roomId }) => roomId),
}

describe('a program that knows only the client’s types', () => {
  test.each(Object.entries(ofStaff))('asks %s for staff and understands the answer', async (_name, ask) => {
    expect(await ask()).toBeDefined()
  })

  test.each(Object.entries(ofOwners))(
    'asks %s for an owner and understands the answer',
    async (_name, ask) => {
      expect(await ask()).toBeDefined()
    },
  )

  test('is told of each answer what it is, and not that it may be anything', () => {
    type Listed = InferResponseType<ApiClient['bills']['index']['$get']>
    expectTypeOf<Listed>().not.toBeAny()
    expectTypeOf<Listed['items'][number]['amountFen']>().toEqualTypeOf<number>()
    type Mine = InferResponseType<ApiClient['portal']['complaints']['index']['$get']>
    expectTypeOf<Mine['items'][number]['number']>().toEqualTypeOf<string>()
  })
})
