import {
  answerOf,
  openNow,
  scores,
  surveyedProject,
  type SurveyedProject,
} from '@heju/core/insight/satisfaction/testing'
import { freshRequestId } from '@heju/core/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import { companyCtx } from '../../../../../tests/setup/two-companies.ts'
import { testApi, type TestApi, type TestCaller, type TestCompany } from '../../testing.ts'

let api: TestApi
let company: TestCompany
let lake: SurveyedProject
let period: string
let roundId: string

const head: TestCaller = { staff: [{ role: 'head_office', projects: 'all' }] }
const desk = (projects: 'all' | string[] = 'all'): TestCaller => ({
  staff: [{ role: 'front_desk', projects }],
})
const post = (content: unknown, key = freshRequestId()): RequestInit => ({
  method: 'POST',
  headers: { 'idempotency-key': key },
  body: JSON.stringify(content),
})
const body = async (response: Response) => (await response.json()) as Record<string, never>

/** An answer as a page sends it. */
async function answer(room: number, more: object = {}) {
  const { requestId: _, ...rest } = answerOf(await companyCtx(api, company.id), {
    roundId,
    roomId: lake.roomIds[room] ?? '',
  })
  return { ...rest, ...more }
}

beforeAll(async () => {
  api = await testApi()
  company = await api.company()
  const ctx = await companyCtx(api, company.id)
  lake = await surveyedProject(ctx, '翠湖花园', 8)
  ;({ period } = await openNow(ctx))
})

describe('an owner', () => {
  test('finds the survey and answers it; sending twice is one answer', async () => {
    const owner: TestCaller = { owner: lake.ownerIds[0] ?? '' }
    const [survey] = (await body(await company.fetch('/api/v1/portal/surveys', {}, owner)))
      .surveys as unknown as Record<string, string>[]
    expect(survey).toMatchObject({ projectName: '翠湖花园', period, answered: false, methodology: 1 })
    roundId = survey?.roundId ?? ''
    const given = await answer(0, { comment: '很好' })
    const request = post(given)
    const first = await company.fetch('/api/v1/portal/surveys/answers', request, owner)
    const again = await company.fetch('/api/v1/portal/surveys/answers', request, owner)
    expect([first.status, await body(first), await body(again)]).toEqual([
      200,
      { answerId: given.answerId },
      { answerId: given.answerId },
    ])
  })

  test('is told which field is wrong', async () => {
    const bad = await answer(0, { scores: { ...scores(5, 4), quiet: { expected: 5, perceived: 9 } } })
    const response = await company.fetch('/api/v1/portal/surveys/answers', post(bad), {
      owner: lake.ownerIds[0] ?? '',
    })
    expect(response.status).toBe(422)
    expect(await body(response)).toMatchObject({
      error: { fields: [{ path: 'scores.quiet.perceived', message: '不能大于 5。' }] },
    })
  })
})

describe('staff', () => {
  test('note an answer down, and see what remains to be asked', async () => {
    const noted = await answer(1, { channel: 'phone', scores: scores(5, 2) })
    const response = await company.fetch('/api/v1/satisfaction/answers', post(noted), desk())
    expect(response.status).toBe(200)
    const rest = await company.fetch(
      `/api/v1/satisfaction/unanswered?projectId=${lake.projectId}`,
      {},
      desk(),
    )
    expect((await body(rest)).items).toHaveLength(6)
  })

  test('of another project see nothing of it', async () => {
    const stranger = desk(['proj_01jd8f5x3v9w7t2b6k4m8n0pqr'])
    const asked = [
      `unanswered?projectId=${lake.projectId}`,
      `round?projectId=${lake.projectId}&period=${period}`,
      `answers?projectId=${lake.projectId}&period=${period}`,
      `answers/file?projectId=${lake.projectId}&period=${period}`,
    ]
    for (const path of asked) {
      const response = await company.fetch(`/api/v1/satisfaction/${path}`, {}, stranger)
      expect([path, response.status]).toEqual([path, 403])
    }
  })
})

describe('head office', () => {
  test('compares projects, and gets from a figure to its answers', async () => {
    const comparison = await body(await company.fetch('/api/v1/satisfaction/comparison', {}, head))
    expect(comparison).toMatchObject({
      period,
      provisional: true,
      ranked: [],
      unranked: [
        { name: '翠湖花园', households: 8, answers: 2, byStaff: 1, unrankedBecause: 'too_few_answers' },
      ],
    })
    const low = `answers?projectId=${lake.projectId}&period=${period}&dimension=quiet&perceived=2`
    const { items } = await body(await company.fetch(`/api/v1/satisfaction/${low}`, {}, head))
    expect(items).toMatchObject([{ channel: 'phone', room: null }])
  })

  test('reads each of its pages in one round trip', async () => {
    const pages = [
      'comparison',
      `round?projectId=${lake.projectId}&period=${period}`,
      `answers?projectId=${lake.projectId}&period=${period}`,
      `trend?from=${period}&to=${period}`,
      'settings',
    ]
    await company.fetch('/api/v1/satisfaction/settings', {}, head)
    for (const path of pages) {
      const response = await company.fetch(`/api/v1/satisfaction/${path}`, {}, head)
      expect([path, response.status, response.headers.get('server-timing')]).toEqual([
        path,
        200,
        expect.stringContaining('"1 trips"'),
      ])
    }
  })

  test('keeps the comparison as a file in its own language', async () => {
    const path = `/api/v1/satisfaction/comparison/file?period=${period}&format=csv&lang=en`
    const response = await company.fetch(path, {}, head)
    expect(response.headers.get('content-disposition')).toContain(`Satisfaction%20by%20project-${period}.csv`)
    const [headings, first] = (await response.text()).split('\r\n')
    expect(headings).toMatch(/^Possible places \(95 % sure\),Projects ranked,Project,Satisfaction index,/)
    expect(first).toMatch(/^,,翠湖花园,.*,Too few answers to be ranked$/)
  })

  test('sets the survey, on days that there are', async () => {
    const current = await body(await company.fetch('/api/v1/satisfaction/settings', {}, head))
    const put = (content: object) => ({ ...post(content), method: 'PUT' })
    const changed = await company.fetch(
      '/api/v1/satisfaction/settings',
      put({ ...current, openDay: 5, showMarket: true }),
      head,
    )
    expect(await body(changed)).toMatchObject({ openDay: 5, showMarket: true })
    const wrong = await company.fetch('/api/v1/satisfaction/settings', put({ ...current, openDay: 8 }), head)
    expect(wrong.status).toBe(422)
    const partly: TestCaller = { staff: [{ role: 'head_office', projects: [lake.projectId] }] }
    const refused = await company.fetch('/api/v1/satisfaction/settings', put({ ...current }), partly)
    expect(refused.status).toBe(403)
  })
})
