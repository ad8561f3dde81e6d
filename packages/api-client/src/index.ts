import type { ProjectApi } from '@heju/worker-api/client-types'
import { hc, type ClientRequestOptions } from 'hono/client'

/** Clients of the API, one a capability. @param origin of the company's host; the empty text within its own pages */
export function apiClient(origin: string, options?: ClientRequestOptions) {
  const at = (path: string) => `${origin}/api/v1/${path}`
  return {
    projects: hc<ProjectApi>(at('projects'), options),
  }
}

export type ApiClient = ReturnType<typeof apiClient>
