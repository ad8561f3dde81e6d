import { translator } from '@heju/i18n'
import { satisfactionTexts } from './texts.ts'
import type { Ctx } from '../../context.ts'
import { listFile } from '../../platform/exports/index.ts'
import type { ListColumn } from '../../platform/spreadsheets/index.ts'
import { answersOf, toAnswer } from './list-answers.ts'
import { dimensions } from './methodology.ts'
import { exportAnswersSchema, type Answer } from './schemas.ts'

/** The answers that `listAnswers` shows, as a file; rooms only where the household agreed and the reader may know. */
export const exportAnswers = listFile({
  schema: exportAnswersSchema,
  permission: 'surveys.read',
  action: 'satisfaction.exported',
  detail: ({ period }) => ({ what: 'answers', period }),
  rows: async (ctx: Ctx, filter, after, most) => {
    const seesRooms = ctx.may('surveys.record', filter.projectId)
    // The list asks for one row more than its page has, to know whether there is another.
    const rows = await answersOf(ctx, { ...filter, after, limit: most - 1 })
    return rows.map((row) => toAnswer(ctx, row, seesRooms))
  },
  keyOf: ({ id }) => [id],
  when: ({ period }) => period,
  // More than a project has households. An answer of the database holds at most 10 MB, a household's up to 1.5 kB of words.
  most: 20_000,
  table: (_ctx, locale) => {
    const say = translator(satisfactionTexts, locale)
    const pairs = dimensions.flatMap((dimension): ListColumn<Answer>[] => {
      const name = say(`measure.${dimension}`)
      return [
        [`${name} (${say('expected')})`, ({ scores }) => scores[dimension].expected, { kind: 'number' }],
        [`${name} (${say('perceived')})`, ({ scores }) => scores[dimension].perceived, { kind: 'number' }],
      ]
    })
    return {
      name: say('answersTitle'),
      columns: [
        [say('answeredOn'), (answer) => answer.answeredOn, { kind: 'date' }],
        [say('channel'), ({ channel }) => say(`channel.${channel}`), { kind: 'text', width: 14 }],
        ...pairs,
        [say('loyalty'), ({ loyalty }) => loyalty, { kind: 'number' }],
        [say('words'), ({ comment }) => comment, { width: 60 }],
        [say('room'), ({ room }) => room?.name ?? '', { kind: 'text', width: 20 }],
      ],
    }
  },
})
