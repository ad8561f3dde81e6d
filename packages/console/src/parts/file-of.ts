import { ApiError, call } from '../app/api.ts'

/**
 * The bytes of a file that the API makes. Asked for like everything else and not by a plain link, which would meet an
 * access token that ran out. @throws ApiError what the API refused; `offline` when it did not answer
 */
export async function fileOf(answer: Promise<Response>): Promise<Blob> {
  const response = await answer.catch(() => undefined)
  if (response?.ok) return response.blob()
  // Refusals come as JSON, like those of every other call.
  if (response !== undefined) await call(Promise.resolve(response))
  throw new ApiError(0, { code: 'offline', message: '', fields: [], params: {} })
}
