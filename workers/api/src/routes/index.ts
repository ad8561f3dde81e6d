import { Hono } from 'hono'
import type { HttpEnv } from '../http/env.ts'
import { auditRoutes } from './audit.ts'
import { billRoutes, billRunRoutes } from './billing.ts'
import { calendarRoutes } from './calendar.ts'
import { complaintStepRoutes } from './complaint-steps.ts'
import { complaintRoutes } from './complaints.ts'
import { fileRoutes } from './files.ts'
import { merchantRoutes } from './merchants.ts'
import { messageRoutes } from './messages.ts'
import { paymentRoutes } from './payments.ts'
import { portalComplaintRoutes } from './portal-complaints.ts'
import { portalPaymentRoutes } from './portal-payments.ts'
import { portalSessionRoutes } from './portal-session.ts'
import { portalSurveyRoutes } from './portal-surveys.ts'
import { projectRoutes } from './projects.ts'
import { registryImportRoutes } from './registry-imports.ts'
import { registryParkingRoutes } from './registry-parking.ts'
import { registryPeopleRoutes } from './registry-people.ts'
import { registryRoutes } from './registry.ts'
import { reminderRoutes } from './reminders.ts'
import { satisfactionRoutes } from './satisfaction.ts'
import { sessionRoutes } from './session.ts'
import { invitationRoutes, staffRoutes } from './staff.ts'
import { stoppedWorkRoutes } from './stopped-work.ts'
import { portalTariffRoutes, tariffRoutes } from './tariffs.ts'
import { taskRoutes } from './tasks.ts'

/** What staff and their programs ask, a group a capability. */
export const staffApi = new Hono<HttpEnv>()
  .route('/session', sessionRoutes)
  .route('/staff', staffRoutes)
  .route('/invitations', invitationRoutes)
  .route('/projects', projectRoutes)
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
