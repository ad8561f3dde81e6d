import { eq } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { personNotFound } from './errors.ts'
import { phonesJson, placesJson, withLists } from './person-columns.ts'
import type { PersonPage } from './people-schemas.ts'
import { people } from './tables.ts'

/** A person with all their places, phones and ID masked. One round trip. @throws `registry.person_not_found` */
export async function getPerson(ctx: Ctx, personId: string): Promise<PersonPage> {
  const { id, projectId, number, name, kind, gender, idKind, idMasked, remark, revision } = people
  const [person] = await ctx.db.orm
    .select({
      id,
      projectId,
      number,
      name,
      kind,
      gender,
      idKind,
      idMasked,
      remark,
      revision,
      phones: phonesJson,
      places: placesJson,
    })
    .from(people)
    .where(eq(people.id, personId))
  if (!person) throw personNotFound()
  ctx.require('registry.read', person.projectId)
  return withLists(person)
}
