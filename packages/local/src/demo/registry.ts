import { newId } from '@heju/kernel'
import type { Visitor } from '../visitor/index.ts'
import type { Place } from './organisation.ts'
import type { EstatePlan } from './estates.ts'
import type { DemoRoom } from './workbook.ts'
import { workbookOf } from './workbook.ts'

/** What of a plan the registry is loaded from. */
export type EstateToLoad = Pick<
  EstatePlan,
  'name' | 'type' | 'serviceMode' | 'address' | 'phone' | 'use' | 'parking'
>

interface Summary {
  state: string
  revision: number
  questions: { id: string; about: string; answer: string | null }[]
}

const patienceMs = 60_000

/**
 * Takes an estate under management and loads its rooms from its workbook, through the product's own import.
 * @param place where it stands, left out: under the company, in its name
 */
export async function loadEstate(
  origin: string,
  administrator: Visitor,
  plan: EstateToLoad,
  rooms: readonly DemoRoom[],
  now: number,
  place?: Place,
): Promise<string> {
  const projectId = newId('proj', now)
  const { name, type, serviceMode, address, phone } = plan
  await administrator.json('POST', `${origin}/api/v1/projects`, {
    projectId,
    name,
    type,
    serviceMode,
    address,
    phone,
    ...place,
  })
  const importId = newId('imp', now)
  const query = new URLSearchParams({ importId, projectId, fileName: `${name}.xlsx` })
  const uploaded = await administrator.fetch(`${origin}/api/v1/imports/uploads?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'idempotency-key': crypto.randomUUID() },
    body: await workbookOf(plan, rooms),
  })
  if (!uploaded.ok) throw new Error(`The workbook of ${name} was refused: ${await uploaded.text()}`)
  const summary = (await uploaded.json()) as Summary
  const { revision } = await findRight(summary, (answers) =>
    administrator.json<Summary>('POST', `${origin}/api/v1/imports/${importId}/answers`, { answers }),
  )
  await administrator.json('POST', `${origin}/api/v1/imports/${importId}/confirm`, {
    revision,
    leaveBadRows: true,
  })
  for (let waited = 0; waited < patienceMs; waited += 200) {
    const { state } = await administrator.json<Summary>('GET', `${origin}/api/v1/imports/${importId}`)
    if (state === 'applied') return projectId
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`The workbook of ${name} was not applied within a minute.`)
}

/** Says of new fee items, and then of who pays from when, that they are right, as who has looked through them does. */
async function findRight(
  summary: Summary,
  say: (answers: { id: string; answer: string }[]) => Promise<Summary>,
): Promise<Summary> {
  const open = summary.questions.filter(
    ({ about, answer }) => answer === null && (about === 'fee' || about === 'payers'),
  )
  if (open.length === 0) return summary
  return findRight(await say(open.map(({ id }) => ({ id, answer: 'right' }))), say)
}
