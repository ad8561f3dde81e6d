import { Vault } from '@heju/core'
import { TenantDb } from '@heju/db'
import { SqldProvisioner } from '@heju/db/provisioning'
import type { LocalKeys, Stack } from '../stack/index.ts'
import { chanceOf, type Chance } from './chance.ts'
import { addCommonPlaces } from './common-places.ts'
import { departure } from './departure.ts'
import { estates as plans } from './estates.ts'
import type { Estate, LivingOwner } from './life.ts'
import { beginningOf, liveThrough } from './months.ts'
import { addFeeItems } from './fee-items.ts'
import { moveToEast, organise } from './organisation.ts'
import { openAccount } from './owners.ts'
import { Past } from './past.ts'
import { loadEstate } from './registry.ts'
import { demoOwnerPhone, demoSlug } from './sign-ins.ts'
import { signUpCompany } from './sign-up.ts'
import { inviteColleagues, inviteRegional } from './staff.ts'
import { today } from './today.ts'
import { roomsOf } from './workbook.ts'

export { loadEstate } from './registry.ts'
export { inviteColleagues } from './staff.ts'
export { signUpCompany as setUpCompany } from './sign-up.ts'
export * from './sign-ins.ts'
/** Owners who pay by WeChat Pay at the present, the demo's own owner among them. */
const payersOnPhone = 7
/** Phones that no longer exist: what is sent to them comes back, and waits for somebody to put it right. */
const deadNumbers = ['13900000031', '13900000062', '13900000093']
const firstPhones = [demoOwnerPhone, '13900001001', '13900002001']

/**
 * Makes the demo company: it signs up, invites its staff and imports its workbooks as anybody would, and then lives
 * through six months by the product's own verbs with a moved clock.
 * @param say tells what is being done
 */
export async function makeDemo(
  base: string,
  stack: Stack,
  keys: LocalKeys,
  say: (line: string) => void,
): Promise<void> {
  const present = Date.now()
  say('Signing a demo company up…')
  const { companyId, origin, administrator } = await signUpCompany(base, demoSlug, '和润物业')
  const staff = await inviteColleagues(origin, administrator, present)
  const { east, southern, ...places } = await organise(origin, administrator, stack, present)
  await inviteRegional(origin, administrator, southern, present)
  const items = await addFeeItems(origin, administrator, present)
  say('Importing three workbooks…')
  const chance = chanceOf(2026)
  const estates: (Estate & { phones: string[] })[] = []
  for (const [i, plan] of plans.entries()) {
    const rooms = roomsOf(plan, chance, Number(firstPhones[i]))
    const projectId = await loadEstate(origin, administrator, plan, rooms, present, places[plan.place])
    if (plan.place === 'moved') await moveToEast(origin, administrator, { projectId, east, present })
    estates.push({ plan, projectId, phones: rooms.map(({ phone }) => phone) })
  }
  const company = {
    id: companyId,
    slug: demoSlug,
    name: '和润物业',
    state: 'active',
    stateReason: null,
    zone: 'Asia/Shanghai',
    locale: 'zh-CN',
  } as const
  const past = new Past({
    company,
    db: await tenantOf(stack, companyId),
    platform: await stack.platform(),
    vault: await Vault.open(keys.vaultKey, companyId),
    origin,
    now: beginningOf(present),
    deadNumbers,
  })
  await addCommonPlaces({ past, staff, estates })
  say('Opening accounts of owners in the portal…')
  const owners = await ownersOf(past, estates, chance)
  const payers = owners.slice(0, payersOnPhone)
  const life = { past, estates, staff, items, chance, present, owners, payers }
  say('Living through six months of bills, payments, reminders, complaints and surveys:')
  await liveThrough(life, say)
  say('Bringing it up to the present: complaints at every step, payments on the phone…')
  await departure(life, origin, administrator)
  await today(life, stack, origin)
}

/** The first rooms' owners have accounts in any case: they are the ones who act at the present. */
async function ownersOf(
  past: Past,
  estates: readonly (Estate & { phones: string[] })[],
  chance: Chance,
): Promise<LivingOwner[]> {
  const owners: LivingOwner[] = []
  for (const [i, estate] of estates.entries()) {
    for (const [room, phone] of estate.phones.entries()) {
      const acts = i === 0 && room < payersOnPhone
      if (!deadNumbers.includes(phone) && (chance.percent(estate.plan.inPortal) || acts))
        owners.push({ ...(await openAccount(past, phone)), estate })
    }
  }
  return owners
}

async function tenantOf(stack: Stack, companyId: string): Promise<TenantDb> {
  const { env } = stack
  const provisioner = new SqldProvisioner({
    url: env.SQLD_URL ?? '',
    adminUrl: env.SQLD_ADMIN_URL ?? '',
    adminKey: env.SQLD_ADMIN_KEY ?? '',
    tokenPrivateKeyPem: env.SQLD_TOKEN_KEY ?? '',
  })
  const platform = await stack.platform()
  const { rows } = await platform.client.execute({
    sql: 'SELECT database_url, database_namespace FROM companies WHERE id = ?',
    args: [companyId],
  })
  const place = {
    kind: 'sqld' as const,
    url: String(rows[0]?.database_url),
    namespace: String(rows[0]?.database_namespace),
  }
  return new TenantDb(await provisioner.endpoint(place))
}
