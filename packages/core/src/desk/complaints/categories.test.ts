import { newId } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import type { ServiceLineFilter } from '../../estate/service-lines/index.ts'
import { as, beforeNextWrite, freshRequestId, staff, testCtx } from '../../testing.ts'
import {
  complaintCategorySeed,
  categoryCodes,
  complaintList,
  listCategories,
  recategorise,
  saveCategory,
  type SaveCategory,
} from './index.ts'
import { categoryDictionary } from './category-dictionary.ts'
import { deskRegisters, jobAt, of, ownerComplains, rowOf, scene } from './testing.ts'

/** A new one of the company's own; of the first level it is of a service line. */
function category(more: Partial<SaveCategory> = {}): SaveCategory {
  const first = !more.parentId && more.categoryId === undefined
  const line = first && ({ serviceLine: 'customer_service' } as const)
  return { requestId: freshRequestId(), categoryId: newId('ccat', 1), name: '宠物', ...line, ...more }
}

describe('categories', () => {
  test('a new company has the merged dictionary in two levels, once', async () => {
    const ctx = await testCtx()
    await complaintCategorySeed.seed(jobAt(ctx))
    await complaintCategorySeed.seed(jobAt(ctx))
    const all = await listCategories(ctx)
    expect(all.map(({ code }) => code).toSorted()).toEqual([...categoryCodes].toSorted())
    const ofCode = (code: string) => all.find((one) => one.code === code)
    expect(ofCode('lift')?.parentId).toBe(ofCode('facilities')?.id)
    expect(all.filter(({ aboutFees }) => aboutFees).map(({ code }) => code)).toEqual(['fees'])
  })

  test('each of the first level stands before what is under it, for staff and owners, wherever it was put', async () => {
    const place = await scene()
    const facilities = place.category('facilities')
    // Seeded with the same positions on both levels; one that was put away takes no order from what is under it.
    await saveCategory(place.admin, category({ categoryId: facilities, name: null, position: 90 }))
    await saveCategory(place.admin, category({ name: '拖延', parentId: place.category('services') }))
    const moved = categoryDictionary.filter(({ code }) => code !== 'facilities')
    const codes = [...moved, categoryDictionary[0]].flatMap(({ code, children }) => [
      code,
      ...children,
      ...(code === 'services' ? [null] : []),
    ])
    const seen = async (ctx: Ctx, archived = false) =>
      (await listCategories(ctx, { archived })).map(({ code }) => code)
    expect(await seen(place.admin)).toEqual(codes)
    expect(await seen(place.owner)).toEqual(codes.filter((code) => code !== 'misunderstanding'))
    await saveCategory(place.admin, category({ categoryId: facilities, name: null, archived: true }))
    expect(await seen(place.admin, true)).toEqual(codes)
    expect(await seen(place.admin)).toEqual(codes.filter((code) => code !== 'facilities'))
  })

  test('owners are not offered what only staff judge (认识不足), and cannot send it either', async () => {
    const place = await scene()
    const offered = await listCategories(place.owner)
    expect(offered.map(({ code }) => code)).not.toContain('misunderstanding')
    expect(offered.map(({ code }) => code)).toContain('other')
    const { rows } = await place.owner.db.client.execute(
      "SELECT id FROM complaint_categories WHERE code = 'misunderstanding'",
    )
    await expect(
      ownerComplains(place, place.owner, { categoryId: String(rows[0]?.id) }),
    ).rejects.toMatchObject({
      code: 'complaints.category_not_found',
    })
  })

  test('the company adds, renames and puts away', async () => {
    const ctx = await testCtx()
    const request = category()
    await saveCategory(ctx, request)
    await saveCategory(ctx, { ...request, requestId: freshRequestId(), name: '宠物管理' })
    expect(await listCategories(ctx)).toMatchObject([{ name: '宠物管理', code: null }])
    await saveCategory(ctx, { ...request, requestId: freshRequestId(), archived: true })
    expect(await listCategories(ctx)).toEqual([])
  })

  test('what was put away is found again by who asks for it, and can be taken up again; owners are never offered it', async () => {
    const place = await scene()
    const lift = { categoryId: place.category('lift'), name: null }
    await saveCategory(place.admin, category({ ...lift, archived: true }))
    const found = async (ctx: Ctx, archived: boolean) =>
      (await listCategories(ctx, { archived })).find(({ code }) => code === 'lift')
    expect(await found(place.admin, true)).toMatchObject({ archived: true, name: null })
    expect(await found(place.admin, false)).toBeUndefined()
    expect(await found(place.owner, true)).toBeUndefined()
    await saveCategory(place.admin, category({ ...lift, archived: false }))
    expect(await found(place.admin, false)).toMatchObject({ archived: false })
  })

  test('one of the product’s goes back to its own name in every language; one of the company’s needs a name', async () => {
    const place = await scene()
    const lift = { categoryId: place.category('lift') }
    await saveCategory(place.admin, category({ ...lift, name: '升降机' }))
    await saveCategory(place.admin, category({ ...lift, name: null }))
    const all = await listCategories(place.admin)
    expect(all.find(({ code }) => code === 'lift')).toMatchObject({ name: null })
    await expect(saveCategory(place.admin, category({ name: null }))).rejects.toMatchObject({
      code: 'complaints.category_unnamed',
    })
  })

  test('there is no third level', async () => {
    const ctx = await testCtx()
    const top = category()
    const below = category({ parentId: top.categoryId })
    await saveCategory(ctx, top)
    await saveCategory(ctx, below)
    await expect(saveCategory(ctx, category({ parentId: below.categoryId }))).rejects.toMatchObject({
      code: 'complaints.category_too_deep',
    })
    const other = category({ name: '另一类' })
    await saveCategory(ctx, other)
    const moved = { ...top, requestId: freshRequestId(), parentId: other.categoryId }
    await expect(saveCategory(ctx, moved)).rejects.toMatchObject({ code: 'complaints.category_too_deep' })
    const itself = { ...other, requestId: freshRequestId(), parentId: other.categoryId }
    await expect(saveCategory(ctx, itself)).rejects.toMatchObject({ code: 'complaints.category_too_deep' })
  })

  test('no two beside each other have one name in any language, whether the company or the product gave it', async () => {
    const place = await scene()
    const ctx = place.admin
    const below = (name: string | null, more = {}) =>
      category({ name, parentId: place.category('facilities'), ...more })
    const taken = { code: 'complaints.category_name_taken' }
    await saveCategory(ctx, below('充电桩'))
    for (const name of ['电梯', '電梯', 'Lifts', '充电桩'])
      await expect(saveCategory(ctx, below(name))).rejects.toMatchObject(taken)
    // The name may stand on the first level as well, or under another.
    await saveCategory(ctx, category({ name: '电梯' }))
    await saveCategory(ctx, category({ name: '电梯', parentId: place.category('services') }))
    // Renamed, the product's gives its name free, and cannot take it back once another has it.
    const lift = { categoryId: place.category('lift') }
    await saveCategory(ctx, below('升降机', lift))
    const own = below('电梯')
    await saveCategory(ctx, own)
    await expect(saveCategory(ctx, below(null, lift))).rejects.toMatchObject(taken)
    // One that is put away is in nobody's way, and comes back when no other has its name.
    await saveCategory(ctx, { ...own, requestId: freshRequestId(), archived: true })
    await saveCategory(ctx, below(null, lift))
    const back = { ...own, requestId: freshRequestId(), archived: false }
    await expect(saveCategory(ctx, back)).rejects.toMatchObject(taken)
  })

  test('nothing more comes under one that is put away, and what is there stays and can be changed', async () => {
    const place = await scene()
    const parentId = place.category('facilities')
    await saveCategory(place.admin, category({ categoryId: parentId, name: null, archived: true }))
    await expect(saveCategory(place.admin, category({ parentId }))).rejects.toMatchObject({
      code: 'complaints.category_not_found',
    })
    const lift = { categoryId: place.category('lift'), parentId }
    await saveCategory(place.admin, category({ ...lift, name: '升降机' }))
    const seen = (await listCategories(place.owner)).find(({ id }) => id === lift.categoryId)
    expect(seen).toMatchObject({ name: '升降机', parentId, parentCode: 'facilities', parentName: null })
  })

  test('what is not said of one stays as a colleague has just made it', async () => {
    const place = await scene()
    const ctx = place.admin
    const pets = category({ aboutFees: true, position: 7 })
    await saveCategory(ctx, pets)
    const save = (more: Partial<SaveCategory>) =>
      saveCategory(ctx, { requestId: freshRequestId(), categoryId: pets.categoryId, ...more })
    await save({ archived: true })
    await save({ name: '猫狗', parentId: place.category('other') })
    await save({ archived: false })
    const seen = (await listCategories(ctx)).find(({ id }) => id === pets.categoryId)
    expect(seen).toMatchObject({
      name: '猫狗',
      parentId: place.category('other'),
      aboutFees: true,
      position: 7,
      archived: false,
    })
  })

  test('one that comes to be about fees takes its open complaints along', async () => {
    const place = await scene()
    const id = await ownerComplains(place, place.owner)
    await saveCategory(
      place.admin,
      category({ categoryId: place.category('lift'), name: '电梯', aboutFees: true }),
    )
    expect((await rowOf(place.admin, id)).aboutFees).toBe(true)
  })

  test('one that comes to be about fees at that very moment takes what is registered or moved under it along', async () => {
    const place = await scene()
    const lift = category({ categoryId: place.category('lift'), name: '电梯' })
    const becomes = (aboutFees: boolean) =>
      saveCategory(place.admin, { ...lift, requestId: freshRequestId(), aboutFees })
    beforeNextWrite(place.admin, () => becomes(true))
    const id = await ownerComplains(place, place.owner)
    expect((await rowOf(place.admin, id)).aboutFees).toBe(true)
    beforeNextWrite(place.admin, () => becomes(false))
    const words = { categoryId: place.category('other'), text: '充电桩坏了三天没人修。' }
    const moved = await ownerComplains(place, place.owner, words)
    await recategorise(place.admin, { ...of(moved), categoryId: place.category('lift') })
    expect((await rowOf(place.admin, moved)).aboutFees).toBe(false)
    const other = await ownerComplains(place, place.owner, { categoryId: place.category('other') })
    beforeNextWrite(place.admin, () => becomes(true))
    await recategorise(place.admin, { ...of(other), categoryId: place.category('lift') })
    expect((await rowOf(place.admin, other)).aboutFees).toBe(true)
  })

  test('nothing comes under one that is put away at that very moment', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    const id = await ownerComplains(place, place.owner)
    const pets = category()
    const away = async () => {
      await saveCategory(place.admin, { ...pets, requestId: freshRequestId(), archived: false })
      beforeNextWrite(place.admin, () =>
        saveCategory(place.admin, { ...pets, requestId: freshRequestId(), archived: true }),
      )
    }
    const under = { categoryId: pets.categoryId }
    const notFound = { code: 'complaints.category_not_found' }
    await away()
    await expect(recategorise(desk, { ...of(id), ...under })).rejects.toMatchObject(notFound)
    await away()
    await expect(deskRegisters(place, desk, under)).rejects.toMatchObject(notFound)
    await away()
    await expect(ownerComplains(place, place.owner, under)).rejects.toMatchObject(notFound)
  })

  test('a new one of the first level is of a service line; what is below is of the same, wherever it comes from', async () => {
    const place = await scene()
    const ctx = place.admin
    const missing = { code: 'complaints.category_line_missing' }
    const lineOf = async (id: string) => (await listCategories(ctx)).find((one) => one.id === id)?.serviceLine
    const { serviceLine: _, ...without } = category()
    await expect(saveCategory(ctx, without)).rejects.toMatchObject(missing)
    const top = category({ serviceLine: 'greenery' })
    await saveCategory(ctx, top)
    const below = category({ name: '草坪', parentId: top.categoryId })
    await saveCategory(ctx, below)
    expect(await lineOf(below.categoryId)).toBe('greenery')
    const change = (more: Partial<SaveCategory>) =>
      saveCategory(ctx, { requestId: freshRequestId(), categoryId: below.categoryId, ...more })
    await expect(change({ serviceLine: 'cleaning' })).rejects.toMatchObject({
      code: 'complaints.category_line_inherited',
    })
    await expect(change({ parentId: null })).rejects.toMatchObject(missing)
    await change({ parentId: null, serviceLine: 'cleaning' })
    expect(await lineOf(below.categoryId)).toBe('cleaning')
    await change({ name: '保洁' })
    expect(await lineOf(below.categoryId)).toBe('cleaning')
    await change({ parentId: top.categoryId })
    expect(await lineOf(below.categoryId)).toBe('greenery')
  })

  test('one of before without a line stays as it is until a line is chosen, and its complaints are found as such', async () => {
    const place = await scene()
    const ctx = place.admin
    const own = category()
    await saveCategory(ctx, own)
    await ctx.db.client.execute({
      sql: 'UPDATE complaint_categories SET service_line = NULL WHERE id = ?',
      args: [own.categoryId],
    })
    const change = (more: Partial<SaveCategory>) =>
      saveCategory(ctx, { requestId: freshRequestId(), categoryId: own.categoryId, ...more })
    await change({ name: '猫狗', parentId: null })
    const id = await ownerComplains(place, place.owner, { categoryId: own.categoryId })
    const lift = await ownerComplains(place, place.owner, { text: '电梯早上停了半小时。' })
    const found = async (serviceLine: ServiceLineFilter) =>
      (await complaintList.page(ctx, { view: 'all', serviceLine })).items.map((one) => one.id)
    expect(await found('unset')).toEqual([id])
    expect(await found('building_equipment')).toEqual([lift])
    await change({ serviceLine: 'security' })
    expect(await found('unset')).toEqual([])
    expect(await found('security')).toEqual([id])
  })

  test('only who keeps the company’s settings may change them', async () => {
    const ctx = await testCtx()
    const manager = as(ctx, staff('project_manager'))
    await expect(saveCategory(manager, category())).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
