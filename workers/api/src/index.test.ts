import { expect, test, vi } from 'vitest'
import { testApi } from './testing.ts'
import worker from './index.ts'

const execution = { waitUntil() {}, passThroughOnException() {} } as unknown as ExecutionContext

test.each(['BASE_HOST', 'DATABASE_PROVIDER', 'SQLD_URL', 'PLATFORM_NAMESPACE'] as const)(
  'a Worker that was deployed without %s says so, to people in their language and in the log',
  async (name) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { [name]: _, ...env } = (await testApi()).env
    const headers = { accept: 'text/html', 'accept-language': 'en' }
    const request = new Request('https://heju.test/', { headers })
    const answer = await worker.fetch(request as never, env as never, execution)
    expect([answer.status, await answer.text()]).toEqual([
      503,
      expect.stringContaining(`the setting ${name} is missing`),
    ])
    expect(JSON.parse(String(log.mock.calls[0]?.[0]))).toMatchObject({
      code: 'deployment.setting_missing',
      causeCode: name,
    })
  },
)
