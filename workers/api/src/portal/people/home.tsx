import { translator } from '@heju/i18n'
import { portalHome } from './home-texts.ts'
import { readHome, type Home, type OwnerPlace } from '@heju/core/people/portal'
import { civilDateOf } from '@heju/kernel'
import { Hono } from 'hono'
import { withCtx } from '../../http/company.ts'
import type { HttpContext, HttpEnv } from '../../http/env.ts'
import { ComplaintRow } from '../desk/complaints/complaint-row.tsx'
import { paidFenOf } from '../mismatch.ts'
import { Page } from '../page.tsx'
import { Call, placeText } from '../parts.tsx'
import { portalText } from '../page.tsx'
import { showFor } from '../show.ts'

export const homePage = new Hono<HttpEnv>().get('/', async (c) =>
  c.html(<HomePage c={c} home={await withCtx(c, readHome)} />),
)

function HomePage({ c, home }: { c: HttpContext; home: Home }) {
  const t = translator(portalHome, c.var.locale)
  const { places, orders, complaints, surveys } = home
  return (
    <Page c={c} title={t('title')} tab="home">
      <Greeting c={c} places={places} />
      {orders.map((order) => (
        <OrderNotice c={c} order={order} />
      ))}
      {places.length === 0 && home.owed.bills === 0 ? <NoPlaces c={c} /> : <Owed c={c} owed={home.owed} />}
      {surveys.slice(0, 1).map((survey) => (
        <SurveyCard c={c} survey={survey} />
      ))}
      {complaints.length > 0 && (
        <section aria-labelledby="complaints">
          <h2 id="complaints">{t('complaints')}</h2>
          <div class="weui-cells">
            {complaints.slice(0, 3).map((complaint) => (
              <ComplaintRow c={c} complaint={complaint} />
            ))}
          </div>
        </section>
      )}
      {places.some((place) => place.roomId !== null) && (
        <a class="card invite" href="/portal/complaints/new">
          <span>
            <b>{t('newComplaint')}</b>
            <span class="soft">{t('newComplaintText')}</span>
          </span>
        </a>
      )}
      <Places c={c} places={places} />
      <Stewards c={c} stewards={home.stewards} />
      <Phones c={c} home={home} />
    </Page>
  )
}

function Greeting({ c, places }: { c: HttpContext; places: readonly OwnerPlace[] }) {
  const t = translator(portalHome, c.var.locale)
  // A company that owns rooms is not greeted by its name.
  const person = places.find((place) => place.personKind === 'natural')
  return <h1>{person === undefined ? t('helloAll') : t('hello', { name: person.personName })}</h1>
}

function OrderNotice({ c, order }: { c: HttpContext; order: Home['orders'][number] }) {
  const t = translator(portalHome, c.var.locale)
  const goesOn = order.exceptionState === null && !order.overtaken
  return (
    <a class="notice link" href={`/portal/payments/${order.orderId}`}>
      <span>{orderText(c, order)}</span>
      <b>{t(goesOn ? 'continue' : 'look')}</b>
    </a>
  )
}

function orderText(c: HttpContext, order: Home['orders'][number]): string {
  const t = translator(portalHome, c.var.locale)
  const show = showFor(c)
  const paid = show.money(paidFenOf(order))
  if (order.exceptionState === null)
    return t(order.overtaken ? 'orderOvertaken' : 'orderOpen', { amount: paid })
  const amount = show.money(order.exceptionLeftFen ?? 0)
  if (order.exceptionState === 'held') return t('orderHeld', { amount })
  // Of a part of it nobody says not to pay again: what else it was for is settled, or was decided.
  const isWhole = order.exceptionLeftFen === paidFenOf(order)
  return isWhole ? t('orderChecked', { amount }) : t('orderCheckedPart', { paid, amount })
}

/** What is owed, in one figure and with one button: what most people come for. */
function Owed({ c, owed }: { c: HttpContext; owed: Home['owed'] }) {
  const t = translator(portalHome, c.var.locale)
  const show = showFor(c)
  if (owed.bills === 0 || owed.firstDueOn === null) {
    return (
      <section class="card owed">
        <p class="strong">
          <i class="weui-icon-success-circle" aria-hidden="true"></i> {t('paidUp')}
        </p>
        <p class="soft">{t('paidUpText')}</p>
        <p>
          <a href="/portal/payments">{t('paidBefore')}</a>
        </p>
      </section>
    )
  }
  const late = owed.firstDueOn < civilDateOf(c.var.now, c.var.company.zone)
  return (
    <section class="card owed" aria-labelledby="owed">
      <h2 id="owed">{t('owed')}</h2>
      <p class="figure">{show.money(owed.owedFen)}</p>
      <p class={late ? 'late' : 'soft'}>
        {t(late ? 'owedLate' : 'owedDetail', { bills: owed.bills, day: show.day(owed.firstDueOn) })}
      </p>
      <a class="weui-btn weui-btn_primary" href="/portal/bills">
        {t('pay')}
      </a>
    </section>
  )
}

function NoPlaces({ c }: { c: HttpContext }) {
  const t = translator(portalHome, c.var.locale)
  return (
    <section class="card">
      <p class="strong">{t('noRooms')}</p>
      <p class="soft">{t('noRoomsText')}</p>
    </section>
  )
}

function SurveyCard({ c, survey }: { c: HttpContext; survey: Home['surveys'][number] }) {
  const t = translator(portalHome, c.var.locale)
  const show = showFor(c)
  const day = show.day(civilDateOf(survey.closesAt - 1, c.var.company.zone))
  return (
    <a class="card invite" href={`/portal/survey/${survey.roundId}/${survey.roomId}`}>
      <span>
        <b>{t('survey', { month: show.month(survey.period) })}</b>
        <span class="soft">{t('surveyText', { room: survey.roomName, day })}</span>
      </span>
    </a>
  )
}

/** The places of an owner with what they are to each, project by project. */
export function Places({ c, places }: { c: HttpContext; places: readonly OwnerPlace[] }) {
  const t = translator(portalHome, c.var.locale)
  if (places.length === 0) return null
  const projects = Map.groupBy(places, (place) => place.projectName)
  return (
    <section aria-labelledby="rooms">
      <h2 id="rooms">{t('rooms')}</h2>
      {[...projects].map(([project, theirs]) => (
        <>
          <p class="weui-cells__title">{project}</p>
          <ul class="weui-cells">
            {theirs.map((place) => (
              <li class="weui-cell">
                <span class="weui-cell__bd">
                  {placeText(c, place)}
                  {place.plate && <span class="soft"> {place.plate}</span>}
                </span>
                <span class="weui-cell__ft">{t(`role.${place.role}`)}</span>
              </li>
            ))}
          </ul>
        </>
      ))}
    </section>
  )
}

/** Who of the company looks after their rooms: the name; they are called by the number of the service centre. */
function Stewards({ c, stewards }: { c: HttpContext; stewards: Home['stewards'] }) {
  const t = translator(portalHome, c.var.locale)
  if (stewards.length === 0) return null
  return (
    <section aria-labelledby="stewards">
      <h2 id="stewards">{t('stewards')}</h2>
      <ul class="weui-cells">
        {stewards.map(({ roomName, name }) => (
          <li class="weui-cell">
            <span class="weui-cell__bd">{name}</span>
            <span class="weui-cell__ft">{roomName}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Whom to call: the projects in which somebody has a place, or all of the company. */
export function Phones({ c, home }: { c: HttpContext; home: Pick<Home, 'places' | 'phones'> }) {
  const t = translator(portalHome, c.var.locale)
  const own = new Map(home.places.map((place) => [place.projectName, place.projectPhone]))
  const phones =
    own.size > 0 ? [...own] : home.phones.map((one) => [one.projectName, one.projectPhone] as const)
  const known = phones.filter(([, phone]) => phone !== '')
  if (known.length === 0) return null
  return (
    <section aria-labelledby="phones">
      <h2 id="phones">{t('service')}</h2>
      {known.map(([project, phone]) => (
        <Call c={c} phone={phone} label={portalText(c)('callProject', { project })} />
      ))}
    </section>
  )
}
