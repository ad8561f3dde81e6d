import { sql } from 'drizzle-orm'
import { idSchema } from '../../input.ts'
import { defineList } from '../../platform/lists/index.ts'
import { searchSchema } from './field-schemas.ts'
import { listedPersonSchema } from './people-schemas.ts'
import { phonesJson, placesJson, withLists } from './person-columns.ts'
import { peopleMeant } from './search.ts'
import { people } from './tables.ts'

const { id, number, name, kind } = people

/** The people of a project by name, with their places. */
export const personList = defineList({
  permission: 'registry.read',
  /** A name, a phone or its last four digits, the company's own number. */
  filter: { projectId: idSchema('proj'), search: searchSchema },
  item: listedPersonSchema,
  project: people.projectId,
  where: async (ctx, { projectId, search }) => [
    search === '' ? undefined : sql`${id} IN (${await peopleMeant(ctx, projectId, search)})`,
  ],
  order: { by: { name, id }, direction: 'ascending' },
  query: (ctx, { where, orderBy, limit }) =>
    ctx.db.orm
      .select({ id, number, name, kind, phones: phonesJson, places: placesJson })
      .from(people)
      .where(where)
      .orderBy(...orderBy)
      .limit(limit),
  shown: withLists,
})
