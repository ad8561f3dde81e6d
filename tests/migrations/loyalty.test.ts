import { expect, test } from 'vitest'
import { databaseBefore } from './before.ts'

const dimensions = ['cleanliness', 'quiet', 'warmth', 'attentiveness', 'flexibility', 'respect']
const marks = dimensions.flatMap((dimension) => [`${dimension}_expected`, `${dimension}_perceived`])

test('rounds closed before the upgrade get the persons of the loyalty question from their answers', async () => {
  const { run, upgrade } = await databaseBefore('loyalty_of_persons')
  await run(
    `INSERT INTO projects (id, name, type, service_mode, price_regime, created_at, changed_at) VALUES ('p', '翠湖', 'residential', 'hotel', 'market', 1, 1)`,
  )
  await run(
    `INSERT INTO buildings (id, project_id, key, name, sort_key, created_at, changed_at) VALUES ('b', 'p', '1', '1', '', 1, 1)`,
  )
  await run(
    `INSERT INTO survey_rounds (id, project_id, period, methodology, households, opened_at, closes_at) VALUES ('s', 'p', '2026-10', 1, 6, 1, 2)`,
  )
  // Of the landlord's three rooms the marks are 4 on average, of the other's two less; one left the question out.
  const told: [person: string, loyalty: number | null][] = [
    ['landlord', 5],
    ['landlord', 5],
    ['landlord', 2],
    ['other', 5],
    ['other', 2],
    ['silent', null],
  ]
  for (const [i, [person, loyalty]] of told.entries()) {
    await run(
      `INSERT INTO rooms (id, project_id, building_id, key, number, name, sort_key, created_at, changed_at) VALUES ('r${i}', 'p', 'b', '1||${i}', '${i}', '${i}', '', 1, 1)`,
    )
    await run(
      `INSERT INTO survey_answers (id, round_id, room_id, methodology, channel, by_id, ${marks.join()}, loyalty, comment, named, answered_at)
        VALUES ('a${i}', 's', 'r${i}', 1, 'portal', 'o', ${marks.map(() => 4).join()}, ${loyalty}, '', 0, 1)`,
    )
    await run(
      `INSERT INTO survey_households (round_id, room_id, person_id, lead, answer_id) VALUES ('s', 'r${i}', '${person}', 1, 'a${i}')`,
    )
  }
  await run('UPDATE survey_rounds SET closed_at = 2, reckoned_at = 2')
  await run(
    `INSERT INTO survey_outcomes (round_id, measure, method, project_id, period, persons, answered, answers, x, y, xx, yy, xy, low, by_staff, loyalty_asked, loyal, sha256)
      VALUES ('s', 'all', 2, 'p', '2026-10', 3, 3, 6, 144, 144, 6912, 6912, 6912, 0, 0, 5, 3, 'x')`,
  )
  await upgrade()
  const rows = await run('SELECT loyalty_persons, loyal_persons, loyal, sha256 FROM survey_outcomes')
  expect(rows.map((row) => Object.values(row))).toEqual([[2, 1, 3, 'x']])
  await expect(run('UPDATE survey_outcomes SET loyal = 5')).rejects.toThrow(/append-only/)
})
