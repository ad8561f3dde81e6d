import type { Ctx } from '@heju/core'
import { sha256Hex } from '@heju/db'
import { isId, newId } from '@heju/kernel'
import type { HttpContext } from '../http/env.ts'

/**
 * 32 hex digits that are the same for the same content of a form from the same sender, for ids of what is made of it: the
 * form that comes back out of the browser's history with something else makes something else, and so does the form of a
 * browser that somebody else signed in to.
 */
export async function digitsOf(ctx: Ctx, content: object): Promise<string> {
  return (await sha256Hex(JSON.stringify([ctx.requireOwner(), content]))).slice(0, 32)
}

/**
 * The id that a form names its request with. One that comes back with what was entered is the same form still: what it
 * says may be on record although its answer was lost, and is then known again by what is made of both (`digitsOf`).
 * @param before what it came with
 */
export function formId(c: HttpContext, prefix: string, before = ''): string {
  return isId(prefix, before) ? before : newId(prefix, c.var.now)
}
