import { apiClient, type ApiClient } from '@heju/api-client'
import { jpeg } from '@heju/core/desk/complaints/testing'
import type { InferResponseType } from 'hono/client'
import { beforeAll, describe, expect, expectTypeOf, test } from 'vitest'
import { testApi, type TestCaller } from '../../workers/api/src/testing.ts'
import { memoryBucket } from '../complaints/bucket.ts'
import { peopled, type PeopledCompany } from '../setup/two-companies.ts'

let company: PeopledCompany
let staff: ApiClient['staff']
let owner: ApiClient['owner']
let id: (name: string) => never
beforeAll(async () => {
  const api = await testApi()
  Object.assign(api.env, { FILES: memoryBucket() })
  company = await peopled(api)
  staff = clientOf(company.staff.company_admin).staff
  owner = clientOf(company.owner).owner
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

/** The code of a refusal, when it is one. */
async function refused(asked: Promise<{ ok: boolean; json(): Promise<unknown> }>): Promise<string> {
  const response = await asked
  const body = (await response.json()) as { error?: { code: string } }
  if (response.ok || body.error === undefined) throw new Error(`Not refused: ${JSON.stringify(body)}`)
  return body.error.code
}

/** One route of each capability, with something that its types say of the answer. */
const ofStaff: Record<keyof ApiClient['staff'], () => Promise<unknown>> = {
  session: async () => (await told(staff.session.$get())).permissions,
  staff: async () =>
    (await told(staff.staff.$get({ query: {} }))).items.map(({ assignments }) => assignments),
  invitations: () => refused(staff.invitations.read.$post({ json: { token: 'none' } })),
  projects: async () => (await told(staff.projects.$get({ query: {} }))).projects.map(({ name }) => name),
  organisation: async () =>
    (await told(staff.organisation.$get({ query: {} }))).units.map(({ kind }) => kind),
  areas: async () =>
    (await told(staff.areas.$get({ query: { projectId: id('projectId') } }))).items.map(({ name }) => name),
  places: async () =>
    (await told(staff.places.common.$get({ query: { projectId: id('projectId') } }))).items.map(
      ({ wholeName }) => wholeName,
    ),
  tasks: async () => (await told(staff.tasks.$get({ query: {} }))).items.map(({ id: task }) => task),
  complaints: async () =>
    (await told(staff.complaints.$get({ query: {} }))).items.map(({ clocks }) => clocks.first.dueAt),
  files: async () =>
    (await told(staff.files.uploads.$post({ header: header() }, { init: { body: jpeg() } }))).fileId,
  calendar: async () =>
    (await told(staff.calendar.$get({ query: { year: '2026' } }))).days.map(({ kind }) => kind),
  'stopped-work': async () =>
    (await told(staff['stopped-work'].$get({ query: {} }))).items.map(({ kind }) => kind),
  audit: async () => (await told(staff.audit.$get({ query: {} }))).items.map(({ action }) => action),
  messages: async () => (await told(staff.messages.$get({ query: {} }))).items.map(({ state }) => state),
  'fee-items': async () =>
    (await told(staff['fee-items'].$get({ query: {} }))).items.map(({ id: item }) => item),
  tariffs: async () => (await told(staff.tariffs.$get({ query: {} }))).tariffs.map(({ name }) => name),
  'bill-runs': async () =>
    (await told(staff['bill-runs'].$get({ query: {} }))).items.map(({ totalFen }) => totalFen),
  bills: async () => (await told(staff.bills.$get({ query: {} }))).items.map(({ amountFen }) => amountFen),
  payments: async () =>
    (await told(staff.payments.$get({ query: {} }))).items.map(({ amountFen }) => amountFen),
  merchants: async () => (await told(staff.merchants.$get())).merchants.map(({ merchantId }) => merchantId),
  reminders: async () => (await told(staff.reminders.policy.$get())).enabled,
  registry: async () =>
    (await told(staff.registry.rooms.$get({ query: { projectId: id('projectId') } }))).items.map(
      ({ areaE2 }) => areaE2,
    ),
  imports: async () =>
    (await told(staff.imports.$get({ query: { projectId: id('projectId') } }))).imports.map(
      ({ state }) => state,
    ),
  satisfaction: async () =>
    (await told(staff.satisfaction.comparison.$get({ query: { period: '2026-11' } }))).period,
}

const ofOwners: Record<keyof ApiClient['owner'], () => Promise<unknown>> = {
  session: async () => (await told(owner.session.$get())).phone,
  // Of somebody else: an order of one's own needs a provider.
  payments: () => refused(owner.payments[':orderId'].$get({ param: { orderId: id('orderId') } })),
  receipts: async () => (await told(owner.receipts.$get({ query: {} }))).items.map(({ number }) => number),
  tariffs: async () => (await told(owner.tariffs.$get())).tariffs.map(({ name }) => name),
  complaints: async () =>
    (await told(owner.complaints.$get({ query: {} }))).items.map(({ number }) => number),
  files: async () =>
    (await told(owner.files.uploads.$post({ header: header() }, { init: { body: jpeg() } }))).fileId,
  surveys: async () => (await told(owner.surveys.$get())).surveys.map(({ roomId }) => roomId),
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
    type Listed = InferResponseType<ApiClient['staff']['bills']['$get']>
    expectTypeOf<Listed>().not.toBeAny()
    expectTypeOf<Listed['items'][number]['amountFen']>().toEqualTypeOf<number>()
    type Mine = InferResponseType<ApiClient['owner']['complaints']['$get']>
    expectTypeOf<Mine['items'][number]['number']>().toEqualTypeOf<string>()
  })

  test('cannot leave out a field, the id of its request or a part of the address, nor say a word that is none', () => {
    const { complaints } = staff
    const asked = { param: { complaintId: id('complaintId') }, header: header() }
    const step = complaints[':complaintId']
    const revisit = { revisitId: 'rvst_1', channel: 'pigeon', outcome: 'satisfied' } as const
    const wrong = () => [
      // @ts-expect-error -- The three answers of the summary are missing.
      step.close.$post({ ...asked, json: {} }),
      // @ts-expect-error -- The id of the request is missing.
      step.notes.$post({ param: asked.param, json: { note: '已联系' } }),
      // @ts-expect-error -- Which complaint is missing.
      step.notes.$post({ header: asked.header, json: { note: '已联系' } }),
      // @ts-expect-error -- There is no such channel.
      step.revisits.$post({ ...asked, json: revisit }),
    ]
    expectTypeOf(wrong).toBeFunction()
  })
})
