import { Ctx, Vault, visitor, type Actor } from '@heju/core'
import { signInFirst } from '@heju/core/people/identity'
import { noTrips, type CompanyRow } from '@heju/db'
import type { Env } from '../env.ts'
import type { HttpContext } from './env.ts'

const rows = new WeakMap<HttpContext, CompanyRow>()
const vaults = new Map<string, Vault>()

/** Remembers whose database a request's verbs work in. Called once, by `atCompany`. */
export function setCompanyRow(c: HttpContext, row: CompanyRow): void {
  rows.set(c, row)
}

/** The context of a verb, for whoever is signed in. @throws `access.sign_in` when nobody is */
export async function ctxOf(c: HttpContext): Promise<Ctx> {
  if (c.var.actor === undefined) throw signInFirst()
  return contextFor(c, c.var.actor)
}

/** The context of what is done behind an answer, for whoever is signed in: its round trips are not the answer's. */
export async function ctxBehind(c: HttpContext): Promise<Ctx> {
  if (c.var.actor === undefined) throw signInFirst()
  return contextFor(c, c.var.actor, noTrips())
}

/** Runs a verb for whoever is signed in, and remembers whether it left effects to carry out. */
export async function withCtx<T>(c: HttpContext, verb: (ctx: Ctx) => Promise<T>): Promise<T> {
  return run(c, await ctxOf(c), verb)
}

/** Runs a verb of those who are not signed in yet, whoever the request's cookies may name. */
export async function withVisitor<T>(c: HttpContext, verb: (ctx: Ctx) => Promise<T>): Promise<T> {
  return run(c, await contextFor(c, visitor), verb)
}

/**
 * Runs a verb for a provider that reports something. Nobody has proven to be it yet: the verb checks what the report is
 * signed with, against the settings that `id` names.
 */
export async function withProvider<T>(
  c: HttpContext,
  id: string,
  verb: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  return run(c, await contextFor(c, { kind: 'provider', id }), verb)
}

async function run<T>(c: HttpContext, ctx: Ctx, verb: (ctx: Ctx) => Promise<T>): Promise<T> {
  try {
    return await verb(ctx)
  } finally {
    c.set('published', c.var.published || ctx.published)
  }
}

async function contextFor(c: HttpContext, actor: Actor, trips = c.var.trips): Promise<Ctx> {
  const { company, now, requestId, deployment } = c.var
  const db = await deployment.tenant(rows.get(c) as CompanyRow, trips)
  return new Ctx({ company, actor, now, requestId, db, vault: await vaultOf(c.env, company.id) })
}

/** Kept by company for the life of the isolate: deriving its keys costs more than using them. */
async function vaultOf(env: Env, companyId: string): Promise<Vault> {
  const known = vaults.get(companyId)
  if (known !== undefined) return known
  const vault = await Vault.open(env.VAULT_KEY, companyId)
  vaults.set(companyId, vault)
  return vault
}
