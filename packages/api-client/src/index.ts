import type { OwnerApi, StaffApi } from '@heju/worker-api/routes'
import { hc, type ClientRequestOptions } from 'hono/client'

/** Clients of a company's API: for staff and for owners. @param origin of the company's host; the empty text within its own pages */
export function apiClient(origin: string, options?: ClientRequestOptions) {
  return {
    staff: hc<StaffApi>(`${origin}/api/v1`, options),
    owner: hc<OwnerApi>(`${origin}/api/v1/portal`, options),
  }
}

export type ApiClient = ReturnType<typeof apiClient>
