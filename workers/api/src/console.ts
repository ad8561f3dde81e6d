import { Hono } from 'hono'
import type { HttpEnv } from './http/env.ts'

/** The console's page: one file for all of its addresses, which the browser's router tells apart. */
export const consolePages = new Hono<HttpEnv>().get('/console', serve).get('/console/*', serve)

async function serve(c: { req: { url: string }; env: { ASSETS: Fetcher } }): Promise<Response> {
  // The root of the assets is index.html; asking for it by name would be answered with a redirect.
  const page = await c.env.ASSETS.fetch(new URL('/', c.req.url))
  const response = new Response(page.body, page)
  response.headers.set('Cache-Control', 'no-cache')
  return response
}
