import { Hono, type Env as AnyEnv } from 'hono'
import { generateSpecs } from 'hono-openapi'
import { refusedResponse } from '../http/describe.ts'
import { cookieName } from '../http/session-cookies.ts'
import { completed, type Described } from './completed.ts'
import { docsPage } from './page.ts'
import { tags } from './tags.ts'

const about = {
  info: {
    title: 'Heju API',
    version: '1',
    description: [
      'The API of one company: it answers at the company’s own host.',
      'A program signs in with `POST /api/v1/session` and `"tokens": true`, sends `Authorization: Bearer …` with the `accessToken` that it gets, and renews it at `/api/v1/session/refresh`; owners’ programs do so at `/api/v1/portal/session`. Pages use the cookie of the sign-in.',
      'Every request that writes carries an `Idempotency-Key` (8–64 letters, digits, hyphens): the same key with the same content gets the same answer.',
      'Lists are paged by key: pass `next` of one page as `after` of the following one.',
      'Amounts are whole fen (`…Fen`), areas square metres ×100 (`…E2`), instants epoch milliseconds (`…At`), civil dates `YYYY-MM-DD` (`…On`), periods `YYYY-MM`.',
      'Refusals have one shape; `code` is stable, `message` is for people and follows `Accept-Language`.',
    ].join('\n\n'),
  },
  tags,
  components: {
    securitySchemes: {
      bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      staff: { type: 'apiKey', in: 'cookie', name: cookieName('https://host', 'staff') },
      owner: { type: 'apiKey', in: 'cookie', name: cookieName('https://host', 'owner') },
    },
    responses: { Refused: refusedResponse },
  },
} as const

/** `/api/v1/openapi.json`, generated from the schemas that the routes check with, and `/docs` that shows it. */
export function apiDocs<E extends AnyEnv>(app: Hono<E>) {
  // The same for everybody, and made of hundreds of schemas: once an isolate.
  let description: Promise<Described> | undefined
  return new Hono<E>()
    .get('/api/v1/openapi.json', async (c) => c.json(await (description ??= describe(app))))
    .get('/docs', (c) => c.html(docsPage))
}

async function describe<E extends AnyEnv>(app: Hono<E>): Promise<Described> {
  const generated = await generateSpecs(app, {
    documentation: { ...about, components: { ...about.components } } as never,
    exclude: [/^\/(portal|field|console|docs|receipts|notices)/],
    // What a body or query lacks is told with 422, which routes describe themselves.
    defaultValidationErrorResponse: false,
  })
  return completed(generated as unknown as Described)
}
