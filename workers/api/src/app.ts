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
import { ownerApi, staffApi } from './routes/index.ts'
import { noticeRoutes } from './routes/fees/notices.ts'
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
  .route('/api/v1', staffApi)
  .route('/api/v1/portal', ownerApi)

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
