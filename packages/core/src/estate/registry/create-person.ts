import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { sealId, sealPhone } from './personal-data.ts'
import { createPersonSchema, type CreatePerson } from './people-schemas.ts'
import { people, personPhones } from './tables.ts'

/** Adds a person or organisation to a project. Phones and ID number are sealed before they leave this process. */
export async function createPerson(ctx: Ctx, raw: CreatePerson): Promise<{ personId: string }> {
  const input = parse(createPersonSchema, raw)
  const { requestId: _requestId, personId, phones, idDocument, ...fields } = input
  ctx.require('registry.write', fields.projectId)
  return ctx.write('registry.create_person', input, async (write) => {
    const sealedId = idDocument && {
      idKind: idDocument.kind,
      ...(await sealId(ctx.vault, idDocument.number)),
    }
    const row = { ...fields, ...sealedId, id: personId, createdAt: ctx.now, changedAt: ctx.now }
    write.add(ctx.db.orm.insert(people).values(row))
    const sealed = await Promise.all([...new Set(phones)].map((phone) => sealPhone(ctx.vault, phone)))
    if (sealed.length > 0) {
      write.add(
        ctx.db.orm
          .insert(personPhones)
          .values(sealed.map((phone, position) => ({ personId, position, ...phone }))),
      )
    }
    write.audit('registry.person_created', personId, { projectId: fields.projectId })
    return { personId }
  })
}
