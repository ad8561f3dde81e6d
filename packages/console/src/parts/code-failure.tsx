import { ApiError } from '../app/api.ts'
import { Broken } from '../app/page-failure.tsx'
import { Failure } from './states.tsx'

/** A part whose code did not come: without a network it is tried again, what a new version took away comes with the page anew. */
export function CodeFailure({ error, retry }: { error: Error; retry: () => void }) {
  return error instanceof ApiError ? <Failure error={error} retry={retry} /> : <Broken missing={false} />
}
