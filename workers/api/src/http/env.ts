import type { Actor, Company } from '@heju/core'
import type { Session } from '@heju/core/people/identity'
import type { Deployment, Trips } from '@heju/db'
import type { Locale } from '@heju/i18n'
import type { Context } from 'hono'
import type { Env } from '../env.ts'

/** What the frame puts at every handler's disposal. */
export interface HttpEnv {
  Bindings: Env
  Variables: {
    requestId: string
    /** Epoch milliseconds at which the request came in: the only clock that verbs see. */
    now: number
    /** Round trips to the company's own database: what the budget of a route is about. */
    trips: Trips
    /** Round trips to the platform database. A company's row is kept in the isolate, so that most requests need none. */
    platformTrips: Trips
    /** Calls to providers of payments; what is sent to people goes through the outbox, after the answer. */
    providerCalls: Trips
    deployment: Deployment
    locale: Locale
    /** The company that answers at this host; unset on the base host. */
    company: Company
    /** Set when a good access token came with the request, or the page's sign-in was renewed by the way. */
    session: Session | undefined
    /** Whom the session stands for. */
    actor: Actor | undefined
    /** Set when a verb left events in the outbox. */
    published: boolean
  }
}
export type HttpContext = Context<HttpEnv>
