import { dimensions, scale, type Dimension, type OpenSurvey } from '@heju/core/insight/satisfaction'
import { translator } from '@heju/i18n'
import { portalSurvey } from './texts.ts'
import { satisfactionTexts } from '@heju/core/insight/satisfaction/texts'
import { civilDateOf, newId } from '@heju/kernel'
import type { HttpContext } from '../../http/env.ts'
import type { Form } from '../../http/forms.ts'
import type { Problems } from '../forms.ts'
import { Page } from '../page.tsx'
import { Empty, Field, Hidden, Refused } from '../parts.tsx'
import { showFor } from '../show.ts'

/** Whoever has several rooms chooses for which to answer. */
export function SurveyListPage({ c, surveys }: { c: HttpContext; surveys: readonly OpenSurvey[] }) {
  const t = translator(portalSurvey, c.var.locale)
  return (
    <Page c={c} title={t('listTitle')} tab="home" back="/portal">
      <h1>{t('listTitle')}</h1>
      {surveys.length === 0 ? (
        <Empty title={t('none')}>
          <p class="soft">{t('noneText')}</p>
        </Empty>
      ) : (
        <>
          <p>{t('choose')}</p>
          <div class="weui-cells">
            {surveys.map((survey) => (
              <a
                class="weui-cell weui-cell_access"
                href={`/portal/survey/${survey.roundId}/${survey.roomId}`}
              >
                <span class="weui-cell__bd">
                  {survey.roomName}
                  <span class="soft under">{survey.projectName}</span>
                  <span class="soft under">
                    {showFor(c).month(survey.period)} · {t('until', { day: lastDayOf(c, survey) })}
                  </span>
                </span>
                <span class="weui-cell__ft">{t(survey.answered ? 'answered' : 'open')}</span>
              </a>
            ))}
          </div>
        </>
      )}
    </Page>
  )
}

interface SurveyProps {
  c: HttpContext
  survey: OpenSurvey
  form?: Form
  problems?: Problems
  /** Points of which a row was left out. */
  missing?: readonly Dimension[]
}

/** Six points, each asked twice, with targets for thumbs: five numbers in a row, as wide as the screen allows. */
export function SurveyPage({ c, survey, form, problems, missing = [] }: SurveyProps) {
  const t = translator(portalSurvey, c.var.locale)
  const q = translator(satisfactionTexts, c.var.locale)
  const month = showFor(c).month(survey.period)
  return (
    <Page c={c} title={t('title', { month })} tab="home" back="/portal">
      <h1>{t('title', { month })}</h1>
      <p class="soft">
        {survey.projectName} {survey.roomName}
      </p>
      <p>{q('intro', { month })}</p>
      {survey.answered && <p class="notice">{q('answeredBefore')}</p>}
      <Refused problems={problems} />
      {missing.length > 0 && (
        <p class="notice failed" role="alert">
          {t('missing', { count: missing.length })}
        </p>
      )}
      <form method="post" action={`/portal/survey/${survey.roundId}/${survey.roomId}`} data-island="once">
        <Hidden values={{ requestId: newId('req', c.var.now), answerId: newId('answ', c.var.now) }} />
        {dimensions.map((dimension) => (
          <DimensionCard c={c} dimension={dimension} form={form} missing={missing.includes(dimension)} />
        ))}
        <div class="card">
          <Scale
            name="loyalty"
            legend={q('loyaltyQuestion')}
            form={form}
            wordOf={(value) => q(`loyalty.${value}`)}
          />
          <Field id="comment" label={q('comment')}>
            {(described) => (
              <textarea {...described} name="comment" rows={3} maxlength={500}>
                {form?.text('comment')}
              </textarea>
            )}
          </Field>
          <label class="option">
            <input type="checkbox" name="named" value="yes" checked={form?.text('named') === 'yes'} />
            <span>{q('named')}</span>
          </label>
          <p class="soft">{q('namedHint')}</p>
          <button class="weui-btn weui-btn_primary" type="submit">
            {t('submit')}
          </button>
        </div>
      </form>
    </Page>
  )
}

function DimensionCard({
  c,
  dimension,
  form,
  missing,
}: {
  c: HttpContext
  dimension: Dimension
  form: Form | undefined
  missing: boolean
}) {
  const t = translator(portalSurvey, c.var.locale)
  const q = translator(satisfactionTexts, c.var.locale)
  const wordOf = (value: Value) => q(`value.${value}`)
  return (
    <section class={missing ? 'card dimension missing' : 'card dimension'} aria-labelledby={dimension}>
      <h2 id={dimension}>{q(`measure.${dimension}`)}</h2>
      <p class="soft">{q(`about.${dimension}`)}</p>
      {missing && <p class="problem">{t('missingOne')}</p>}
      <Scale
        name={`expected.${dimension}`}
        legend={q('expectedQuestion')}
        form={form}
        wordOf={wordOf}
        needed
      />
      <Scale
        name={`perceived.${dimension}`}
        legend={q('perceivedQuestion')}
        form={form}
        wordOf={wordOf}
        needed
      />
    </section>
  )
}

const values = [1, 2, 3, 4, 5] as const
type Value = (typeof values)[number]

/** One row of five. The words of all five are there for who listens to the page; the eye needs those at the ends. */
function Scale({
  name,
  legend,
  form,
  wordOf,
  needed,
}: {
  name: string
  legend: string
  form: Form | undefined
  wordOf: (value: Value) => string
  needed?: boolean
}) {
  const given = form?.text(name)
  return (
    <fieldset class="scale">
      <legend>{legend}</legend>
      <div class="scale-row">
        {values.map((value) => (
          <label>
            <input
              type="radio"
              name={name}
              value={String(value)}
              checked={given === String(value)}
              required={needed}
              aria-label={`${value} ${wordOf(value)}`}
            />
            <span aria-hidden="true">{value}</span>
          </label>
        ))}
      </div>
      <div class="scale-ends" aria-hidden="true">
        <span>{wordOf(scale.least)}</span>
        <span>{wordOf(scale.most)}</span>
      </div>
    </fieldset>
  )
}

export function ThanksPage({
  c,
  survey,
  others,
  low,
}: {
  c: HttpContext
  survey: OpenSurvey
  others: readonly OpenSurvey[]
  /** Something was found to be poor. */
  low: boolean
}) {
  const t = translator(portalSurvey, c.var.locale)
  const q = translator(satisfactionTexts, c.var.locale)
  const [next] = others
  return (
    <Page c={c} title={t('thanksTitle')} tab="home">
      <section class="card result">
        <i class="weui-icon-success weui-icon_msg" aria-hidden="true"></i>
        <h1>{t('thanksTitle')}</h1>
        <p>{q('thanks', { until: lastDayOf(c, survey) })}</p>
        {low && <p>{t('thanksLow')}</p>}
        {low && (
          <a class="weui-btn weui-btn_default" href="/portal/complaints/new">
            {t('report')}
          </a>
        )}
        {next !== undefined && (
          <a class="weui-btn weui-btn_primary" href={`/portal/survey/${next.roundId}/${next.roomId}`}>
            {t('other')}
          </a>
        )}
        <a class="weui-btn weui-btn_default" href="/portal">
          {t('home')}
        </a>
      </section>
    </Page>
  )
}

/** The last day on which an answer is taken. A round ends with the last moment of a day. */
function lastDayOf(c: HttpContext, survey: OpenSurvey): string {
  return showFor(c).day(civilDateOf(survey.closesAt - 1, c.var.company.zone))
}
