import { firstEntityId, firstUnitId } from '@heju/core/estate/organisation'
import { addMonths, firstDay, newId, periodAt } from '@heju/kernel'
import type { Stack } from '../stack/index.ts'
import type { Visitor } from '../visitor/index.ts'

/** Where the demo's projects stand: under which unit, and whose they are. */
export interface Place {
  unitId: string
  entityId: string
}
/** The keys by which an estate's plan says where it stands. */
export type PlaceKey = 'branch' | 'south' | 'moved'

/**
 * Makes of the company a group with two regions and a branch, and a subsidiary that receives in its own name through a
 * merchant of its own.
 */
export async function organise(
  origin: string,
  administrator: Visitor,
  stack: Stack,
  present: number,
): Promise<Readonly<Record<PlaceKey, Place>> & { east: string; southern: string }> {
  const api = `${origin}/api/v1`
  const unit = async (name: string, kind: string, parentId: string = firstUnitId) => {
    const unitId = newId('unit', present)
    await administrator.json('POST', `${api}/organisation/units`, { unitId, name, kind, parentId })
    return unitId
  }
  await administrator.json('PUT', `${api}/organisation/units/${firstUnitId}`, {
    name: '和润物业集团',
    kind: 'group',
  })
  const [south, east] = [await unit('华南大区', 'region'), await unit('华东大区', 'region')]
  const branch = await unit('深圳分公司', 'branch', south)
  await administrator.json('PUT', `${api}/organisation/entities/${firstEntityId}`, {
    name: '和润物业服务有限公司',
    creditCode: '91440300MA5HR0DE19',
    seriesCode: '',
    address: '深圳市南山区科苑路 8 号',
    phone: '0755-26000000',
  })
  const subsidiary = newId('entity', present)
  await administrator.json('POST', `${api}/organisation/entities`, {
    entityId: subsidiary,
    name: '和润商业运营有限公司',
    creditCode: '91440300MA5HR0DE2C',
    seriesCode: 'SY',
    address: '深圳市高新区云顶大道 66 号',
    phone: '0755-26000066',
  })
  const [own] = stack.wechatPay.merchants
  await collectThrough(administrator, api, present, firstEntityId, own)
  await collectThrough(administrator, api, present, subsidiary, await anotherMerchant(stack))
  return {
    east,
    southern: south,
    branch: { unitId: branch, entityId: firstEntityId },
    south: { unitId: south, entityId: subsidiary },
    moved: { unitId: south, entityId: firstEntityId },
  }
}

/** Two months ago a project went to the other region: its history says so. */
export async function moveToEast(
  origin: string,
  administrator: Visitor,
  { projectId, east, present }: { projectId: string; east: string; present: number },
): Promise<void> {
  const fromOn = firstDay(addMonths(periodAt(present), -2))
  await administrator.json('POST', `${origin}/api/v1/organisation/projects/${projectId}/move`, {
    unitId: east,
    fromOn,
  })
}

/** @param settings of the simulator's merchant; none where there is no such */
async function collectThrough(
  administrator: Visitor,
  api: string,
  present: number,
  entityId: string,
  settings: object | undefined,
): Promise<void> {
  if (settings === undefined) return
  const merchant = { id: newId('mch', present), entityId, ...settings }
  await administrator.json('PUT', `${api}/merchants`, merchant)
}

async function anotherMerchant(stack: Stack): Promise<object> {
  const response = await fetch(`${stack.wechatPay.url}/__control/merchants`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: '和润商业运营有限公司' }),
  })
  return (await response.json()) as object
}
