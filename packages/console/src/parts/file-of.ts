import { callFile } from '../app/api.ts'

/**
 * The bytes of a file that the API makes. Asked for like everything else and not by a plain link, which would meet an
 * access token that ran out. @throws ApiError what the API refused; `offline` when it did not answer
 */
export function fileOf(answer: Promise<Response>): Promise<Blob> {
  return callFile(answer)
}
