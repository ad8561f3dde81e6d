import { beforeAll, describe, expect, test } from 'vitest'
import { complaintScene, formOn as form, jpeg, type ComplaintScene, type FormFields } from './testing.ts'

describe('an owner whose photos are more than fit', () => {
  let scene: ComplaintScene
  let upload: ComplaintScene['upload']
  let categoryId: string
  beforeAll(async () => {
    scene = await complaintScene()
    ;({ upload, categoryId } = scene)
  })
  const photosOn = async (path: string) => new Set((await scene.read(path)).match(/\/photos\/\w+/g)).size
  const many = (count: number, from = 20) => Array.from({ length: count }, (_, n) => jpeg(from + n))
  const send = async (text: string, photos: readonly Uint8Array[]) => {
    const asked = form(await scene.read('/portal/complaints/new'), '/portal/complaints')
    return upload('/portal/complaints', { ...asked, categoryId: [categoryId], text: [text] }, photos)
  }
  /** Photos that their owner sent and did not use, as far as they count. */
  const unused = async () => {
    const { rows } = await scene.ctx.db.client.execute({
      sql: 'SELECT count(*) AS n FROM files WHERE subject_id IS NULL AND created_at > ?',
      args: [scene.ctx.now - 60 * 60_000],
    })
    return Number(rows[0]!['n'])
  }
  const led = (answer: Response) => answer.headers.get('location') ?? ''

  test('on a new matter keeps the first nine in the form and all words, sees them, and leaves out what is not wanted', async () => {
    const text = '外墙砖掉下来了，很危险'
    const refused = await send(text, many(12))
    const page = await refused.text()
    expect(refused.status).toBe(422)
    expect(page).toContain('照片最多 9 张，还没有提交。前面 9 张已经收下，后面 3 张没有收。')
    expect(page).toContain(text)
    const again = form(page, '/portal/complaints')
    expect(again.fileId).toHaveLength(9)
    expect(page.match(/<input type="checkbox" name="dropFileId"/g)).toHaveLength(9)
    expect(again.dropFileId).toBeUndefined()
    // Each is shown to who sent it, and to nobody else.
    const shown = await scene.get(`/portal/photos/${again.fileId![0]}`)
    expect([shown.status, new Uint8Array(await shown.arrayBuffer())]).toEqual([200, jpeg(20)])
    expect((await scene.get(`/portal/photos/${again.fileId![0]}`, 1)).status).toBe(404)

    const dropFileId = again.fileId!.slice(0, 2)
    const filled = { categoryId: [categoryId], text: [text] }
    const changed = { ...again, ...filled, dropFileId }
    // Two places are free by that, and three come.
    const oneMore = await upload('/portal/complaints', changed, many(3, 30))
    expect(await oneMore.clone().text()).toContain('前面 9 张已经收下，后面 1 张没有收')
    const last: FormFields = { ...form(await oneMore.text(), '/portal/complaints'), ...filled }
    expect(last.fileId).toEqual(expect.arrayContaining(again.fileId!.slice(2)))
    const sent = await upload('/portal/complaints', last, [])
    expect([sent.status, await photosOn(led(sent))]).toEqual([303, 9])
    expect((await scene.get(`/portal/photos/${last.fileId![0]}`)).status).toBe(404)
  })

  test('takes photos off as often as they come, and may bring others still', async () => {
    const asked = form(await scene.read('/portal/complaints/new', 1), '/portal/complaints')
    // Ten things a day are more than these tests report: too many photos keep the form.
    const bring = (fields: FormFields, from: number) =>
      upload(
        '/portal/complaints',
        { ...asked, ...fields, categoryId: [categoryId], text: ['井盖松动了，会绊人'] },
        many(10, from),
        1,
      )
    let page = await (await bring({}, 0)).text()
    for (let n = 1; n < 5; n++) {
      const { fileId = [] } = form(page, '/portal/complaints')
      expect([n, fileId.length]).toEqual([n, 9])
      page = await (await bring({ fileId, dropFileId: fileId }, 10 * n)).text()
    }
    expect(page).toContain('前面 9 张已经收下，后面 1 张没有收')
  })

  test('who says too little is told that the photos are to be chosen again', async () => {
    const refused = await send('坏了', many(2))
    expect(await refused.text()).toContain('这次选的照片没有收下，请重新选择')
    expect(await (await send('坏了', [])).text()).not.toContain('请重新选择')
  })

  test('on a matter that is full has the words taken and is told of the photos; with photos alone, that none fits', async () => {
    const path = new URL(led(await send('地下室的水泵一直响', many(9))), 'https://x').pathname
    const full = await scene.read(path)
    expect(full).toContain('这件事已经有 9 张照片，最多就是 9 张，不能再加')
    expect(full).not.toContain('type="file"')
    const fields = form(full, `${path}/words`)
    const words = await upload(`${path}/words`, { ...fields, words: ['今天更响了'] }, many(1, 40))
    expect(led(words)).toBe(`${path}?said=words&kept=0&left=1`)
    const told = await scene.read(led(words))
    expect(told).toMatch(/已补充，处理的人会看到。 一件事最多 9 张照片：这次的 1 张没有加上。/)
    expect(told).toContain('今天更响了')
    const alone = await upload(`${path}/words`, { ...fields, words: [''] }, many(2, 50))
    const said = await alone.text()
    expect([alone.status, said]).toEqual([409, expect.stringContaining('这次的照片一张也加不上')])
    // The page begins with it, and leads to the form below.
    expect(said.indexOf('这次的照片一张也加不上')).toBeLessThan(said.indexOf('<h2>进展</h2>'))
    expect(said).toMatch(/role="alert">[^<]*<a href="#add">查看补充的内容<\/a>/)
    expect(said).toMatch(/<details class="card" id="add" open/)
    const empty = await (await upload(`${path}/words`, { ...fields, words: [' '] }, [])).text()
    expect([empty.includes('请写几句说明。'), empty.includes('或选择照片')]).toEqual([true, false])
    // Refused for something else, the photos are let go of as well, and their owner reads it.
    const before = await unused()
    const long = await upload(`${path}/words`, { ...fields, words: ['长'.repeat(1001)] }, many(2, 55))
    const unfit = await long.text()
    expect([long.status, unfit]).toEqual([422, expect.stringContaining('您选的 2 张照片没有加上。')])
    expect(form(unfit, `${path}/words`).fileId).toBeUndefined()
    expect(await unused()).toBe(before)
    // What can never be added goes not along with the next try.
    const again = form(said, `${path}/words`)
    expect(again.fileId).toBeUndefined()
    expect(led(await upload(`${path}/words`, { ...again, words: ['写成文字'] }, []))).toBe(
      `${path}?said=words`,
    )
  })

  test('on a matter with some room has the first kept, also of more than a form takes', async () => {
    const path = new URL(led(await send('水管又漏了，快来', many(7))), 'https://x').pathname
    const page = await scene.read(path)
    expect(page).toContain('照片（可不传，最多 2 张）')
    const fields = form(page, `${path}/words`)
    const words = await upload(`${path}/words`, { ...fields, words: ['看照片'] }, many(11, 60))
    expect(led(words)).toBe(`${path}?said=words&kept=2&left=9`)
    expect(await scene.read(led(words))).toContain('这次加上了前 2 张，后面 9 张没有加上')
    expect(await photosOn(path)).toBe(9)
    for (const lie of ['kept=x&left=3.5', 'kept=-1&left=-2', 'left=9999', 'kept=10&left=1', 'left=99'])
      expect(await scene.read(`${path}?said=words&${lie}`)).not.toContain('没有加上')
  })

  test('added without words are told as photos; said again, a full matter offers words alone', async () => {
    const text = '车棚的灯整夜亮着，浪费电'
    const path = new URL(led(await send(text, many(8))), 'https://x').pathname
    const again = await scene.read(led(await send(text, [])))
    expect(again).toContain('要补照片或说明，请在下面补充')
    const fields = form(again, `${path}/words`)
    await upload(`${path}/words`, { ...fields, words: [''] }, many(1, 70))
    const page = await scene.read(path)
    expect([page.includes('您补充了照片。'), page.includes('您补充了说明。')]).toEqual([true, false])
    const full = await scene.read(led(await send(text, [])))
    expect([full.includes('要补充说明，请写在下面。'), full.includes('要补照片')]).toEqual([true, false])
  })
})
