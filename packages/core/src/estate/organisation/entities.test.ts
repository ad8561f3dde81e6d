import { newId } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import { as, beforeNextWrite, freshRequestId, staff, testCtx, testNow } from '../../testing.ts'
import { createProject } from '../projects/index.ts'
import {
  addEntity,
  changeEntity,
  closeEntity,
  firstEntityId,
  readOrganisation,
  type ChangeEntity,
} from './index.ts'
import { anotherEntity } from './testing.ts'

const creditCode = '91440300708461136T'
type Place = Awaited<ReturnType<typeof testCtx>>
const change = (ctx: Place, entityId: string, more: Partial<ChangeEntity> = {}) =>
  changeEntity(ctx, {
    requestId: freshRequestId(),
    entityId,
    name: '和润湖北物业',
    seriesCode: 'HB',
    ...more,
  })
const close = (ctx: Place, entityId: string, closedOn: string | null = '2026-11-22') =>
  closeEntity(ctx, { requestId: freshRequestId(), entityId, closedOn })

describe('legal entities', () => {
  test('are added with a series of their own, changed, closed and opened again', async () => {
    const ctx = await testCtx()
    const id = await anotherEntity(ctx, { creditCode, address: '武汉市', phone: '027-1', seriesCode: 'hb' })
    expect((await readOrganisation(ctx)).entities).toMatchObject([
      { id: firstEntityId, name: '测试物业', seriesCode: '' },
      { id, creditCode, seriesCode: 'HB', address: '武汉市', openedOn: null, closedOn: null },
    ])
    await change(ctx, id, { name: '和润武汉物业', seriesCode: 'WH' })
    await change(ctx, firstEntityId, { name: '和润物业有限公司', seriesCode: '' })
    await close(ctx, id)
    expect((await readOrganisation(ctx)).entities).toMatchObject([
      { name: '和润物业有限公司', seriesCode: '' },
      { name: '和润武汉物业', creditCode: '', seriesCode: 'WH', closedOn: '2026-11-22' },
    ])
    await close(ctx, id, null)
    expect((await readOrganisation(ctx)).entities).toMatchObject([{}, { closedOn: null }])
  })

  test('no two have one name, one credit code or one series; only the first can do without a code', async () => {
    const ctx = await testCtx()
    const id = await anotherEntity(ctx, { creditCode })
    const code = (kind: string) => ({ code: `organisation.${kind}` })
    const other = { name: '和润湖南物业', seriesCode: 'HN' }
    await expect(anotherEntity(ctx, { ...other, name: '测试物业' })).rejects.toMatchObject(
      code('entity_name_taken'),
    )
    await expect(anotherEntity(ctx, { ...other, creditCode })).rejects.toMatchObject(
      code('credit_code_taken'),
    )
    await expect(anotherEntity(ctx, { ...other, seriesCode: 'HB' })).rejects.toMatchObject(
      code('series_taken'),
    )
    await expect(change(ctx, id, { seriesCode: '' })).rejects.toMatchObject(code('series_needed'))
    await close(ctx, id)
    await expect(anotherEntity(ctx, { ...other, seriesCode: 'HB' })).rejects.toMatchObject(
      code('series_taken'),
    )
  })

  test.each([
    ['creditCode', '91440300708461136X'],
    ['seriesCode', 'A'],
    ['seriesCode', '湖北'],
    ['seriesCode', 'ABCDEFG'],
  ])('a malformed %s, %s, is named', async (path, value) => {
    const ctx = await testCtx()
    await expect(anotherEntity(ctx, { [path]: value })).rejects.toMatchObject({ fields: [{ path }] })
  })

  test('one with projects, now or soon, stays open', async () => {
    const ctx = await testCtx()
    const entityId = await anotherEntity(ctx)
    const projectId = newId('proj', testNow)
    const project = { requestId: freshRequestId(), projectId, name: '云顶', type: 'villa' } as const
    await createProject(ctx, { ...project, entityId })
    await expect(close(ctx, entityId)).rejects.toMatchObject({ code: 'organisation.entity_has_projects' })
    await close(ctx, firstEntityId)
  })

  test('one stays open: the company receives in somebody’s name', async () => {
    const ctx = await testCtx()
    const last = { code: 'organisation.last_entity' }
    await expect(close(ctx, firstEntityId)).rejects.toMatchObject(last)
    const entityId = await anotherEntity(ctx, { openedOn: '2026-12-01' })
    await expect(close(ctx, firstEntityId)).rejects.toMatchObject(last)
    await change(ctx, entityId, { openedOn: '2026-11-22' })
    beforeNextWrite(ctx, () => close(ctx, entityId))
    await expect(close(ctx, firstEntityId)).rejects.toMatchObject(last)
    await close(ctx, entityId, null)
    await close(ctx, firstEntityId)
  })

  test('a project for which none is named begins with the one that is open', async () => {
    const ctx = await testCtx()
    const begin = async (name: string) => {
      const projectId = newId('proj', testNow)
      await createProject(ctx, { requestId: freshRequestId(), projectId, name, type: 'villa' })
      const { projects } = await readOrganisation(ctx)
      return projects.find((one) => one.projectId === projectId)?.entities
    }
    const entityId = await anotherEntity(ctx)
    await close(ctx, firstEntityId)
    expect(await begin('云顶')).toEqual([{ entityId, fromOn: null }])
    // Of before it was refused to close the last one.
    await ctx.db.client.execute("UPDATE legal_entities SET closed_on = '2026-11-22'")
    await expect(begin('翠湖')).rejects.toMatchObject({ code: 'organisation.no_entity' })
  })

  test('a name is free once who had it has closed, and then who had it does not open under it', async () => {
    const ctx = await testCtx()
    const entityId = await anotherEntity(ctx)
    await close(ctx, entityId)
    const other = await anotherEntity(ctx, { seriesCode: 'HN' })
    await expect(close(ctx, entityId, null)).rejects.toMatchObject({ code: 'organisation.entity_name_taken' })
    await change(ctx, other, { name: '和润湖南物业', seriesCode: 'HN' })
    await close(ctx, entityId, null)
    // The first is called as the company is, while nobody has named it.
    await close(ctx, firstEntityId)
    await change(ctx, other, { name: '测试物业', seriesCode: 'HN' })
    await expect(close(ctx, firstEntityId, null)).rejects.toMatchObject({
      code: 'organisation.entity_name_taken',
    })
  })

  test('one opens no later than its projects are its own, and does not close before', async () => {
    const ctx = await testCtx()
    const entityId = await anotherEntity(ctx, { openedOn: '2026-10-01' })
    await expect(close(ctx, entityId, '2026-09-30')).rejects.toMatchObject({
      code: 'organisation.closed_before_opened',
    })
    await close(ctx, entityId, '2026-11-01')
    await expect(change(ctx, entityId, { openedOn: '2026-11-02' })).rejects.toMatchObject({
      code: 'organisation.closed_before_opened',
    })
    await close(ctx, entityId, null)
    const projectId = newId('proj', testNow)
    const project = { requestId: freshRequestId(), projectId, name: '云顶', type: 'villa' } as const
    await createProject(ctx, { ...project, entityId })
    await expect(change(ctx, entityId, { openedOn: '2026-11-23' })).rejects.toMatchObject({
      code: 'organisation.opened_after_use',
    })
    await change(ctx, entityId, { openedOn: '2026-11-22' })
  })

  test('only who manages the organisation changes them; the log says so', async () => {
    const ctx = await testCtx()
    const other = as(ctx, staff('accountant'))
    const input = { requestId: freshRequestId(), entityId: newId('entity', 1), name: '甲', seriesCode: 'AA' }
    await expect(addEntity(other, input)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(change(other, firstEntityId)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(close(other, firstEntityId)).rejects.toMatchObject({ kind: 'forbidden' })
    await addEntity(ctx, input)
    expect(await addEntity(ctx, input)).toEqual({ entityId: input.entityId })
    const { rows } = await ctx.db.client.execute('SELECT action, detail_json FROM audit_log')
    expect(rows.map(({ action, detail_json }) => [action, detail_json])).toEqual([
      ['organisation.entity_added', '{"seriesCode":"AA"}'],
    ])
  })
})
