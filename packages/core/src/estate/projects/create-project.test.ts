import { newId } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import { as, freshRequestId, staff, testCtx, testNow } from '../../testing.ts'
import { createProject, listProjects, type CreateProject } from './index.ts'

function input(more: Partial<CreateProject> = {}): CreateProject {
  return {
    requestId: freshRequestId(),
    projectId: newId('proj', testNow),
    name: '翠湖花园',
    type: 'residential',
    ...more,
  }
}

describe('createProject', () => {
  test('a housing estate falls under the guided price unless said otherwise', async () => {
    const ctx = await testCtx()
    await createProject(ctx, input())
    await createProject(ctx, input({ name: '云顶公寓', type: 'apartment' }))
    await createProject(ctx, input({ name: '别院', priceRegime: 'market' }))
    const regimes = Object.fromEntries(
      (await listProjects(ctx)).map((project) => [project.name, project.priceRegime]),
    )
    expect(regimes).toEqual({ 翠湖花园: 'guided', 云顶公寓: 'market', 别院: 'market' })
  })

  test('a name is one line that reads in one direction, since files are called by it', async () => {
    const ctx = await testCtx()
    await createProject(ctx, input({ name: ' 翠湖\u202e花园\r\n二期 ' }))
    expect((await listProjects(ctx)).map(({ name }) => name)).toEqual(['翠湖花园 二期'])
    await expect(createProject(ctx, input({ name: '\u202e\n' }))).rejects.toMatchObject({
      fields: [{ path: 'name' }],
    })
  })

  test('the same request again gets the same answer and writes nothing', async () => {
    const ctx = await testCtx()
    const request = input()
    const first = await createProject(ctx, request)
    expect(await createProject(ctx, request)).toEqual(first)
    expect(await listProjects(ctx)).toHaveLength(1)
  })

  test('the same request id with another input is refused', async () => {
    const ctx = await testCtx()
    const request = input()
    await createProject(ctx, request)
    await expect(createProject(ctx, { ...request, name: '别名' })).rejects.toMatchObject({
      code: 'request.reused',
    })
  })

  test('a name that is taken is refused and nothing is written', async () => {
    const ctx = await testCtx()
    await createProject(ctx, input())
    await expect(createProject(ctx, input())).rejects.toMatchObject({
      code: 'projects.name_taken',
      params: { name: '翠湖花园' },
    })
    expect(await listProjects(ctx)).toHaveLength(1)
  })

  test('who may not manage projects is refused', async () => {
    const ctx = await testCtx()
    await expect(createProject(as(ctx, staff('worker')), input())).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  test('a suspended company may read and not write', async () => {
    const ctx = await testCtx()
    const suspended = await testCtx({
      db: ctx.db,
      company: { ...ctx.company, state: 'suspended' },
    })
    await expect(createProject(suspended, input())).rejects.toMatchObject({ code: 'company.suspended' })
    expect(await listProjects(suspended)).toEqual([])
  })

  test('an input that is malformed names its fields', async () => {
    const ctx = await testCtx()
    const bad = createProject(ctx, input({ name: '  ', type: 'castle' as never }))
    await expect(bad).rejects.toMatchObject({
      code: 'request.invalid',
      fields: [{ path: 'name' }, { path: 'type' }],
    })
  })
})
