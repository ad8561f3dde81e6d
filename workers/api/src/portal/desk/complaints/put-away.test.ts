import { listCategories, saveCategory, type Category } from '@heju/core/desk/complaints'
import { freshRequestId } from '@heju/core/testing'
import { newId } from '@heju/kernel'
import { beforeAll, expect, test } from 'vitest'
import { complaintScene, formOn as form, jpeg, type ComplaintScene } from './testing.ts'

let scene: ComplaintScene
let all: Category[]
beforeAll(async () => {
  scene = await complaintScene()
  all = await listCategories(scene.ctx)
})

const words = '电梯早上停了半小时，老人上不了楼。'
const category = (code: string) => all.find((one) => one.code === code)!
const putAway = ({ id: categoryId, name, parentId, aboutFees, position }: Category, archived = true) => {
  const stays = { categoryId, name, parentId, aboutFees, position }
  return saveCategory(scene.ctx, { requestId: freshRequestId(), ...stays, archived })
}
const newForm = async () => form(await scene.read('/portal/complaints/new'), '/portal/complaints')

test('a category that is put away while its owner writes is chosen anew, with the words and photos still there', async () => {
  const fields = await newForm()
  await putAway(category('lift'))
  const filled = { ...fields, categoryId: [scene.categoryId], text: [words], wish: ['尽快修好'] }
  const refused = await scene.upload('/portal/complaints', filled, [jpeg(1), jpeg(2)])
  const page = await refused.text()
  await putAway(category('lift'), false)
  expect(refused.status).toBe(422)
  expect(page).toMatch(/<select id="categoryId"[^>]*aria-invalid="true"/)
  expect(page).toContain('这个投诉类别已停用。请重新选择类别。')
  expect(page).toContain(words)
  expect(page).toContain('尽快修好')
  const again = form(page, '/portal/complaints')
  expect(again.fileId).toHaveLength(2)
  const sent = await scene.upload(
    '/portal/complaints',
    { ...again, categoryId: [category('water').id], text: [words] },
    [],
  )
  expect(sent.status).toBe(303)
  const path = new URL(sent.headers.get('location') ?? '', 'https://x').pathname
  expect(new Set((await scene.read(path)).match(/\/photos\/\w+/g)).size).toBe(2)
})

test('a room that is no more the owner’s is chosen anew, and the only one left is not taken without a word', async () => {
  const fields = { ...(await newForm()), categoryId: [scene.categoryId], text: [words] }
  const roomId = [scene.place.rooms[1]!.roomId]
  const refused = await scene.upload('/portal/complaints', { ...fields, roomId }, [])
  const page = await refused.text()
  expect(refused.status).toBe(422)
  expect(page).toMatch(/<select id="roomId"[^>]*aria-invalid="true"[^>]*><option value="">请选择房屋/)
  expect(page).toContain('这套房屋不在您名下')
  expect(page).toContain(words)
})

test('what stands under a category that was put away is still offered, under a name that is no choice', async () => {
  const own = newId('ccat', scene.ctx.now)
  const save = { requestId: freshRequestId(), categoryId: own, name: '电梯广告' }
  const { id: parentId } = category('facilities')
  await saveCategory(scene.ctx, { ...save, parentId })
  const underStaffs = { ...save, requestId: freshRequestId(), categoryId: newId('ccat', scene.ctx.now + 1) }
  await saveCategory(scene.ctx, { ...underStaffs, name: '说不清', parentId: category('misunderstanding').id })
  await putAway(category('facilities'))
  const page = await scene.read('/portal/complaints/new')
  await putAway(category('facilities'), false)
  const group = /<optgroup label="设施设备">(.*?)<\/optgroup>/s.exec(page)?.[1] ?? ''
  expect(group).toContain(`<option value="${scene.categoryId}">电梯</option>`)
  expect(group).toContain(`<option value="${own}">电梯广告</option>`)
  expect(page).not.toContain(parentId)
  expect(page).not.toMatch(/说不清|认识/)
})
