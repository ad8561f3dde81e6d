import { expect, test } from 'vitest'
import { databaseBefore } from './before.ts'

const dimensions = ['cleanliness', 'quiet', 'warmth', 'attentiveness', 'flexibility', 'respect']
const columns = dimensions.flatMap((dimension) => [`${dimension}_expected`, `${dimension}_perceived`])

/** An answer as the code before writes it: what is expected of the first question, what is found of it, of the second, … */
const answerOfBefore = (id: string, marks: readonly number[], loyalty: number | null) =>
  `INSERT INTO survey_answers (id, round_id, room_id, methodology, channel, by_id, ${columns.join()}, loyalty, comment, named, answered_at)
    VALUES ('${id}', 's', 'r', 1, 'portal', 'own_1', ${marks.join()}, ${loyalty}, '门岗很客气。', 1, 7)`

async function start() {
  const { run, upgrade } = await databaseBefore('survey_marks')
  for (const row of [
    `INSERT INTO projects (id, name, type, service_mode, price_regime, created_at, changed_at) VALUES ('p', '翠湖', 'residential', 'hotel', 'market', 1, 1)`,
    `INSERT INTO buildings (id, project_id, key, name, sort_key, created_at, changed_at) VALUES ('b', 'p', '1', '1', '', 1, 1)`,
    `INSERT INTO rooms (id, project_id, building_id, key, number, name, sort_key, created_at, changed_at) VALUES ('r', 'p', 'b', '1||1', '1', '1', '', 1, 1)`,
    `INSERT INTO survey_rounds (id, project_id, period, methodology, households, opened_at, closes_at) VALUES ('s', 'p', '2026-10', 1, 6, 1, 2)`,
    answerOfBefore('first', [5, 1, 4, 2, 3, 4, 2, 4, 1, 5, 5, 3], 4),
    answerOfBefore('second', [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 4], null),
  ])
    await run(row)
  const marksOf = async (id: string) =>
    (
      await run(
        `SELECT question, expected, mark FROM survey_marks WHERE answer_id = '${id}'
          ORDER BY (SELECT position FROM survey_questions q WHERE q.code = question)`,
      )
    ).map((row) => Object.values(row))
  return { run, upgrade, marksOf }
}

const asPairs = (marks: readonly number[]) =>
  dimensions.map((dimension, at) => [dimension, marks[2 * at], marks[2 * at + 1]])

test('answers of before have their marks by question, also those of a round that is closed', async () => {
  const { run, upgrade, marksOf } = await start()
  await run('UPDATE survey_rounds SET closed_at = 2, reckoned_at = 2')
  await upgrade()
  expect(await marksOf('first')).toEqual([
    ...asPairs([5, 1, 4, 2, 3, 4, 2, 4, 1, 5, 5, 3]),
    ['loyalty', null, 4],
  ])
  expect(await marksOf('second')).toEqual(asPairs([5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 4]))
  const kept = await run(
    'SELECT id, round_id, room_id, methodology, channel, by_id, comment, named, answered_at FROM survey_answers ORDER BY id',
  )
  expect(kept.map((row) => Object.values(row))).toEqual(
    ['first', 'second'].map((id) => [id, 's', 'r', 1, 'portal', 'own_1', '门岗很客气。', 1, 7]),
  )
  await expect(
    run(
      answerOfBefore(
        'late',
        columns.map(() => 5),
        5,
      ),
    ),
  ).rejects.toThrow(/closed/)
  for (const changed of [
    `comment = ''`,
    'named = 0',
    `by_id = 'own_2'`,
    'loyalty = 1',
    ...columns.map((column) => `${column} = (${column} % 5) + 1`),
  ])
    await expect(run(`UPDATE survey_answers SET ${changed}`), changed).rejects.toThrow(/append-only/)
  await expect(run('DELETE FROM survey_answers')).rejects.toThrow(/append-only/)
})

test('the code before writes answers that today’s code reads, and finds those of today’s', async () => {
  const { run, upgrade, marksOf } = await start()
  await upgrade()
  const marks = [1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2]
  await run(answerOfBefore('third', marks, 3))
  expect(await marksOf('third')).toEqual([...asPairs(marks), ['loyalty', null, 3]])
  await run(
    `INSERT INTO survey_answers (id, round_id, room_id, methodology, channel, by_id, comment, named, answered_at) VALUES ('fourth', 's', 'r', 1, 'desk', 'o', '', 0, 9)`,
  )
  for (const [question, expected, mark] of [...asPairs(marks), ['loyalty', null, 2]])
    await run(
      `INSERT INTO survey_marks (answer_id, question, expected, mark) VALUES ('fourth', '${question}', ${expected}, ${mark})`,
    )
  const [row] = await run(
    `SELECT ${columns.join()}, all_expected, all_perceived, loyalty FROM survey_answers WHERE id = 'fourth'`,
  )
  expect(Object.values(row!)).toEqual([...marks, 16, 17, 2])
  await expect(run(`UPDATE survey_answers SET quiet_perceived = 5 WHERE id = 'fourth'`)).rejects.toThrow(
    /append-only/,
  )
})

test('another questionnaire has a scale of its own, of which the code before knows nothing', async () => {
  const { run, upgrade, marksOf } = await start()
  await upgrade()
  await run(
    `INSERT INTO survey_questions (methodology, code, position, sides, optional, least, most)
      VALUES (2, 'quiet', 1, 'both', 0, 0, 10), (2, 'parking', 2, 'found', 0, 1, 5)`,
  )
  await run(
    `INSERT INTO survey_rounds (id, project_id, period, methodology, households, opened_at, closes_at) VALUES ('s2', 'p', '2026-11', 2, 6, 1, 2)`,
  )
  await run(
    `INSERT INTO survey_households (round_id, room_id, person_id, lead) VALUES ('s2', 'r', 'pers', 1), ('s', 'r', 'pers', 1)`,
  )
  const answer = (id: string, round: string, methodology: number) =>
    run(
      `INSERT INTO survey_answers (id, round_id, room_id, methodology, channel, by_id, comment, named, answered_at) VALUES ('${id}', '${round}', 'r', ${methodology}, 'desk', 'o', '', 0, 9)`,
    )
  const mark = (id: string, question: string, expected: number | null, found: number) =>
    run(
      `INSERT INTO survey_marks (answer_id, question, expected, mark) VALUES ('${id}', '${question}', ${expected}, ${found})`,
    )
  const counts = (id: string, round: string) =>
    run(`UPDATE survey_households SET answer_id = '${id}', answers = 1 WHERE round_id = '${round}'`)
  await answer('ten', 's2', 2)
  for (const [question, expected, found] of [
    ['quiet', 9, 11],
    ['quiet', 11, 9],
    ['quiet', null, 9],
    ['parking', 3, 3],
    ['warmth', 3, 3],
  ] as const)
    await expect(mark('ten', question, expected, found), question).rejects.toThrow(/not asked/)
  await mark('ten', 'quiet', 9, 0)
  await expect(counts('ten', 's2')).rejects.toThrow(/not whole/)
  await mark('ten', 'parking', null, 5)
  await counts('ten', 's2')
  expect((await marksOf('ten')).toSorted()).toEqual([
    ['parking', null, 5],
    ['quiet', 9, 0],
  ])
  const [kept] = await run(`SELECT quiet_expected, loyalty FROM survey_answers WHERE id = 'ten'`)
  expect(Object.values(kept!)).toEqual([null, null])
  // What was asked by another questionnaire is no answer of this round.
  await answer('strange', 's', 2)
  await mark('strange', 'quiet', 5, 5)
  await mark('strange', 'parking', null, 5)
  await expect(counts('strange', 's')).rejects.toThrow(/not whole/)
})
