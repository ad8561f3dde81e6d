import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { sealId, sealPhone } from './personal-data.ts'
import type { Gender, IdKind, PersonKind } from './shape.ts'
import { people, personPhones } from './tables.ts'
import type { BringIn } from './upsert-places.ts'

/** A person to write. Phones and ID number are sealed only when it is written. */
export interface PersonRow {
  id: string
  name: string
  kind: PersonKind
  number: string | null
  gender: Gender | null
  idKind: IdKind | null
  idNumber: string | null
  /** Those that the registry does not have yet, E.164. */
  phones: string[]
}

/** Their statements: people, and their phones after those that they have already. */
export async function upsertPeople(
  ctx: Ctx,
  rows: readonly PersonRow[],
  { projectId, now }: BringIn,
): Promise<SQL[]> {
  const sealed = await Promise.all(rows.map((row) => sealPerson(ctx, row)))
  const persons = sql`INSERT INTO ${people} (id, project_id, number, name, kind, gender, id_kind, id_sealed, id_index, id_masked, created_at, changed_at)
    SELECT value ->> 0, ${projectId}, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8, ${now}, ${now}
    FROM json_each(${JSON.stringify(sealed.map(({ person }) => person))}) WHERE true
    ON CONFLICT (id) DO UPDATE SET number = coalesce(number, excluded.number), gender = coalesce(gender, excluded.gender),
      id_kind = coalesce(id_kind, excluded.id_kind), id_sealed = coalesce(id_sealed, excluded.id_sealed),
      id_index = coalesce(id_index, excluded.id_index), id_masked = coalesce(id_masked, excluded.id_masked), changed_at = excluded.changed_at`
  const phones = sealed.flatMap(({ phones: own }) => own)
  if (phones.length === 0) return [persons]
  // What a person has already keeps its place; the new ones follow in their order.
  const added = sql`INSERT INTO ${personPhones} (person_id, position, phone_sealed, phone_index, phone_last4, phone_masked)
    SELECT value ->> 0, (value ->> 1) + (SELECT coalesce(max(position) + 1, 0) FROM ${personPhones} WHERE person_id = value ->> 0),
      value ->> 2, value ->> 3, value ->> 4, value ->> 5
    FROM json_each(${JSON.stringify(phones)}) WHERE true
    ON CONFLICT (person_id, phone_index) DO NOTHING`
  return [persons, added]
}

async function sealPerson(ctx: Ctx, row: PersonRow): Promise<{ person: unknown[]; phones: unknown[][] }> {
  const id = row.idNumber === null ? null : await sealId(ctx.vault, row.idNumber)
  const phones = await Promise.all(row.phones.map((phone) => sealPhone(ctx.vault, phone)))
  return {
    person: [
      row.id,
      row.number,
      row.name,
      row.kind,
      row.gender,
      row.idKind,
      id?.idSealed ?? null,
      id?.idIndex ?? null,
      id?.idMasked ?? null,
    ],
    phones: phones.map((phone, at) => [
      row.id,
      at,
      phone.phoneSealed,
      phone.phoneIndex,
      phone.phoneLast4,
      phone.phoneMasked,
    ]),
  }
}
