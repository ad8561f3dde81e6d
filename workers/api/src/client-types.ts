import type { auditRoutes } from './routes/audit.ts'
import type { messageRoutes } from './routes/messages.ts'
import type { portalSessionRoutes } from './routes/portal-session.ts'
import type { projectRoutes } from './routes/projects.ts'
import type { registryImportRoutes } from './routes/registry-imports.ts'
import type { registryPeopleRoutes } from './routes/registry-people.ts'
import type { registryRoutes } from './routes/registry.ts'
import type { reminderRoutes } from './routes/reminders.ts'
import type { sessionRoutes } from './routes/session.ts'
import type { invitationRoutes, staffRoutes } from './routes/staff.ts'

/** The types of the API's routes, one a capability: all that a client may know of this Worker. */
export type ProjectApi = typeof projectRoutes
export type SessionApi = typeof sessionRoutes
export type StaffApi = typeof staffRoutes
export type InvitationApi = typeof invitationRoutes
export type MessageApi = typeof messageRoutes
export type ReminderApi = typeof reminderRoutes
export type RegistryApi = typeof registryRoutes
export type RegistryPeopleApi = typeof registryPeopleRoutes
export type RegistryImportApi = typeof registryImportRoutes
export type PortalSessionApi = typeof portalSessionRoutes
export type AuditApi = typeof auditRoutes
