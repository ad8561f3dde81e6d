import type {
  AuditApi,
  InvitationApi,
  MessageApi,
  ProjectApi,
  ReminderApi,
  SessionApi,
  StaffApi,
} from '@heju/worker-api/client-types'
import { hc, type ClientRequestOptions } from 'hono/client'

/** Clients of the API, one a capability. @param origin of the company's host; the empty text within its own pages */
export function apiClient(origin: string, options?: ClientRequestOptions) {
  const at = (path: string) => `${origin}/api/v1/${path}`
  return {
    session: hc<SessionApi>(at('session'), options),
    staff: hc<StaffApi>(at('staff'), options),
    invitations: hc<InvitationApi>(at('invitations'), options),
    projects: hc<ProjectApi>(at('projects'), options),
    audit: hc<AuditApi>(at('audit'), options),
    messages: hc<MessageApi>(at('messages'), options),
    reminders: hc<ReminderApi>(at('reminders'), options),
  }
}

export type ApiClient = ReturnType<typeof apiClient>
