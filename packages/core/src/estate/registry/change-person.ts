import type { Write } from '@heju/db'
import { and, eq, notInArray, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { requireAsShown } from '../../revisions.ts'
import { personNotFound } from './errors.ts'
import { sealId, sealPhone } from './personal-data.ts'
import { personById } from './queries.ts'
import { changePersonSchema, type ChangePerson } from './people-schemas.ts'
import { people, personPhones } from './tables.ts'

/**
 * Changes what is known of a person; phones and ID number only where they are given.
 * @throws `registry.person_not_found`, `request.changed_meanwhile`
 */
export async function changePerson(ctx: Ctx, raw: ChangePerson): Promise<{ personId: string }> {
  const input = parse(changePersonSchema, raw)
  const { requestId: _requestId, personId, revision, phones, idDocument, ...fields } = input
  return ctx.write('registry.change_person', input, async (write) => {
    const person = await personById(ctx, personId)
    ctx.require('registry.write', person.projectId)
    const id = await sealedDocument(ctx, idDocument)
    requireAsShown(write, people, { id: personId, revision })
    const update = ctx.db.orm.update(people).set({ ...fields, ...id, changedAt: ctx.now })
    write.changeOne(update.where(eq(people.id, personId)), personNotFound)
    if (phones !== undefined) await writePhones(ctx, write, personId, phones)
    const detail = { phones: phones !== undefined, idDocument: idDocument !== undefined }
    write.audit('registry.person_changed', personId, { projectId: person.projectId, detail })
    return { personId }
  })
}

/** Writes the phones of a person, the main one first. One that they have already stays, at its place among these. */
async function writePhones(ctx: Ctx, write: Write, personId: string, phones: readonly string[]) {
  const sealed = await Promise.all([...new Set(phones)].map((phone) => sealPhone(ctx.vault, phone)))
  const kept = sealed.map(({ phoneIndex }) => phoneIndex)
  const { personId: whose, phoneIndex } = personPhones
  write.change(ctx.db.orm.delete(personPhones).where(and(eq(whose, personId), notInArray(phoneIndex, kept))))
  const rows = sealed.map((phone, at) => ({ personId, position: at, ...phone }))
  if (rows.length > 0)
    write.add(
      ctx.db.orm
        .insert(personPhones)
        .values(rows)
        .onConflictDoUpdate({ target: [whose, phoneIndex], set: { position: sql`excluded.position` } }),
    )
}

async function sealedDocument(
  ctx: Ctx,
  document: { kind: 'resident_id' | 'uscc' | 'other'; number: string } | null | undefined,
) {
  if (document === undefined) return {}
  if (document === null) return { idKind: null, idSealed: null, idIndex: null, idMasked: null }
  return { idKind: document.kind, ...(await sealId(ctx.vault, document.number)) }
}
