import { expect, test } from 'vitest'
import { ApiError, call, fetchFile, isUnanswered } from './api.ts'

const ours = {
  code: 'request.invalid',
  message: '有些内容填写不正确',
  fields: [{ path: 'from', code: 'trend.order', message: '请选择更早的月份' }],
  params: { most: 24 },
}
const refused = async (status: number, body: string): Promise<ApiError> => {
  const answer = Promise.resolve(new Response(body, { status }))
  return call(answer).then(
    () => expect.fail('was not refused'),
    (error: ApiError) => error,
  )
}

test('what the API refuses is told as it says it', async () => {
  expect(await refused(422, JSON.stringify({ error: { ...ours, requestId: 'req_1' } }))).toMatchObject({
    status: 422,
    ...ours,
  })
})

test.each([
  ['words without fields', { error: { code: 'unavailable', message: 'upstream connect error' } }],
  ['fields that are no list', { error: { ...ours, fields: 'from' } }],
  ['words alone', { error: 'Service Unavailable' }],
  ['nothing', { error: null }],
  ['null', null],
  ['a list', []],
])(
  'a refusal of something in front of the API has its status and nothing to be read out: %s',
  async (_, body) => {
    const error = await refused(503, JSON.stringify(body))
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ status: 503, message: '', fields: [], params: {} })
    expect(isUnanswered(error)).toBe(true)
  },
)

test('so has a page', async () => {
  expect(await refused(502, '<html>Bad Gateway</html>')).toMatchObject({
    status: 502,
    message: '',
    fields: [],
  })
})

test('a page that comes as if all were well is no answer, neither to a question nor instead of a file', async () => {
  const page = () => Promise.resolve(new Response('<html>请登录上网</html>'))
  await expect(call(page())).rejects.toMatchObject({ status: 0 })
  await expect(fetchFile(page())).rejects.toMatchObject({ status: 0 })
  const disposition = {
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('投诉.xlsx')}`,
  }
  const file = await fetchFile(Promise.resolve(new Response('…', { headers: disposition })))
  expect(file.name).toBe('投诉.xlsx')
  expect(await call(Promise.resolve(Response.json(null)))).toBeNull()
})
