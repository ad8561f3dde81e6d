import type { Query } from '@tanstack/react-query'
import { ApiError } from './api.ts'

/**
 * What the API does not know any more is not shown as it was: a page that has something of before would go on as if it were
 * there, as after Back from where it was deleted. Whatever else fails leaves what was fetched, for it may hold.
 */
export function forgetGone(error: Error, query: Pick<Query<unknown, unknown>, 'setState'>): void {
  if (error instanceof ApiError && error.status === 404) query.setState({ data: undefined })
}
