import { newId } from '@heju/kernel'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { as, freshRequestId, testCtx } from '../../testing.ts'
import { createProject } from '../projects/index.ts'
import { answerImport, applyImport, listPayers, previewImport } from './index.ts'
import type { ImportSummary } from './schemas.ts'
import { confirmAsItIs } from './testing.ts'

/*
 * A place that somebody left out, and did not take back, is left out or asked about again, whatever else was answered before
 * and after, and however often; nothing else is left out; and nobody of its rows comes in but where that was in sight.
 */

const headings = '苑区,组别,楼栋,房号,姓名,入住日期,到期日,车位'
const row = fc.record({
  estate: fc.constantFrom('', '丁香苑', '丁香苑', '牡丹苑'),
  group: fc.constantFrom('', '甲', '乙', '乙'),
  room: fc.constantFrom('101', '102'),
  from: fc.constantFrom('', '', '2026-03-10'),
  expires: fc.constantFrom('', '', '2027-01-31'),
  spaces: fc.constantFrom('', '', 'C1', 'C1、C2'),
})
const step = fc.record({
  question: fc.nat(),
  /** Also an empty one, which takes the answer before back. */
  choice: fc.nat(),
  place: fc.constantFrom('leave', 'leave', 'take back', 'nothing', 'right'),
  at: fc.nat(),
})

let ctx: Ctx
beforeAll(async () => {
  ctx = await testCtx()
})

async function start() {
  const projectId = newId('proj', ctx.now)
  const name = `和居${projectId}`
  await createProject(ctx, { requestId: freshRequestId(), projectId, name, type: 'residential' })
  const asked = (importId: string) => ({ requestId: freshRequestId(), importId: importId as never })
  const preview = (lines: readonly string[], head = headings) => {
    const file = new TextEncoder().encode([head, ...lines].join('\n'))
    return previewImport(ctx, { ...asked(newId('imp', ctx.now)), projectId, fileName: '登记.csv' }, file)
  }
  const say = (found: ImportSummary, answers: { id: string; answer: string }[]) =>
    answerImport(ctx, { ...asked(found.id), answers })
  const take = async (found: ImportSummary) => {
    await confirmAsItIs(ctx, { ...asked(found.id), leaveBadRows: true })
    await applyImport(as(ctx, { kind: 'job', id: 'outbox' }), { importId: found.id as never })
  }
  const right = (found: ImportSummary) =>
    say(
      found,
      found.questions.flatMap(({ id, about }) => (about === 'payers' ? [{ id, answer: 'right' }] : [])),
    )
  const there = async () => {
    const { rows } = await ctx.db.client.execute({
      sql: `SELECT iif(o.room_id IS NULL, 'parking ', 'room ') || p.name AS who FROM occupancies o
        JOIN people p ON p.id = o.person_id WHERE o.project_id = ?`,
      args: [projectId],
    })
    return new Set(rows.map(({ who }) => String(who)))
  }
  return { preview, say, take, right, there }
}

/** The rows that name a place that is left out. */
async function namingRowsOf(importId: string, place: string): Promise<Set<string>> {
  const { rows } = await ctx.db.client.execute({
    sql: `SELECT naming.value ->> 'row' AS at FROM import_jobs j, json_each(j.questions_json) q,
      json_each(q.value -> 'naming') naming WHERE j.id = ? AND q.value ->> 'id' = ?`,
    args: [importId, `place:${place}`],
  })
  return new Set(rows.map(({ at }) => rowOf(place, Number(at))))
}

test('nothing but what was left out is out, and nobody of its rows comes in unseen, whatever is said besides', async () => {
  const seen = { left: 0, otherwise: 0, back: 0, came: 0 }
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 2, maxLength: 4 }),
      fc.array(step, { minLength: 3, maxLength: 9 }),
      async (rows, steps) => {
        const { preview, say, take, right, there } = await start()
        await take(
          await right(
            await preview(['1,101,赵六,2020-01-01,2026-01-31'], '楼栋,房号,姓名,入住日期,搬离日期'),
          ),
        )
        const name = (at: number) => `${'甲乙丙丁'[at]}某某`
        let found = await preview(
          rows.map(({ estate, group, room, from, expires, spaces }, at) =>
            [estate, group, '1', room, name(at), from, expires, spaces].join(),
          ),
        )
        const linesNow = async () => (await listPayers(ctx, { importId: found.id as never })).items
        const places = () => found.questions.filter(({ about }) => about === 'place')
        const leftNow = () =>
          new Set(
            places().flatMap(({ id, tellOf }) => (tellOf === undefined ? [id.slice('place:'.length)] : [])),
          )
        const before = () =>
          JSON.stringify(places().flatMap(({ tellOf }) => (tellOf === undefined ? [] : [tellOf])))
        /**
         * What was left out, each with its rows at that time: `room 2`. It was left in that reading: taken back in another, where
         * other rows name it, it is out again once the same ones do.
         */
        let left: { place: string; its: Set<string> }[] = []
        const whatWasSeen = new Set<string>()
        const check = async () => {
          const out = leftNow()
          const { payers, answer = null } = found.questions.find(({ about }) => about === 'payers') ?? {}
          const lines = payers === undefined ? [] : await linesNow()
          for (const place of out) expect(left.map((one) => one.place)).toContain(place)
          for (const { place, sources, leftBefore } of lines) {
            const told = new Set(sources.map((source) => rowOf(place, source.row)))
            const isOfLeft = left.some(
              ({ place: other, its }) =>
                !(out.has(other) && other !== place) && [...its].some((one) => told.has(one)),
            )
            // Whatever its rows tell of is out, or marked as what is to be looked at again.
            if (isOfLeft) expect([place, out.has(place) || leftBefore]).toEqual([place, true])
            if (leftBefore) seen.otherwise += 1
          }
          if (answer !== null) expect([...whatWasSeen]).toContain(before())
        }
        for (const { question, choice, place, at } of steps) {
          const open = found.questions.filter(({ about }) => about !== 'payers' && about !== 'place')
          const one = open[question % open.length]
          const answers = ['', ...(one?.choices ?? [])]
          if (one) found = await say(found, [{ id: one.id, answer: answers[choice % answers.length]! }])
          await check()
          if (place === 'right' && found.questions.some(({ about }) => about === 'payers')) {
            whatWasSeen.add(before())
            found = await right(found)
            await check()
          }
          const items = await linesNow()
          const line = items[at % items.length]
          const ticked = leftNow()
          const isBack = place === 'take back'
          if (line === undefined || !['leave', 'take back'].includes(place)) continue
          if (isBack && !ticked.has(line.place)) continue
          const rowsOut = isBack ? await namingRowsOf(found.id, line.place) : null
          found = await say(found, [{ id: `place:${line.place}`, answer: isBack ? '' : 'leave' }])
          if (isBack) ticked.delete(line.place)
          else ticked.add(line.place)
          // It is as it was ticked, no place more or less, also when it is calculated once more.
          expect(leftNow()).toEqual(ticked)
          found = await say(found, [])
          expect(leftNow()).toEqual(ticked)
          const its = rowsOut ?? (await namingRowsOf(found.id, line.place))
          left = left.filter((each) => each.place !== line.place || !isSame(each.its, its))
          if (!isBack) left.push({ place: line.place, its })
          if (isBack) seen.back += 1
          await check()
        }
        for (let more = 0; more < 6 && found.openQuestions > 0; more += 1) {
          const next = found.questions.find(({ about, answer }) => about !== 'payers' && answer === null)
          found = next ? await say(found, [{ id: next.id, answer: next.choices[0]! }]) : await right(found)
        }
        if (found.openQuestions > 0) return
        const lines = await linesNow()
        const out = leftNow()
        const anything = Object.values(found.counts).some(({ created, changed }) => created + changed > 0)
        if (anything) await take(found)
        const came = await there()
        const told = (wanted: boolean) =>
          lines.flatMap(({ place, sources }) =>
            out.has(place) === wanted
              ? sources.map((source) => `${kindOf(place)} ${name(source.row - 2)}`)
              : [],
          )
        // Whoever is left out at one of two places of a kind has the other.
        const has = new Set(told(false))
        expect(told(true).filter((who) => came.has(who) && !has.has(who))).toEqual([])
        seen.left += out.size
        seen.came += came.size - 1
      },
    ),
    { numRuns: 60 },
  )
  // All of these happen.
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(0)
}, 240_000)

const kindOf = (place: string) => place.slice(0, place.indexOf('|'))
const rowOf = (place: string, at: number) => `${kindOf(place)} ${at}`
const isSame = (a: Set<string>, b: Set<string>) => a.size === b.size && [...a].every((each) => b.has(each))
