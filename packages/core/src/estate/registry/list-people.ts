import { and, asc, eq, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { decodeCursor, pageOf, type Page } from '../../paging.ts'
import { phonesJson, placesJson } from './person-columns.ts'
import { listPeopleSchema, type ListedPerson, type ListPeople } from './people-schemas.ts'
import { peopleMeant } from './search.ts'
import { people } from './tables.ts'

/** The people of a project by name, with their places. One round trip. */
export async function listPeople(ctx: Ctx, raw: ListPeople): Promise<Page<ListedPerson>> {
  const input = parse(listPeopleSchema, raw)
  ctx.require('registry.read', input.projectId)
  const after = decodeCursor<[string, string]>(input.after, ['string', 'string'])
  const { id, number, name, kind } = people
  const meant =
    input.search === ''
      ? undefined
      : sql`${people.id} IN (${await peopleMeant(ctx, input.projectId, input.search)})`
  const found = await ctx.db.orm
    .select({ id, number, name, kind, phones: phonesJson, places: placesJson })
    .from(people)
    .where(
      and(
        eq(people.projectId, input.projectId),
        meant,
        after && sql`(${people.name}, ${people.id}) > (${after[0]}, ${after[1]})`,
      ),
    )
    .orderBy(asc(people.name), asc(people.id))
    .limit(input.limit + 1)
  const { items, next } = pageOf(found, input.limit, (person) => [person.name, person.id])
  return { items: items.map(withLists), next }
}

/** The JSON columns of a person read out. */
export function withLists<T extends { phones: string; places: string }>(
  row: T,
): Omit<T, 'phones' | 'places'> & Pick<ListedPerson, 'phones' | 'places'> {
  const { phones, places, ...rest } = row
  return {
    ...rest,
    phones: JSON.parse(phones) as string[],
    places: JSON.parse(places) as ListedPerson['places'],
  }
}
