import type { ComplaintPage, MyComplaintPage } from '@heju/core/desk/complaints'
import { jpeg, scene, type Scene } from '@heju/core/desk/complaints/testing'
import type { Ctx } from '@heju/core'
import { newId } from '@heju/kernel'
import type { Role } from '@heju/core/permissions'
import { beforeAll, describe, expect, test } from 'vitest'
import { testApi, type TestApi, type TestCaller, type TestCompany } from '../../workers/api/src/testing.ts'
import { companyCtx } from '../setup/two-companies.ts'
import { memoryBucket } from './bucket.ts'

let api: TestApi
let company: TestCompany
let place: Scene
let owner: TestCaller
const bucket = memoryBucket()

beforeAll(async () => {
  api = await testApi()
  Object.assign(api.env, { FILES: bucket, MESSAGE_CHANNEL: 'local' })
  company = await api.company()
  place = await scene(await companyCtx(api, company.id))
  owner = { owner: place.owner.actor.id }
})

async function works(role: Role): Promise<TestCaller> {
  const { actor } = (await place.works(role)) as Ctx & { actor: { kind: 'staff' } }
  return { staff: actor.assignments, id: actor.id }
}

async function post(who: TestCaller, path: string, body: object, key: string = crypto.randomUUID()) {
  const headers = { 'idempotency-key': key }
  const response = await company.fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }, who)
  return {
    status: response.status,
    trips: tripsOf(response),
    body: (await response.json()) as Record<string, unknown>,
  }
}

async function get<T>(who: TestCaller, path: string) {
  const response = await company.fetch(path, {}, who)
  return { status: response.status, trips: tripsOf(response), body: (await response.json()) as T }
}

function tripsOf(response: Response): number {
  return Number(/desc="(\d+) trips"/.exec(response.headers.get('server-timing') ?? '')?.[1])
}

async function sendPhoto(
  who: TestCaller,
  path: string,
  bytes: Uint8Array,
  type = 'application/octet-stream',
) {
  const headers = { 'idempotency-key': crypto.randomUUID(), 'content-type': type }
  return company.fetch(path, { method: 'POST', headers, body: bytes as BodyInit }, who)
}

async function photoOf(who: TestCaller, path: string): Promise<string> {
  return ((await (await sendPhoto(who, path, jpeg())).json()) as { fileId: string }).fileId
}

async function complaintOf(who: TestCaller, more: object = {}): Promise<string> {
  const complaintId = newId('cmpl', Date.now())
  const said = {
    roomId: place.roomId,
    categoryId: place.category('water'),
    text: `水压太低了 ${complaintId}`,
  }
  const { status } = await post(who, '/api/v1/portal/complaints', { complaintId, ...said, ...more })
  expect(status).toBe(200)
  return complaintId
}

describe('a complaint over the API', () => {
  test('goes from the owner’s phone to the rating, each route within its round trips', async () => {
    const desk = await works('front_desk')
    const fileIds = [await photoOf(owner, '/api/v1/portal/files/uploads')]
    const id = await complaintOf(owner, { fileIds })
    const staffId = 'id' in desk ? desk.id : ''
    const steps: [string, object][] = [
      ['judge', { judgement: { nature: 'effective', ground: 'harm' } }],
      ['investigate', { findings: '减压阀坏了' }],
      ['handler', { handlerId: staffId }],
      ['news', { ownerWords: '正在换阀。' }],
      ['plan', { plan: '换减压阀' }],
      ['reply', { ownerWords: '减压阀已更换，水压恢复。' }],
    ]
    for (const [step, body] of steps) {
      const answer = await post(desk, `/api/v1/complaints/${id}/${step}`, body)
      expect([step, answer.status, answer.body]).toEqual([step, 200, { complaintId: id }])
      expect(answer.trips).toBeLessThanOrEqual(2)
    }
    const mine = await get<MyComplaintPage>(owner, `/api/v1/portal/complaints/${id}`)
    expect(mine).toMatchObject({ status: 200, trips: 1, body: { state: 'replied', mayRate: true } })
    const rating = {
      rating: 5,
      revisitId: newId('rvst', Date.now()),
      newComplaintId: newId('cmpl', Date.now()),
    }
    const rated = await post(owner, `/api/v1/portal/complaints/${id}/rating`, rating)
    expect(rated).toMatchObject({ status: 200, body: { result: 'noted' } })
    const page = await get<ComplaintPage>(desk, `/api/v1/complaints/${id}`)
    expect(page).toMatchObject({ status: 200, trips: 1, body: { state: 'revisited', rating: 5 } })
    expect(page.body.steps[0]?.photos).toHaveLength(1)
  })

  test('the lists take one round trip and are paged', async () => {
    const desk = await works('front_desk')
    await complaintOf(owner)
    await complaintOf(owner)
    for (const path of [
      '/api/v1/complaints?view=open',
      '/api/v1/complaints?view=all&major=false&term=running',
    ]) {
      const first = await get<{ items: { id: string }[]; next: string }>(desk, `${path}&limit=1`)
      expect(first).toMatchObject({ status: 200, trips: 1 })
      const second = await get<{ items: { id: string }[] }>(desk, `${path}&limit=1&after=${first.body.next}`)
      expect(second.body.items[0]?.id).not.toBe(first.body.items[0]?.id)
    }
    const mine = await get<{ items: object[] }>(owner, '/api/v1/portal/complaints')
    expect(mine.body.items.length).toBeGreaterThanOrEqual(2)
    const figures = await get<{ figures: object[] }>(
      desk,
      '/api/v1/complaints/figures?from=2026-01&to=2026-12',
    )
    expect(figures).toMatchObject({ status: 200, trips: 1 })
    for (const path of ['/api/v1/complaints/categories', '/api/v1/tasks', '/api/v1/calendar?year=2026'])
      expect(await get(desk, path)).toMatchObject({ status: 200, trips: 1 })
    expect((await get(owner, '/api/v1/portal/complaints/categories')).status).toBe(200)
  })

  test('a field that is wrong is named, in the reader’s language', async () => {
    const desk = await works('front_desk')
    const { status, body } = await post(desk, '/api/v1/complaints', {
      complaintId: newId('cmpl', 1),
      projectId: place.projectId,
      channel: 'on_behalf',
      categoryId: place.category('water'),
      text: '水压太低了。',
    })
    expect(status).toBe(422)
    expect(body).toMatchObject({
      error: {
        fields: [
          { path: 'place', message: '请选择房屋或公共部位，或写明地点，例如“3栋大堂”。' },
          { path: 'agentName', message: '委托他人反映的，请填写受托人姓名。' },
        ],
      },
    })
  })

  test('what moved meanwhile is a conflict, what is somebody else’s is not there', async () => {
    const desk = await works('front_desk')
    const id = await complaintOf(owner)
    expect(
      (await post(desk, `/api/v1/complaints/${id}/reply`, { ownerWords: '已经处理好了。' })).status,
    ).toBe(409)
    expect((await get({ owner: newId('ownr', 1) }, `/api/v1/portal/complaints/${id}`)).status).toBe(404)
    expect((await get(await works('worker'), `/api/v1/complaints/${id}`)).status).toBe(404)
  })
})

describe('photos over the API', () => {
  test('are shown to those who may see them, and only as what they are', async () => {
    const desk = await works('front_desk')
    const fileId = await photoOf(owner, '/api/v1/portal/files/uploads')
    const id = await complaintOf(owner, { fileIds: [fileId] })
    for (const [who, path] of [
      [owner, `/api/v1/portal/complaints/${id}/photos/${fileId}`],
      [desk, `/api/v1/complaints/${id}/photos/${fileId}`],
    ] as const) {
      const response = await company.fetch(path, {}, who)
      expect(response.status).toBe(200)
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': 'image/jpeg',
        'content-disposition': `inline; filename="${fileId}.jpg"`,
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'private, max-age=3600',
      })
      expect(new Uint8Array(await response.arrayBuffer())[0]).toBe(0xff)
    }
    const stranger = { owner: newId('ownr', 1) }
    expect(
      (await company.fetch(`/api/v1/portal/complaints/${id}/photos/${fileId}`, {}, stranger)).status,
    ).toBe(404)
    expect((await company.fetch(`/api/v1/portal/complaints/${id}/photos/${fileId}`)).status).toBe(401)
  })

  test('lie under the company’s own key', async () => {
    await photoOf(owner, '/api/v1/portal/files/uploads')
    expect([...bucket.kept.keys()].every((key) => key.startsWith(`${company.id}/file_`))).toBe(true)
  })

  test('what is no photo is refused by its bytes, whatever it claims to be, and so is one too large', async () => {
    const path = '/api/v1/portal/files/uploads'
    const page = new TextEncoder().encode('<!doctype html><script>alert(1)</script>')
    expect((await sendPhoto(owner, path, page, 'image/jpeg')).status).toBe(415)
    expect((await sendPhoto(owner, path, new Uint8Array(10 * 1024 * 1024 + 1))).status).toBe(413)
    expect((await sendPhoto({ staff: [] }, '/api/v1/files/uploads', jpeg())).status).toBe(403)
  })
})

describe('the description', () => {
  test('names each of these routes with what it takes and answers', async () => {
    const desk = await works('front_desk')
    const { body } = await get<{ paths: Record<string, Record<string, { summary?: string }>> }>(
      desk,
      '/api/v1/openapi.json',
    )
    const described = Object.keys(body.paths).filter((path) => /complaints|files|tasks|calendar/.test(path))
    expect(described.length).toBeGreaterThan(25)
    for (const path of described)
      for (const operation of Object.values(body.paths[path] ?? {}))
        expect(operation.summary, path).toBeTruthy()
  })
})
