import { asc, eq } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { personNotFound } from './errors.ts'
import { idField, unsealPhone } from './personal-data.ts'
import { unmaskPersonSchema, type UnmaskedPerson, type UnmaskPerson } from './people-schemas.ts'
import { people, personPhones } from './tables.ts'

/**
 * Shows a person's phones and ID number in full, and records who looked, each time (D32, PIPL 51).
 * @throws `registry.person_not_found`
 */
export async function unmaskPerson(ctx: Ctx, raw: UnmaskPerson): Promise<UnmaskedPerson> {
  const input = parse(unmaskPersonSchema, raw)
  const [[person], phones] = await ctx.db.orm.batch([
    ctx.db.orm
      .select({ projectId: people.projectId, idSealed: people.idSealed })
      .from(people)
      .where(eq(people.id, input.personId)),
    ctx.db.orm
      .select({ sealed: personPhones.phoneSealed })
      .from(personPhones)
      .where(eq(personPhones.personId, input.personId))
      .orderBy(asc(personPhones.position)),
  ])
  if (!person) throw personNotFound()
  ctx.require('people.unmask', person.projectId)
  const { projectId } = person
  await ctx.disclose('people.unmask', { action: 'people.unmasked', subjectId: input.personId, projectId })
  return {
    phones: await Promise.all(phones.map(({ sealed }) => unsealPhone(ctx.vault, sealed))),
    idNumber: person.idSealed === null ? null : await ctx.vault.unseal(idField, person.idSealed),
  }
}
