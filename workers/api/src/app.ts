import { Hono } from 'hono'
import type { RouterRoute } from 'hono/types'
import { consolePages } from './console.ts'
import { apiDocs } from './docs/openapi.ts'
import { answerError } from './http/answers.ts'
import { signedIn, writesWhileActive } from './http/access.ts'
import { atCompany } from './http/company.ts'
import type { HttpContext, HttpEnv } from './http/env.ts'
import { frame, headers, jsonOnly, sameOrigin } from './http/frame.ts'
import { apiLimit } from './http/limits.ts'
import { methodOfPages, nothingHere } from './http/methods.ts'
import { readableAddress } from './http/readable.ts'
import { renewSignIn } from './http/sessions.ts'
import { receiptPages } from './receipts/routes.tsx'
import { auditRoutes } from './routes/audit.ts'
import { billRoutes, billRunRoutes } from './routes/billing.ts'
import { calendarRoutes } from './routes/calendar.ts'
import { complaintStepRoutes } from './routes/complaint-steps.ts'
import { complaintRoutes } from './routes/complaints.ts'
import { fileRoutes } from './routes/files.ts'
import { merchantRoutes } from './routes/merchants.ts'
import { messageRoutes } from './routes/messages.ts'
import { noticeRoutes } from './routes/notices.ts'
import { paymentRoutes } from './routes/payments.ts'
import { portalComplaintRoutes } from './routes/portal-complaints.ts'
import { portalPaymentRoutes } from './routes/portal-payments.ts'
import { portalSessionRoutes } from './routes/portal-session.ts'
import { portalSurveyRoutes } from './routes/portal-surveys.ts'
import { projectRoutes } from './routes/projects.ts'
import { registryImportRoutes } from './routes/registry-imports.ts'
import { registryParkingRoutes } from './routes/registry-parking.ts'
import { registryPeopleRoutes } from './routes/registry-people.ts'
import { registryRoutes } from './routes/registry.ts'
import { reminderRoutes } from './routes/reminders.ts'
import { satisfactionRoutes } from './routes/satisfaction.ts'
import { sessionRoutes } from './routes/session.ts'
import { invitationRoutes, staffRoutes } from './routes/staff.ts'
import { portalTariffRoutes, tariffRoutes } from './routes/tariffs.ts'
import { stoppedWorkRoutes } from './routes/stopped-work.ts'
import { taskRoutes } from './routes/tasks.ts'
import { portalApp } from './portal/app.tsx'
import { answerFailure } from './portal/failure.tsx'
import { welcomePage } from './welcome.ts'

export { baseApp } from './base/app.ts'

/** The REST API of a company. */
const api = new Hono<HttpEnv>()
  .use(frame, headers, sameOrigin, atCompany, readableAddress)
  .use(methodOfPages((): readonly RouterRoute[] => companyApp.routes))
  .use(apiLimit, renewSignIn, writesWhileActive)
  .use('/api/*', signedIn, jsonOnly)
  .route('/api/v1/session', sessionRoutes)
  .route('/api/v1/portal/session', portalSessionRoutes)
  .route('/api/v1/staff', staffRoutes)
  .route('/api/v1/invitations', invitationRoutes)
  .route('/api/v1/projects', projectRoutes)
  .route('/api/v1/tariffs', tariffRoutes)
  .route('/api/v1/bill-runs', billRunRoutes)
  .route('/api/v1/bills', billRoutes)
  .route('/api/v1/audit', auditRoutes)
  .route('/api/v1/messages', messageRoutes)
  .route('/api/v1/reminders', reminderRoutes)
  .route('/api/v1/payments', paymentRoutes)
  .route('/api/v1/merchants', merchantRoutes)
  .route('/api/v1/portal', portalPaymentRoutes)
  .route('/api/v1/portal/tariffs', portalTariffRoutes)
  .route('/api/v1/registry', registryRoutes)
  .route('/api/v1/registry', registryParkingRoutes)
  .route('/api/v1/registry', registryPeopleRoutes)
  .route('/api/v1/imports', registryImportRoutes)
  .route('/api/v1/complaints', complaintRoutes)
  .route('/api/v1/complaints', complaintStepRoutes)
  .route('/api/v1/portal/complaints', portalComplaintRoutes)
  .route('/api/v1/files', fileRoutes)
  .route('/api/v1/portal/files', fileRoutes)
  .route('/api/v1/satisfaction', satisfactionRoutes)
  .route('/api/v1/portal/surveys', portalSurveyRoutes)
  .route('/api/v1/tasks', taskRoutes)
  .route('/api/v1/stopped-work', stoppedWorkRoutes)
  .route('/api/v1/calendar', calendarRoutes)

/** What a company's own host answers. */
export const companyApp = api
  .route('/', apiDocs(api))
  .route('/', welcomePage)
  .route('/notices', noticeRoutes)
  .route('/', receiptPages)
  .route('/', consolePages)
  // Whoever goes to a company without saying where is most likely an owner.
  .get('/', (c) => c.redirect('/portal'))
  .route('/portal', portalApp)
  .notFound((c): Response | Promise<Response> => answerCompany(nothingHere(c, companyApp.routes), c))
  .onError(answerCompany)

/** What goes wrong in the portal is told on one of its pages, as long as it is known whose portal it is. */
function answerCompany(error: unknown, c: HttpContext): Response | Promise<Response> {
  const inPortal = /^\/portal(\/|$)/.test(c.req.path) && c.var.company !== undefined
  return inPortal ? answerFailure(error, c) : answerError(error, c)
}
