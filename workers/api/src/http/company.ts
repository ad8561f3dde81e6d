import { defineError } from '@heju/kernel'
import { Ctx, Vault, type Company } from '@heju/core'
import { actorOf, readAccessToken, sessionKeysOf, signInFirst, type Plane } from '@heju/core/identity'
import type { CompanyRow } from '@heju/db'
import { latestTag } from '../../../../migrations/tenant/latest.ts'
import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { Env } from '../env.ts'
import type { HttpContext, HttpEnv } from './env.ts'

export const companyNotFound = defineError('company.not_found', 'not_found')
export const companyUpgrading = defineError('company.upgrading', 'upgrading')
export const companyClosed = defineError('company.closed', 'not_found')

export const cookieOf: Record<Plane, string> = {
  staff: 'heju_staff',
  owner: 'heju_owner',
  operator: 'heju_operator',
}

/** Finds the company of the host, refuses one that cannot be served, and reads who is signed in. */
export const atCompany = createMiddleware<HttpEnv>(async (c, next) => {
  const row = await c.var.deployment.companyAt(new URL(c.req.url).host, c.var.now, c.var.trips)
  if (row === undefined || row.state === 'provisioning') throw companyNotFound()
  if (row.state === 'closed') throw companyClosed()
  if (row.schemaTag !== latestTag) throw companyUpgrading()
  rows.set(c, row)
  c.set('company', companyOf(row))
  c.set('actor', await readActor(c, row.id))
  await next()
  if (c.var.published) c.executionCtx.waitUntil(c.env.JOBS.send({ type: 'outbox', companyId: row.id }))
})

const rows = new WeakMap<HttpContext, CompanyRow>()
const vaults = new Map<string, Promise<Vault>>()

/** The context of a verb, for whoever is signed in. @throws `access.sign_in` when nobody is */
export async function ctxOf(c: HttpContext): Promise<Ctx> {
  const { actor, company, now, requestId, trips, deployment } = c.var
  if (actor === undefined) throw signInFirst()
  const db = await deployment.tenant(rows.get(c) as CompanyRow, trips)
  return new Ctx({ company, actor, now, requestId, db, vault: await vaultOf(c.env, company.id) })
}

/** Runs a verb for whoever is signed in, and remembers whether it left effects to carry out. */
export async function withCtx<T>(c: HttpContext, verb: (ctx: Ctx) => Promise<T>): Promise<T> {
  const ctx = await ctxOf(c)
  try {
    return await verb(ctx)
  } finally {
    c.set('published', c.var.published || ctx.published)
  }
}

function vaultOf(env: Env, companyId: string): Promise<Vault> {
  const known = vaults.get(companyId)
  if (known !== undefined) return known
  const vault = Vault.open(env.VAULT_KEY, companyId)
  vaults.set(companyId, vault)
  return vault
}

async function readActor(c: HttpContext, companyId: string) {
  const keys = await sessionKeysOf(c.env.SESSION_KEYS)
  const plane: Plane =
    c.req.path.startsWith('/portal') || c.req.path.startsWith('/api/v1/portal') ? 'owner' : 'staff'
  const bearer = c.req.header('authorization')?.match(/^Bearer (.+)$/)?.[1]
  const token = bearer ?? getCookie(c, cookieOf[plane])
  if (token === undefined) return undefined
  const session = await readAccessToken(keys, token, { plane, companyId }, c.var.now)
  return session === undefined ? undefined : actorOf(session)
}

function companyOf(row: CompanyRow): Company {
  const { id, slug, name, state, stateReason, zone, locale } = row
  return { id, slug, name, state, stateReason, zone, locale }
}
