import { loadEstate, setUpCompany } from '@heju/local/demo'
import { newId } from '@heju/kernel'
import type { RunningProduct } from './running-product.ts'

/** An estate of six rooms that is billed for this month, in a company of its own. */
export interface BilledEstate {
  companyId: string
  /** `http://<slug>.localhost:PORT` */
  origin: string
  /** The company's administrator, as a program signs in. */
  administrator: Awaited<ReturnType<typeof setUpCompany>>['administrator']
  projectId: string
  /** The phones of the owners, room by room. */
  phones: string[]
}

/**
 * Sets it up as a company would, through sign-up, import and the API.
 * @param dueOn when the bills are due; the usual day if left out
 */
export async function billedEstate(
  product: Pick<RunningProduct, 'url' | 'merchant'>,
  slug: string,
  firstPhone: string,
  administratorPhone?: string,
  dueOn?: string,
): Promise<BilledEstate> {
  const { companyId, origin, administrator } = await setUpCompany(
    product.url,
    slug,
    '和风物业',
    administratorPhone,
  )
  const now = Date.now()
  const numbers = ['101', '102', '201', '202', '301', '302']
  const phones = numbers.map((_, i) => String(Number(firstPhone) + i))
  const rooms = numbers.map((number, i) => ({
    building: '1栋',
    unit: null,
    number,
    area: 94.56 + i,
    owner: `业主${i + 1}`,
    phone: phones[i] ?? '',
    state: '自住',
  }))
  const plan = {
    name: '和风公寓',
    type: 'apartment' as const,
    serviceMode: 'apartment' as const,
    address: '和风里 5 号',
    phone: '0755-26000005',
    use: '公寓',
    parking: { spaces: 0, price: 0 },
  }
  const projectId = await loadEstate(origin, administrator, plan, rooms, now)
  await administrator.json('PUT', `${origin}/api/v1/merchants`, {
    id: newId('mch', now),
    ...product.merchant,
  })
  const period = new Date(now + 8 * 3_600_000).toISOString().slice(0, 7)
  await administrator.json('POST', `${origin}/api/v1/tariffs`, {
    tariffId: newId('tariff', now),
    projectId,
    name: '物业服务费',
    feeItem: 'property',
    basis: 'area',
    scope: { kind: 'project' },
    fromOn: `${period}-01`,
    priceE4: 36_000,
    approval: { approvalKind: 'contract', approvalNo: 'HT-01', approvalOn: `${period}-01` },
  })
  const runId = newId('brun', now)
  await administrator.json('POST', `${origin}/api/v1/bill-runs`, { runId, projectId, period, dueOn })
  await administrator.json('POST', `${origin}/api/v1/bill-runs/${runId}/publish`, {})
  return { companyId, origin, administrator, projectId, phones }
}

/** The code that an owner reads on the phone. @param since epoch ms: of several, one that came later */
export async function codeFor(
  product: Pick<RunningProduct, 'phoneUrl' | 'logFile'>,
  phone: string,
  since = 0,
): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(`${product.phoneUrl}/messages`)
    const messages = (await answer.json()) as { to: string; text: string; at: number }[]
    const mine = messages.filter(({ to, at }) => to.endsWith(phone) && at >= since)
    const code = mine.map(({ text }) => /验证码 (\d{6})/.exec(text)?.[1]).find((each) => each !== undefined)
    if (code !== undefined) return code
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`No code came for ${phone}: ${product.logFile}`)
}
