import { Hono } from 'hono'
import type { RouterRoute } from 'hono/types'
import { answerError } from '../http/answers.ts'
import type { HttpEnv } from '../http/env.ts'
import { frame, headers, sameOrigin } from '../http/frame.ts'
import { methodOfPages, nothingHere } from '../http/methods.ts'
import { readableAddress } from '../http/readable.ts'
import { operatorRoutes } from '../operator/routes.tsx'
import { smsReportRoutes } from './sms-reports.ts'
import { keepLanguage, visitorRoutes } from './visitor-routes.tsx'

/** What the base host answers: the product page, sign-up and the operator's console. */
export const baseApp = new Hono<HttpEnv>()
  .use(frame, headers, sameOrigin, readableAddress)
  .use(methodOfPages((): readonly RouterRoute[] => baseApp.routes))
  .use(keepLanguage)
  .route('/', smsReportRoutes)
  .route('/', visitorRoutes)
  .route('/operator', operatorRoutes)
  .notFound((c): Response | Promise<Response> => answerError(nothingHere(c, baseApp.routes), c))
  .onError(answerError)
