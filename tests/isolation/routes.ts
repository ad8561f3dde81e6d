import { companyApp } from '../../workers/api/src/app.ts'

/** An address of a company's host, as the app has it registered. */
export interface Route {
  method: string
  /** With its parameters: `/api/v1/staff/:staffId`. */
  path: string
  /** `POST /api/v1/staff` */
  name: string
}

/** Every route of a company's host. One that is added tomorrow is among them. */
export const routes: readonly Route[] = [
  ...new Map(
    companyApp.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => [`${method} ${path}`, { method, path, name: `${method} ${path}` }]),
  ).values(),
]

/** Routes that answer people who have not signed in. Whoever adds one says here why it may. */
export const publicRoutes: Readonly<Record<string, string>> = {
  'POST /api/v1/session': 'signing in',
  'POST /api/v1/session/refresh': 'the refresh token is what lets in',
  'DELETE /api/v1/session': 'the access token may have run out before one signs out',
  'POST /api/v1/invitations/read': 'the link is what lets in',
  'POST /api/v1/invitations/accept': 'the link is what lets in',
  'POST /api/v1/portal/session': 'signing in by a code',
  'POST /api/v1/portal/session/code': 'asking for a code',
  'POST /api/v1/portal/session/refresh': 'the refresh token is what lets in',
  'DELETE /api/v1/portal/session': 'the access token may have run out before one signs out',
  'GET /': 'leads to the portal',
  'GET /portal/sign-in': 'signing in by a code',
  'POST /portal/sign-in/code': 'asking for a code',
  'POST /portal/sign-in': 'signing in by a code',
  'GET /portal/privacy': 'what becomes of personal data is told before one gives any',
  'GET /portal/size/:size': 'how large the type is, also of the page for signing in',
  'GET /portal/language/:locale': 'the language, also of the page for signing in',
  'POST /notices/wechat-pay/:merchantRef': 'the provider signs its notices',
  'GET /api/v1/openapi.json': 'the description of the API is no secret',
  'GET /docs': 'the description of the API is no secret',
  'GET /receipts/print.js': 'one line that prints a page, without data',
  'GET /console': 'the page of the console; its data come through the API',
  'GET /console/*': 'the page of the console; its data come through the API',
  'GET /console/welcome': 'the one-time token of the sign-up is what lets in',
}

/** Routes that everybody who is signed in may use, whatever their roles: they concern one's own account only. */
export const ownAccount: ReadonlySet<string> = new Set([
  'GET /api/v1/session',
  'POST /api/v1/session/password',
  'POST /api/v1/session/sign-out-everywhere',
  'GET /api/v1/portal/session',
  'POST /api/v1/portal/session/sign-out-everywhere',
  'POST /portal/sign-out',
  'POST /portal/sign-out/everywhere',
])

export const isApi = ({ path }: Route): boolean => path.startsWith('/api/')
export const isOwners = ({ path }: Route): boolean => /^(\/api\/v1)?\/portal(\/|$)/.test(path)
export const writes = ({ method }: Route): boolean => method !== 'GET'
