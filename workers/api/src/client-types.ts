import type { auditRoutes } from './routes/audit.ts'
import type { billRoutes, billRunRoutes } from './routes/billing.ts'
import type { calendarRoutes } from './routes/calendar.ts'
import type { complaintStepRoutes } from './routes/complaint-steps.ts'
import type { complaintRoutes } from './routes/complaints.ts'
import type { fileRoutes } from './routes/files.ts'
import type { merchantRoutes } from './routes/merchants.ts'
import type { messageRoutes } from './routes/messages.ts'
import type { paymentRoutes } from './routes/payments.ts'
import type { portalComplaintRoutes } from './routes/portal-complaints.ts'
import type { portalPaymentRoutes } from './routes/portal-payments.ts'
import type { portalSessionRoutes } from './routes/portal-session.ts'
import type { portalSurveyRoutes } from './routes/portal-surveys.ts'
import type { projectRoutes } from './routes/projects.ts'
import type { registryImportRoutes } from './routes/registry-imports.ts'
import type { registryParkingRoutes } from './routes/registry-parking.ts'
import type { registryPeopleRoutes } from './routes/registry-people.ts'
import type { registryRoutes } from './routes/registry.ts'
import type { reminderRoutes } from './routes/reminders.ts'
import type { satisfactionRoutes } from './routes/satisfaction.ts'
import type { sessionRoutes } from './routes/session.ts'
import type { invitationRoutes, staffRoutes } from './routes/staff.ts'
import type { stoppedWorkRoutes } from './routes/stopped-work.ts'
import type { portalTariffRoutes, tariffRoutes } from './routes/tariffs.ts'
import type { taskRoutes } from './routes/tasks.ts'

/** The types of the API's routes, one a capability: all that a client may know of this Worker. */
export type ProjectApi = typeof projectRoutes
export type SessionApi = typeof sessionRoutes
export type StaffApi = typeof staffRoutes
export type InvitationApi = typeof invitationRoutes
export type MessageApi = typeof messageRoutes
export type ReminderApi = typeof reminderRoutes
export type RegistryApi = typeof registryRoutes
export type RegistryParkingApi = typeof registryParkingRoutes
export type RegistryPeopleApi = typeof registryPeopleRoutes
export type RegistryImportApi = typeof registryImportRoutes
export type AuditApi = typeof auditRoutes
export type ComplaintApi = typeof complaintRoutes
export type ComplaintStepApi = typeof complaintStepRoutes
export type FileApi = typeof fileRoutes
export type StoppedWorkApi = typeof stoppedWorkRoutes
export type TaskApi = typeof taskRoutes
export type CalendarApi = typeof calendarRoutes
export type SatisfactionApi = typeof satisfactionRoutes
export type TariffApi = typeof tariffRoutes
export type BillRunApi = typeof billRunRoutes
export type BillApi = typeof billRoutes
export type PaymentApi = typeof paymentRoutes
export type MerchantApi = typeof merchantRoutes

/** The owners' side. */
export type PortalSessionApi = typeof portalSessionRoutes
export type PortalPaymentApi = typeof portalPaymentRoutes
export type PortalTariffApi = typeof portalTariffRoutes
export type PortalComplaintApi = typeof portalComplaintRoutes
export type PortalSurveyApi = typeof portalSurveyRoutes
