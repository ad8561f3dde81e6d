import { dimensions } from '@heju/core/insight/satisfaction'
import { openNow, roundOf } from '@heju/core/insight/satisfaction/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import { portalScene, type PortalScene } from '../testing.ts'

let scene: PortalScene
let path: string

beforeAll(async () => {
  scene = await portalScene()
  const { period } = await openNow(scene.ctx)
  path = `/portal/survey/${await roundOf(scene.ctx, scene.place.projectId, period)}/${scene.place.rooms[0]!.roomId}`
})

const hidden = (page: string) =>
  Object.fromEntries(
    [...page.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name!,
      value!,
    ]),
  )
const all = (expected: string, perceived: string) =>
  Object.fromEntries(
    dimensions.flatMap((each) => [
      [`expected.${each}`, expected],
      [`perceived.${each}`, perceived],
    ]),
  )
const answers = async () => (await scene.ctx.db.client.execute('SELECT * FROM survey_answers')).rows

test('who answers a survey that was closed meanwhile is told that it is closed', async () => {
  const page = await scene.read(path)
  const set = (at: number) =>
    scene.ctx.db.client.execute({ sql: 'UPDATE survey_rounds SET closes_at = ?', args: [at] })
  const { rows } = await scene.ctx.db.client.execute('SELECT closes_at AS at FROM survey_rounds')
  await set(scene.ctx.now - 1)
  const refused = await scene.post(path, { ...hidden(page), ...all('5', '4') })
  await set(Number(rows[0]!['at']))
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain('这次调查已经结束')
})

describe('the survey in the portal', () => {
  test('is offered on the first page until it is answered', async () => {
    expect(await scene.read('/portal')).toContain(path)
    const one = await scene.get('/portal/survey')
    expect(one.headers.get('location')).toBe(path)
  })

  test('a row left out is marked, what was chosen stays, and nothing is taken in', async () => {
    const page = await scene.read(path)
    const { 'perceived.quiet': _, ...most } = all('5', '4')
    const refused = await scene.post(path, { ...hidden(page), ...most, comment: '夜里太吵' })
    const again = await refused.text()
    expect(refused.status).toBe(422)
    expect(again.match(/class="card dimension missing"/g)).toHaveLength(1)
    expect(again).toContain('夜里太吵')
    expect(again.match(/ checked=""/g)).toHaveLength(11)
    expect(await answers()).toEqual([])
  })

  test('a whole answer is thanked for, once, however often the button was tapped', async () => {
    const fields = { ...hidden(await scene.read(path)), ...all('5', '4'), loyalty: '4', named: 'yes' }
    const [first, second] = [await scene.post(path, fields), await scene.post(path, fields)]
    expect([first.status, first.headers.get('location')]).toEqual([303, `${path}/thanks`])
    expect(second.headers.get('location')).toBe(`${path}/thanks`)
    expect(await scene.read(`${path}/thanks`)).toContain('谢谢您')
    expect(await answers()).toMatchObject([
      { all_expected: 30, all_perceived: 24, loyalty: 4, named: 1, channel: 'portal' },
    ])
    expect(await scene.read('/portal')).not.toContain(path)
  })

  test('who found something poor is told how to have it dealt with, and may answer again', async () => {
    const page = await scene.read(path)
    expect(page).toContain('以最后一次为准')
    const low = await scene.post(path, { ...hidden(page), ...all('5', '2') })
    expect(low.headers.get('location')).toBe(`${path}/thanks?low`)
    expect(await scene.read(`${path}/thanks?low`)).toContain('/portal/complaints/new')
    expect(await answers()).toHaveLength(2)
  })

  test('the form out of the history with other answers is answered anew, once', async () => {
    const fields = { ...hidden(await scene.read(path)), ...all('5', '3') }
    for (const [expected, perceived] of [
      ['5', '3'],
      ['5', '5'],
      ['5', '5'],
    ] as const)
      expect((await scene.post(path, { ...fields, ...all(expected, perceived) })).status).toBe(303)
    expect((await answers()).map((row) => row.all_perceived).toSorted()).toEqual([12, 18, 24, 30])
  })

  test('who goes back to what they answered first has that counted, and not what they answered in between', async () => {
    const fields = hidden(await scene.read(path))
    const counts = async () => {
      const { rows } = await scene.ctx.db.client.execute(
        'SELECT all_perceived FROM survey_answers a JOIN survey_households h ON h.answer_id = a.id',
      )
      return rows.map((row) => row.all_perceived)
    }
    for (const [perceived, sum] of [
      ['1', 6],
      ['5', 30],
      ['1', 6],
      ['1', 6],
      ['5', 30],
    ] as const) {
      expect((await scene.post(path, { ...fields, ...all('5', perceived) })).status).toBe(303)
      expect(await counts()).toEqual([sum])
    }
    // Sent again while it counts, an answer is the same one.
    expect(await answers()).toHaveLength(8)
  })

  test('of two who answer at the same moment each is taken once, whichever counts', async () => {
    const given = (await answers()).length
    const fields = hidden(await scene.read(path))
    const sent = ['2', '3'].map((perceived) => scene.post(path, { ...fields, ...all('5', perceived) }))
    expect((await Promise.all(sent)).map(({ status }) => status)).toEqual([303, 303])
    // Which of them was the first is not for a test to say.
    expect(
      (await answers())
        .slice(given)
        .map((row) => row.all_perceived)
        .toSorted(),
    ).toEqual([12, 18])
  })
})
