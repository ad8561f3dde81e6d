import type { Actor, Company } from '@heju/core'
import type { Session } from '@heju/core/identity'
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
    trips: Trips
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
