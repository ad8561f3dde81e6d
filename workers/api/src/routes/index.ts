import { Hono } from 'hono'
import type { HttpEnv } from '../http/env.ts'
import { auditRoutes } from './platform/audit.ts'
import { billRoutes, billRunRoutes } from './fees/billing.ts'
import { calendarRoutes } from './platform/calendar.ts'
import { complaintStepRoutes } from './desk/complaint-steps.ts'
import { complaintRoutes } from './desk/complaints.ts'
import { feeItemRoutes } from './fees/fee-items.ts'
import { fileRoutes } from './platform/files.ts'
import { merchantRoutes } from './fees/merchants.ts'
import { messageRoutes } from './platform/messages.ts'
import { paymentRoutes } from './fees/payments.ts'
import { areaRoutes } from './estate/areas.ts'
import { placeRoutes } from './estate/places.ts'
import { organisationRoutes } from './estate/organisation.ts'
import { portalComplaintRoutes } from './desk/portal-complaints.ts'
import { portalPaymentRoutes } from './fees/portal-payments.ts'
import { portalSessionRoutes } from './people/portal-session.ts'
import { portalSurveyRoutes } from './insight/portal-surveys.ts'
import { projectRoutes } from './estate/projects.ts'
import { registryImportRoutes } from './estate/registry-imports.ts'
import { registryParkingRoutes } from './estate/registry-parking.ts'
import { registryPeopleRoutes } from './estate/registry-people.ts'
import { registryRoutes } from './estate/registry.ts'
import { reminderRoutes } from './fees/reminders.ts'
import { satisfactionRoutes } from './insight/satisfaction.ts'
import { sessionRoutes } from './people/session.ts'
import { invitationRoutes, staffRoutes } from './people/staff.ts'
import { stoppedWorkRoutes } from './platform/stopped-work.ts'
import { portalTariffRoutes, tariffRoutes } from './fees/tariffs.ts'
import { taskRoutes } from './platform/tasks.ts'

/** What staff and their programs ask, a group a capability. */
export const staffApi = new Hono<HttpEnv>()
  .route('/session', sessionRoutes)
  .route('/staff', staffRoutes)
  .route('/invitations', invitationRoutes)
  .route('/projects', projectRoutes)
  .route('/organisation', organisationRoutes)
  .route('/fee-items', feeItemRoutes)
  .route('/areas', areaRoutes)
  .route('/places', placeRoutes)
  .route('/tariffs', tariffRoutes)
  .route('/bill-runs', billRunRoutes)
  .route('/bills', billRoutes)
  .route('/audit', auditRoutes)
  .route('/messages', messageRoutes)
  .route('/reminders', reminderRoutes)
  .route('/payments', paymentRoutes)
  .route('/merchants', merchantRoutes)
  .route('/registry', registryRoutes)
  .route('/registry', registryParkingRoutes)
  .route('/registry', registryPeopleRoutes)
  .route('/imports', registryImportRoutes)
  .route('/complaints', complaintRoutes)
  .route('/complaints', complaintStepRoutes)
  .route('/files', fileRoutes)
  .route('/satisfaction', satisfactionRoutes)
  .route('/tasks', taskRoutes)
  .route('/stopped-work', stoppedWorkRoutes)
  .route('/calendar', calendarRoutes)

/** What owners and their apps ask. */
export const ownerApi = new Hono<HttpEnv>()
  .route('/session', portalSessionRoutes)
  .route('/', portalPaymentRoutes)
  .route('/tariffs', portalTariffRoutes)
  .route('/complaints', portalComplaintRoutes)
  .route('/files', fileRoutes)
  .route('/surveys', portalSurveyRoutes)

/** The types of the API's routes: all that a client may know of this Worker. */
export type StaffApi = typeof staffApi
export type OwnerApi = typeof ownerApi
