import type { projectRoutes } from './routes/projects.ts'
import type { sessionRoutes } from './routes/session.ts'
import type { invitationRoutes, staffRoutes } from './routes/staff.ts'

/** The types of the API's routes, one a capability: all that a client may know of this Worker. */
export type ProjectApi = typeof projectRoutes
export type SessionApi = typeof sessionRoutes
export type StaffApi = typeof staffRoutes
export type InvitationApi = typeof invitationRoutes
