import { deploymentOf, type DeploymentEnv } from '@heju/core/platform/deployment'
import { companies } from '@heju/db/platform-tables'
import { tick } from '@heju/local/start'
import { Visitor } from '@heju/local/visitor'
import { eq } from 'drizzle-orm'
import { describe, expect, inject, test } from 'vitest'

const product = inject('product')
const password = 'lake-lights-are-on'
let signUps = 0

/** Signs a company up as a browser would, and waits until its page leads into the company. */
async function signUp() {
  signUps += 1
  const visitor = new Visitor()
  const form = {
    requestId: crypto.randomUUID(),
    companyName: '翠湖物业',
    slug: `cuihu-${Date.now().toString(36)}`,
    adminName: '王敏',
    phone: `1381234${String(signUps).padStart(4, '0')}`,
    password,
  }
  const start = performance.now()
  const sent = await visitor.fetch(`${product.url}/signup`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  })
  expect(sent.status).toBe(303)
  const page = `${product.url}${sent.headers.get('location')}`
  await until(async () => {
    const shown = await visitor.fetch(page, { headers: { accept: 'text/html' } })
    return (await shown.text()).includes(`${page.slice(product.url.length)}/enter`)
  })
  return { visitor, slug: form.slug, origin: `http://${form.slug}.${product.baseHost}`, page, start }
}

async function until(met: () => Promise<boolean>, longestMs = 30_000): Promise<void> {
  const end = Date.now() + longestMs
  while (!(await met())) {
    if (Date.now() > end) throw new Error(`Waited for ${longestMs} ms in vain: ${product.logFile}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

describe('signing up', () => {
  test('leads through the queue into the company, signed in', async () => {
    const { visitor, origin, page, start } = await signUp()
    const enter = await visitor.fetch(`${page}/enter`)
    const administrator = new Visitor()
    const welcome = await administrator.fetch(enter.headers.get('location') ?? '')
    process.stdout.write(`From the form into the company: ${Math.round(performance.now() - start)} ms\n`)
    expect([welcome.status, welcome.headers.get('location')]).toEqual([303, '/console'])
    const me = await administrator.json<{ staff: { name: string } }>('GET', `${origin}/api/v1/session`)
    expect(me.staff.name).toBe('王敏')
  })
})

describe('a company whose database is behind', () => {
  test('says so until the tick after the deployment has it brought up to date', async () => {
    // Nobody has been at its host yet, so that no isolate remembers its version.
    const { visitor, slug, origin } = await signUp()
    const platform = await deploymentOf(product.env as unknown as DeploymentEnv).platform()
    const behind = { schemaTag: '0000_ledger', schemaSentTag: '' }
    await platform.orm.update(companies).set(behind).where(eq(companies.slug, slug))
    const shown = await visitor.fetch(`${origin}/console`, { headers: { accept: 'text/html' } })
    expect(shown.status).toBe(503)
    expect(await shown.text()).toContain('系统正在升级')

    await tick(product.url)
    await until(async () => (await visitor.fetch(`${origin}/console`)).status === 200)
  })
})
