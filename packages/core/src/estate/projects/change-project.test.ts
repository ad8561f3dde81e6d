import { newId } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import { as, freshRequestId, staff, testCtx, testNow } from '../../testing.ts'
import { changeProject, createProject, listProjects, type ChangeProject } from './index.ts'

async function start() {
  const ctx = await testCtx()
  const create = async (name: string) => {
    const projectId = newId('proj', testNow)
    await createProject(ctx, { requestId: freshRequestId(), projectId, name, type: 'residential' })
    return projectId
  }
  const input = (projectId: string, more: Partial<ChangeProject> = {}): ChangeProject => ({
    requestId: freshRequestId(),
    projectId,
    name: '翠湖花园',
    type: 'residential',
    serviceMode: 'custom',
    priceRegime: 'guided',
    ...more,
  })
  return { ctx, create, input }
}

describe('changeProject', () => {
  test('changes all that is known of a project, also its own name in place', async () => {
    const { ctx, create, input } = await start()
    const projectId = await create('翠湖花园')
    const change = {
      type: 'mixed',
      serviceMode: 'butler',
      priceRegime: 'market',
      address: '解放路 1 号',
      phone: '0755-83210000',
    } as const
    await changeProject(ctx, input(projectId, change))
    expect(await listProjects(ctx)).toMatchObject([{ id: projectId, name: '翠湖花园', ...change }])
    await changeProject(ctx, input(projectId, { name: '翠湖花园一期' }))
    expect(await listProjects(ctx)).toMatchObject([{ name: '翠湖花园一期', type: 'residential', phone: '' }])
  })

  test('the name of another project is refused, and nothing is written', async () => {
    const { ctx, create, input } = await start()
    const projectId = await create('翠湖花园')
    await create('云顶公寓')
    await expect(changeProject(ctx, input(projectId, { name: '云顶公寓' }))).rejects.toMatchObject({
      code: 'projects.name_taken',
      params: { name: '云顶公寓' },
    })
    expect((await listProjects(ctx)).map(({ name }) => name)).toEqual(['云顶公寓', '翠湖花园'])
  })

  test('a project that is not there is told from one that may not be changed', async () => {
    const { ctx, create, input } = await start()
    const projectId = await create('翠湖花园')
    await expect(changeProject(ctx, input(newId('proj', testNow)))).rejects.toMatchObject({
      code: 'projects.not_found',
    })
    await expect(changeProject(as(ctx, staff('project_manager')), input(projectId))).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})
