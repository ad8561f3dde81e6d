import { verifyPlatformAudit } from '@heju/core/platform/audit-chain'
import { listDeadJobs, resendDeadJob } from '@heju/core/platform/jobs'
import { signInOperator, signOutOperator } from '@heju/core/platform/operators'
import {
  companyWithHistory,
  listCompanies,
  platformHistory,
  upgradeAll,
  wantsMeasuring,
} from '@heju/core/platform/tenancy'
import { HejuError } from '@heju/kernel'
import { Hono } from 'hono'
import { latestTag } from '../../../../migrations/tenant/latest.ts'
import { platformCtxOf, sendJobsOf } from '../base/context.ts'
import { doorLimit, smallBody } from '../base/visitor-routes.tsx'
import { addressOf } from '../http/caller.ts'
import type { HttpContext, HttpEnv } from '../http/env.ts'
import { statusOf } from '../http/errors.ts'
import { formOf } from '../http/forms.ts'
import { consoleOf, dropToken, firstOperatorOf, keepToken, operatorsOnly, tokenOf } from './access.ts'
import { CompaniesPage } from './companies-page.tsx'
import { CompanyPage } from './company-page.tsx'
import { DeadJobsPage } from './dead-jobs-page.tsx'
import type { Refused } from './company-deeds.tsx'
import { doDeed, type DeedForm } from './deeds.ts'
import { HistoryPage } from './history-page.tsx'
import { companiesAskedFor, historyAskedFor } from './questions.ts'
import { SignInPage } from './sign-in-page.tsx'

const door = new Hono<HttpEnv>()
  .get('/sign-in', (c) => c.html(<SignInPage c={c} email="" />))
  .post('/sign-in', smallBody, doorLimit, async (c) => {
    const { text } = await formOf(c)
    const [email, password] = [text('email'), text('password')]
    try {
      const ctx = await platformCtxOf(c)
      const { token } = await signInOperator(ctx, { email, password }, addressOf(c), firstOperatorOf(c))
      keepToken(c, token)
      return c.redirect('/operator', 303)
    } catch (error) {
      if (!isRefusal(error)) throw error
      return c.html(<SignInPage c={c} email={email} error={error} />, statusOf(error))
    }
  })
  .post('/sign-out', async (c) => {
    const token = tokenOf(c)
    const db = await c.var.deployment.platform(c.var.platformTrips)
    if (token !== undefined) await signOutOperator(db, token, c.var.now)
    dropToken(c)
    return c.redirect('/operator/sign-in', 303)
  })

const inside = new Hono<HttpEnv>()
  .use(operatorsOnly)
  .get('/', async (c) => {
    const { operator, platform } = consoleOf(c)
    const { filter, upgrading } = companiesAskedFor(c)
    const list = await listCompanies(platform, filter, latestTag)
    const old = list.items.filter((row) => wantsMeasuring(row, c.var.now))
    // Shown as it was known; measured for whoever looks next.
    if (old.length > 0)
      c.executionCtx.waitUntil(sendJobsOf(c)(old.map(({ id }) => ({ type: 'measure', companyId: id }))))
    const shown = { ...list, filter, latestTag, upgrading }
    return c.html(<CompaniesPage c={c} operator={operator} {...shown} />)
  })
  .post('/upgrade', smallBody, async (c) => {
    const requestId = (await formOf(c)).text('requestId')
    const count = await upgradeAll(consoleOf(c).platform, { requestId }, latestTag, sendJobsOf(c))
    return c.redirect(`/operator?upgrading=${count}`, 303)
  })
  .get('/history', async (c) => {
    const { operator, platform } = consoleOf(c)
    const page = await platformHistory(platform, historyAskedFor(c))
    const verdict = c.req.query('verify') === undefined ? undefined : await verifyPlatformAudit(platform)
    return c.html(<HistoryPage c={c} operator={operator} {...page} verdict={verdict} />)
  })
  .get('/dead-jobs', async (c) => {
    const { operator, platform } = consoleOf(c)
    const sent = c.req.query('note') === 'sent'
    return c.html(<DeadJobsPage c={c} operator={operator} items={await listDeadJobs(platform)} sent={sent} />)
  })
  .post('/dead-jobs/:id/resend', smallBody, async (c) => {
    await c.env.JOBS.send(await resendDeadJob(consoleOf(c).platform, c.req.param('id')))
    return c.redirect('/operator/dead-jobs?note=sent', 303)
  })
  .get('/companies/:id', (c) => companyPage(c, c.req.param('id')))
  .post('/companies/:id/:deed', smallBody, async (c) => {
    const { id, deed } = c.req.param()
    const form = await deedForm(c)
    try {
      const note = await doDeed(deed, consoleOf(c).platform, id, form, sendJobsOf(c))
      return c.redirect(`/operator/companies/${id}?note=${note}`, 303)
    } catch (error) {
      if (!isRefusal(error) || error.kind === 'not_found') throw error
      return companyPage(c, id, { error, refused: { deed, form } })
    }
  })

/** The operator's console: companies from outside. Its pages are rendered here and need no script. */
export const operatorRoutes = new Hono<HttpEnv>().route('/', door).route('/', inside)

async function companyPage(
  c: HttpContext,
  id: string,
  wrong?: { error: HejuError; refused: Refused },
): Promise<Response> {
  const { operator, platform } = consoleOf(c)
  const known = await companyWithHistory(platform, id)
  const said = c.req.query('note')
  const note = said === 'done' || said === 'sent' ? said : undefined
  const page = (
    <CompanyPage c={c} operator={operator} {...known} latestTag={latestTag} note={note} {...wrong} />
  )
  return c.html(page, wrong === undefined ? 200 : statusOf(wrong.error))
}

/** A refusal is shown beside the form; what is ours to mend goes the way of all failures. */
function isRefusal(error: unknown): error is HejuError {
  return error instanceof HejuError && statusOf(error) < 500
}

async function deedForm(c: HttpContext): Promise<DeedForm> {
  const { text } = await formOf(c)
  return { requestId: text('requestId'), reason: text('reason'), slug: text('slug') }
}
