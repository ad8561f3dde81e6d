import { newId } from '@heju/kernel'
import { expect, test } from 'vitest'
import { freshRequestId, revisionOf, testCtx } from '../../testing.ts'
import { changeProject, listProjects, projects } from '../projects/index.ts'
import {
  changeParkingSpace,
  changePerson,
  changeRoom,
  createParkingSpace,
  getParkingSpace,
  getPerson,
  getRoom,
  parkingSpaces,
  people,
  rooms,
} from './index.ts'
import { smallProject } from './testing.ts'

async function things() {
  const ctx = await testCtx()
  const { projectId, room, person } = await smallProject(ctx)
  const [roomId, personId, parkingSpaceId] = [await room('101'), await person('张三'), newId('park', ctx.now)]
  const space = { requestId: freshRequestId(), parkingSpaceId, projectId, code: 'A-1' }
  await createParkingSpace(ctx, space)
  const about = { type: 'residential', serviceMode: 'custom', priceRegime: 'guided' } as const
  const by = () => ({ requestId: freshRequestId() })
  return {
    ctx,
    room: {
      table: rooms,
      id: roomId,
      change: (words: string, revision?: number) =>
        changeRoom(ctx, { ...by(), roomId, remark: words, revision } as never),
      read: async () => (await getRoom(ctx, roomId)).remark,
    },
    'parking space': {
      table: parkingSpaces,
      id: parkingSpaceId,
      change: (words: string, revision?: number) =>
        changeParkingSpace(ctx, { ...by(), parkingSpaceId, areaE2: words.length * 100, revision } as never),
      read: async () => '字'.repeat(((await getParkingSpace(ctx, parkingSpaceId)).areaE2 ?? 0) / 100),
    },
    person: {
      table: people,
      id: personId,
      change: (words: string, revision?: number) =>
        changePerson(ctx, { ...by(), personId, name: '张三', remark: words, revision } as never),
      read: async () => (await getPerson(ctx, personId)).remark,
    },
    project: {
      table: projects,
      id: projectId,
      change: (words: string, revision?: number) =>
        changeProject(ctx, {
          ...by(),
          ...about,
          projectId,
          name: '翠湖花园',
          address: words,
          revision,
        } as never),
      read: async () => (await listProjects(ctx))[0]?.address,
    },
  }
}

test.each(['room', 'parking space', 'person', 'project'] as const)(
  'of two forms of one %s that were open at once the second is refused',
  async (kind) => {
    const { ctx, [kind]: thing } = await things()
    const shown = await revisionOf(ctx, thing.table, thing.id)
    await thing.change('字', shown)
    await expect(thing.change('字字', shown)).rejects.toMatchObject({ code: 'request.changed_meanwhile' })
    expect(await thing.read()).toBe('字')
    // What is saved as it is counts nothing, and who sends no revision means whatever is there.
    const now = await revisionOf(ctx, thing.table, thing.id)
    await thing.change('字', now)
    await thing.change('字字', now)
    await thing.change('字字字')
    expect(await thing.read()).toBe('字字字')
  },
)
