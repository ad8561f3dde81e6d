import { Hono } from 'hono'
import { signInFirst } from '@heju/core/people/identity'
import { createMiddleware } from 'hono/factory'
import type { HttpEnv } from '../http/env.ts'
import { billPages } from './fees/bills.tsx'
import { complaintPages } from './desk/complaints/routes.tsx'
import { homePage } from './people/home.tsx'
import { mePage } from './people/me.tsx'
import { paymentPages } from './fees/payments.tsx'
import { receiptPages } from './fees/receipts.tsx'
import { settingPages } from './settings.ts'
import { signInPages } from './people/sign-in.tsx'
import { surveyPages } from './insight/survey.tsx'
import { tariffPages } from './fees/tariffs.tsx'

/** Pages say what is true now and show what is somebody's own: nobody keeps them, unless a page says otherwise. */
const notKept = createMiddleware<HttpEnv>(async (c, next) => {
  await next()
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'private, no-store')
})

/** Nobody gets further without having signed in. @throws `access.sign_in`, which leads to the door */
const ownersOnly = createMiddleware<HttpEnv>(async (c, next) => {
  if (c.var.actor === undefined) throw signInFirst()
  await next()
})

/** The owners' portal: pages rendered here, each of which works without a script. */
export const portalApp = new Hono<HttpEnv>()
  .use(notKept)
  .route('/', settingPages)
  .route('/', signInPages)
  .use(ownersOnly)
  .route('/', homePage)
  .route('/', billPages)
  .route('/', paymentPages)
  .route('/', receiptPages)
  .route('/', complaintPages)
  .route('/', surveyPages)
  .route('/', tariffPages)
  .route('/', mePage)
