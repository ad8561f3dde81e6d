import { newId } from '@heju/kernel'
import type { Ctx } from '../../context.ts'
import { createProject } from '../projects/index.ts'
import { freshRequestId } from '../../testing.ts'
import {
  createBuilding,
  createPerson,
  createRoom,
  giveOccupancy,
  type CreatePerson,
  type CreateRoom,
  type OccupancyRole,
} from './index.ts'

/** A project with a building, and ways to fill them, through the verbs. */
export async function smallProject(ctx: Ctx, name = '翠湖花园') {
  const projectId = newId('proj', ctx.now)
  await createProject(ctx, { requestId: freshRequestId(), projectId, name, type: 'residential' })
  const buildingId = newId('bldg', ctx.now)
  await createBuilding(ctx, { requestId: freshRequestId(), projectId, buildingId, name: '3' })
  return {
    projectId,
    buildingId,
    room: async (number: string, more: Partial<CreateRoom> = {}) => {
      const roomId = newId('room', ctx.now)
      await createRoom(ctx, { requestId: freshRequestId(), roomId, buildingId, unit: '2', number, ...more })
      return roomId
    },
    person: async (personName: string, more: Partial<CreatePerson> = {}) => {
      const personId = newId('pers', ctx.now)
      await createPerson(ctx, { requestId: freshRequestId(), projectId, personId, name: personName, ...more })
      return personId
    },
    give: async (
      personId: string,
      roomId: string,
      role: OccupancyRole = 'owner',
      fromOn: string | null = null,
    ) => {
      const occupancyId = newId('occ', ctx.now)
      const place = { kind: 'room' as const, id: roomId }
      await giveOccupancy(ctx, { requestId: freshRequestId(), occupancyId, personId, place, role, fromOn })
      return occupancyId
    },
  }
}
