import { Visitor } from '../visitor/index.ts'
import { demoPassword, demoStaff } from './sign-ins.ts'

interface SignedUp {
  signupId: string
  companyId: string
  key: string
  url: string
}
interface Progress {
  state: string
  host: string
  failure: unknown
}

const patienceMs = 60_000

/** A company signed up through the front door, with its administrator signed in. */
export interface DemoCompany {
  companyId: string
  /** `http://<slug>.localhost:PORT` */
  origin: string
  administrator: Visitor
}

/**
 * Signs a company up as anybody would, waits until it is ready, and comes in by the link.
 * @param phone of its administrator; one phone opens five companies a day
 */
export async function signUpCompany(
  base: string,
  slug: string,
  companyName: string,
  phone: string = demoStaff[0].phone,
): Promise<DemoCompany> {
  const visitor = new Visitor()
  const [{ name: adminName }] = demoStaff
  const form = {
    requestId: crypto.randomUUID(),
    companyName,
    slug,
    adminName,
    phone,
    password: demoPassword,
  }
  const { signupId, companyId, key, url } = await visitor.json<SignedUp>('POST', `${base}/signup`, form)
  const headers = { authorization: `Bearer ${key}`, accept: 'application/json' }
  const { host } = await ready(visitor, `${base}${url}`, headers)
  const enter = await visitor.fetch(`${base}/signup/${signupId}/enter`, { headers })
  const administrator = new Visitor()
  const welcome = await administrator.fetch(enter.headers.get('location') ?? '')
  if (welcome.status !== 303) throw new Error(`The administrator was not let in: ${welcome.status}`)
  return { companyId, origin: `http://${host}`, administrator }
}

async function ready(visitor: Visitor, url: string, headers: Record<string, string>): Promise<Progress> {
  for (let waited = 0; waited < patienceMs; waited += 200) {
    const progress = (await (await visitor.fetch(url, { headers })).json()) as Progress
    if (progress.state === 'ready') return progress
    if (progress.failure !== null)
      throw new Error(`Setting up the company failed: ${JSON.stringify(progress.failure)}`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('Setting up the company took over a minute: the Workers’ log may say why.')
}
