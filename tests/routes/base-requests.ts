import { operatorPassword, signUpForm, type CompanyWithAll } from './company-with-all.ts'

export type BaseRequest = (all: CompanyWithAll) => { path: string; init?: RequestInit }

const operator = ({ things }: CompanyWithAll) => ({
  cookie: `__Host-heju_operator=${things.operatorToken}`,
  accept: 'text/html',
})
const read =
  (path: string): BaseRequest =>
  (all) => ({ path: path.replace(':company', all.things.companyId ?? ''), init: { headers: operator(all) } })
const send =
  (path: string, fields: Record<string, string> = {}): BaseRequest =>
  (all) => ({
    path: path.replace(':company', all.things.companyId ?? ''),
    init: {
      method: 'POST',
      headers: { ...operator(all), origin: 'https://heju.test' },
      body: new URLSearchParams({ requestId: crypto.randomUUID(), ...fields }),
    },
  })

/** How each address of the base host is asked for a true answer. */
export const baseRequests: Readonly<Record<string, BaseRequest>> = {
  'GET /': () => ({ path: '/' }),
  'GET /enter': () => ({ path: '/enter?slug=cuihu' }),
  'GET /signup': () => ({ path: '/signup' }),
  'POST /signup': send('/signup', {
    ...signUpForm,
    slug: 'songshan',
    phone: '13812341234',
  }),
  'GET /signup/:id': ({ things }) => ({
    path: `/signup/${things.signupId}`,
    init: { headers: { authorization: `Bearer ${things.signupKey}` } },
  }),
  'GET /signup/:id/enter': ({ things }) => ({
    path: `/signup/${things.signupId}/enter`,
    init: { headers: { authorization: `Bearer ${things.signupKey}` } },
  }),
  'POST /notices/sms/:secret': () => ({
    path: '/notices/sms/a-secret-of-the-address',
    init: { method: 'POST', headers: { 'content-type': 'application/json' }, body: '[]' },
  }),
  'GET /operator/sign-in': read('/operator/sign-in'),
  'POST /operator/sign-in': send('/operator/sign-in', { email: 'ops@heju.test', password: operatorPassword }),
  'POST /operator/sign-out': (all) => ({
    ...send('/operator/sign-out')(all),
    init: {
      method: 'POST',
      headers: { cookie: '__Host-heju_operator=another', origin: 'https://heju.test' },
    },
  }),
  'GET /operator': read('/operator'),
  'POST /operator/upgrade': send('/operator/upgrade'),
  'GET /operator/history': read('/operator/history?verify=1'),
  'GET /operator/dead-jobs': read('/operator/dead-jobs'),
  'POST /operator/dead-jobs/:id/resend': (all) =>
    send(`/operator/dead-jobs/${all.things.deadJobId}/resend`)(all),
  'GET /operator/companies/:id': read('/operator/companies/:company'),
  'POST /operator/companies/:id/:deed': send('/operator/companies/:company/suspend', { reason: '合同到期' }),
}
