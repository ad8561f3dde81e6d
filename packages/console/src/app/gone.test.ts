import { QueryCache, QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { ApiError } from './api.ts'
import { forgetGone } from './gone.ts'

/** What is seen of something that was fetched once and is answered so the next time. */
async function seenAfter(status: number) {
  const queries = new QueryClient({
    queryCache: new QueryCache({ onError: (error, query) => forgetGone(error, query as never) }),
  })
  const refusal = { code: 'x', message: 'x', fields: [], params: {} }
  const queryFn = () => Promise.reject(new ApiError(status, refusal))
  queries.setQueryData(['tariffs', 'one'], { name: '物业费' }, { updatedAt: 1 })
  const seen = new QueryObserver(queries, { queryKey: ['tariffs', 'one'], queryFn, retry: false })
  const stop = seen.subscribe(() => {})
  await seen.refetch()
  const { data, isLoadingError, isRefetchError } = seen.getCurrentResult()
  stop()
  return { data, isLoadingError, isRefetchError }
}

test('what is not there any more is not shown as it was', async () => {
  expect(await seenAfter(404)).toEqual({ data: undefined, isLoadingError: true, isRefetchError: false })
})

test.each([0, 403, 500])('what was fetched stays where the next answer is %i', async (status) => {
  expect(await seenAfter(status)).toMatchObject({ data: { name: '物业费' }, isRefetchError: true })
})
