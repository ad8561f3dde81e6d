import type { Ctx } from '@heju/core'
import { createPlacesFromTemplate, findPlaces, spans, template } from '@heju/core/estate/places'
import { placeTexts } from '@heju/core/estate/places/texts'
import type { Life } from './life.ts'

/** Each estate has what a template makes of it, since the company began with the product. */
export async function addCommonPlaces({ past, staff, estates }: Pick<Life, 'past' | 'staff' | 'estates'>) {
  const ctx = past.as(staff.manager, 'project_manager')
  const rows = spans.flatMap((per) =>
    template[per].usual.map((kind) => ({ per, kind, name: placeTexts[`common.${kind}`]['zh-CN'] })),
  )
  for (const { projectId } of estates)
    await createPlacesFromTemplate(ctx, { requestId: past.requestId(), projectId, rows })
}

/** The first common place that a search means, as a complaint says where it is. */
export async function commonPlaceOf(ctx: Ctx, projectId: string, search: string) {
  const { places } = await findPlaces(ctx, { projectId, search })
  const found = places.find(({ kind }) => kind === 'common')
  return found && { placeId: found.id }
}
