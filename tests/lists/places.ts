import type { Ctx } from '@heju/core'
import { newId } from '@heju/kernel'
import { copyOf } from './copies.ts'

type Things = Readonly<Record<string, string>>

/**
 * What lists of places have for a second row: four rooms that somebody lives in, another space, which has a holder, and
 * common places, one of them out of use.
 */
export async function morePlaces(ctx: Ctx, things: Things): Promise<Record<string, string>> {
  const { roomId = '', personId = '', occupancyId = '', parkingSpaceId = '', commonPlaceId = '' } = things
  const more: Record<string, string> = {}
  for (const number of ['1601', '1602', '1603', '1604']) {
    const [room, person] = [newId('room', ctx.now), newId('pers', ctx.now)]
    const named = { name: `3栋-2单元-${number}`, number, key: `3|2|${number}`, sort_key: `3-2-${number}` }
    await copyOf(ctx, 'rooms', { id: roomId }, { id: room, ...named, state: 'occupied' })
    await copyOf(ctx, 'people', { id: personId }, { id: person, name: `住户${number}`, number: null })
    const lives = { id: newId('occ', ctx.now), room_id: room, person_id: person }
    await copyOf(ctx, 'occupancies', { id: occupancyId }, lives)
    Object.assign(more, { [`roomOf${number}`]: room, [`personOf${number}`]: person })
  }
  const space = { id: newId('park', ctx.now), code: 'A-002', key: '|A-002', sort_key: 'A-002' }
  await copyOf(ctx, 'parking_spaces', { id: parkingSpaceId }, space)
  const held = { id: newId('occ', ctx.now), room_id: null, parking_space_id: space.id }
  await copyOf(ctx, 'occupancies', { id: occupancyId }, held)
  const retired = { name: '旧大堂', key: '|旧大堂', retired_at: ctx.now }
  for (const name of [{ name: '大堂二', key: '|大堂二' }, retired])
    await copyOf(ctx, 'common_places', { id: commonPlaceId }, { id: newId('place', ctx.now), ...name })
  return more
}
