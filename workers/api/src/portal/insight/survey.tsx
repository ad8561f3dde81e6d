import type { Ctx } from '@heju/core'
import {
  answerSurvey,
  dimensions,
  listOpenSurveys,
  scale,
  standingOfAnswer,
  surveyNotFound,
  type AnswerSurvey,
  type OpenSurvey,
} from '@heju/core/insight/satisfaction'
import { Hono } from 'hono'
import { withCtx } from '../../http/company.ts'
import type { HttpContext, HttpEnv } from '../../http/env.ts'
import { statusOf } from '../../http/errors.ts'
import { formBody, formOf, type Form } from '../../http/forms.ts'
import { digitsOf } from '../form-ids.ts'
import { refusalOf, type SentForm } from '../forms.ts'
import { problemsOf } from '../parts.tsx'
import { SurveyListPage, SurveyPage, ThanksPage } from './survey-pages.tsx'

/** The monthly survey, for each of an owner's rooms. */
export const surveyPages = new Hono<HttpEnv>()
  .get('/survey', async (c) => {
    const surveys = await withCtx(c, listOpenSurveys)
    const [only] = surveys
    if (surveys.length === 1 && only !== undefined)
      return c.redirect(`/portal/survey/${only.roundId}/${only.roomId}`, 303)
    return c.html(<SurveyListPage c={c} surveys={surveys} />)
  })
  .get('/survey/:roundId/:roomId', async (c) => c.html(await surveyPage(c, c.req.param())))
  .post('/survey/:roundId/:roomId', formBody, answer)
  .get('/survey/:roundId/:roomId/thanks', async (c) => {
    const { survey, others } = await surveyOf(c, c.req.param())
    return c.html(<ThanksPage c={c} survey={survey} others={others} low={c.req.query('low') !== undefined} />)
  })

/** A round and the room for which it is answered. */
interface AskedRoom {
  roundId: string
  roomId: string
}

/** The form of a room, with what was entered before. @throws `satisfaction.not_found` */
export async function surveyPage(c: HttpContext, asked: AskedRoom, sent?: Omit<SentForm, 'fileIds'>) {
  const { survey } = await surveyOf(c, asked)
  return <SurveyPage c={c} survey={survey} {...sent} />
}

/** @throws `satisfaction.not_found` */
async function surveyOf(
  c: HttpContext,
  { roundId, roomId }: AskedRoom,
): Promise<{ survey: OpenSurvey; others: OpenSurvey[] }> {
  const surveys = await withCtx(c, listOpenSurveys)
  const survey = surveys.find((one) => one.roundId === roundId && one.roomId === roomId)
  if (survey === undefined) throw surveyNotFound()
  return { survey, others: surveys.filter((one) => one !== survey && !one.answered) }
}

async function answer(c: HttpContext): Promise<Response> {
  const form = await formOf(c)
  const { roundId = '', roomId = '' } = c.req.param()
  const scores = scoresOf(form)
  const missing = dimensions.filter(
    (dimension) => !scores[dimension].expected || !scores[dimension].perceived,
  )
  if (missing.length > 0) {
    const { survey } = await surveyOf(c, { roundId, roomId })
    return c.html(<SurveyPage c={c} survey={survey} form={form} missing={missing} />, 422)
  }
  try {
    await withCtx(c, (ctx) => answerOnce(ctx, form, { roundId, roomId, scores }))
    const low = Object.values(scores).some((score) => score.perceived <= scale.low) ? '?low' : ''
    return c.redirect(`/portal/survey/${roundId}/${roomId}/thanks${low}`, 303)
  } catch (thrown) {
    const error = refusalOf(thrown)
    const surveys = await withCtx(c, listOpenSurveys)
    const survey = surveys.find((one) => one.roundId === roundId && one.roomId === roomId)
    // It was closed while they answered: there is no form any more, and why is what they are told.
    if (survey === undefined) throw error
    return c.html(
      <SurveyPage c={c} survey={survey} form={form} problems={problemsOf(c, error)} />,
      statusOf(error),
    )
  }
}

/**
 * A form that comes back out of the browser's history with other answers is another request, and they count; so do those
 * that somebody goes back to after they gave others.
 */
async function answerOnce(
  ctx: Ctx,
  form: Form,
  chosen: Pick<AnswerSurvey, 'roundId' | 'roomId' | 'scores'>,
): Promise<void> {
  const loyalty = form.text('loyalty')
  const given = {
    ...chosen,
    loyalty: loyalty === '' ? null : Number(loyalty),
    comment: form.text('comment'),
    named: form.text('named') !== '',
  }
  const asked = { requestId: form.text('requestId'), answerId: form.text('answerId') }
  for (let turn = 0; ; turn += 1) {
    const digits = await digitsOf(ctx, { ...asked, given, turn })
    const answerId = `${asked.answerId.slice(0, 15)}${digits.slice(0, 16)}`
    // One that somebody else replaces at this very moment was given all the same, and is not given once more.
    const standing = await standingOfAnswer(ctx, answerId)
    if (standing === 'replaced') continue
    if (standing === 'not_given') await answerSurvey(ctx, { ...given, requestId: `req_${digits}`, answerId })
    return
  }
}

type Scores = Parameters<typeof answerSurvey>[1]['scores']

/** What was chosen; 0 in a row where nothing was. */
function scoresOf(form: Form): Scores {
  const chosen = (name: string) => Number(form.text(name))
  return Object.fromEntries(
    dimensions.map((dimension) => [
      dimension,
      { expected: chosen(`expected.${dimension}`), perceived: chosen(`perceived.${dimension}`) },
    ]),
  ) as Scores
}
