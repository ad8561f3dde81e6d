import { addMonths, newId, periodAt } from '@heju/kernel'
import { isNull } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { owners } from '../../people/identity/index.ts'
import type { Ports } from '../../platform/outbox/index.ts'
import { projects } from '../../estate/projects/index.ts'
import {
  buildings,
  occupancies,
  people,
  personPhones,
  rooms,
  sealPhone,
} from '../../estate/registry/index.ts'
import { as, freshRequestId } from '../../testing.ts'
import { answerSurvey } from './answer-survey.ts'
import { dimensions } from './methodology.ts'
import { openRounds } from './open-rounds.ts'
import { usualSettings } from './rules.ts'
import type { AnswerSurvey, Scores } from './schemas.ts'
import { surveysJob } from './surveys-job.ts'
import { surveyRounds } from './tables.ts'

/** Every dimension alike. */
export function scores(expected: number, perceived: number): Scores {
  return Object.fromEntries(dimensions.map((d) => [d, { expected, perceived }])) as Scores
}

export interface SurveyedProject {
  projectId: string
  /** One owner's account for each room, in the same order. */
  ownerIds: string[]
  roomIds: string[]
}

let phones = 0

/** A project of so many rooms, each with an owner of its own who has a phone and an account. */
export async function surveyedProject(ctx: Ctx, name: string, size: number): Promise<SurveyedProject> {
  const at = { createdAt: ctx.now, changedAt: ctx.now }
  const projectId = newId('proj', ctx.now)
  const buildingId = newId('bldg', ctx.now)
  const list = await Promise.all(
    Array.from({ length: size }, async (_, i) => {
      const phone = await sealPhone(ctx.vault, `+86138${String(++phones).padStart(8, '0')}`)
      const number = String(101 + i).padStart(5, '0')
      return {
        room: {
          id: newId('room', ctx.now),
          projectId,
          buildingId,
          key: `3||${number}`,
          number,
          name: `3栋-${number}`,
          sortKey: number,
          ...at,
        },
        person: { id: newId('pers', ctx.now), projectId, name: `业主${i}`, kind: 'natural' as const, ...at },
        owner: newId('ownr', ctx.now),
        phone,
      }
    }),
  )
  const { orm } = ctx.db
  await orm.batch([
    orm.insert(projects).values({
      id: projectId,
      name,
      type: 'residential',
      serviceMode: 'custom',
      priceRegime: 'guided',
      ...at,
    }),
    orm.insert(buildings).values({ id: buildingId, projectId, key: '3', name: '3栋', sortKey: '3', ...at }),
    orm.insert(rooms).values(list.map(({ room }) => room)),
    orm.insert(people).values(list.map(({ person }) => person)),
    orm
      .insert(personPhones)
      .values(list.map(({ person, phone }) => ({ personId: person.id, position: 0, ...phone }))),
    orm.insert(occupancies).values(
      list.map(({ room, person }) => ({
        id: newId('occ', ctx.now),
        projectId,
        personId: person.id,
        roomId: room.id,
        role: 'owner' as const,
        ...at,
      })),
    ),
    orm.insert(owners).values(
      list.map(({ owner, phone: { phoneIndex, phoneSealed, phoneLast4 } }) => ({
        id: owner,
        phoneIndex,
        phoneSealed,
        phoneLast4,
        createdAt: ctx.now,
      })),
    ),
  ])
  return {
    projectId,
    ownerIds: list.map(({ owner }) => owner),
    roomIds: list.map(({ room }) => room.id),
  }
}

/** What the job needs of the world: the address of the company's host. */
export const ports = { origin: 'https://ceshi.heju.test' } as Ports
const job = { kind: 'job', id: 'surveys' } as const

/** Lets the job run at an instant. @returns when it is due next */
export function runAt(ctx: Ctx, at: number): Promise<number | null> {
  return surveysJob.run(as(ctx, job, at), ports, at)
}

/** Opens the round about last month, whichever day of this month it is, for a day to come. */
export async function openNow(ctx: Ctx): Promise<{ period: string }> {
  const period = addMonths(periodAt(ctx.now, ctx.company.zone), -1)
  await openRounds(as(ctx, job), period, usualSettings)
  const tomorrow = { closesAt: ctx.now + 24 * 60 * 60_000 }
  await ctx.db.orm.update(surveyRounds).set(tomorrow).where(isNull(surveyRounds.closedAt))
  return { period }
}

/** The round of a project about a month. */
export async function roundOf(ctx: Ctx, projectId: string, period: string): Promise<string> {
  const { rows } = await ctx.db.client.execute({
    sql: 'SELECT id FROM survey_rounds WHERE project_id = ? AND period = ?',
    args: [projectId, period],
  })
  return String(rows[0]?.id)
}

export function answerOf(
  ctx: Ctx,
  place: Pick<AnswerSurvey, 'roundId' | 'roomId'>,
  more: Partial<AnswerSurvey> = {},
): AnswerSurvey {
  return {
    requestId: freshRequestId(),
    answerId: newId('answ', ctx.now),
    scores: scores(5, 4),
    ...place,
    ...more,
  }
}

/** The first households of a project answer in the portal, as told for each. */
export async function answerAs(
  ctx: Ctx,
  project: SurveyedProject,
  period: string,
  given: readonly Scores[],
): Promise<void> {
  const roundId = await roundOf(ctx, project.projectId, period)
  await Promise.all(
    given.map((each, i) => {
      const owner = as(ctx, { kind: 'owner', id: project.ownerIds[i] ?? '' })
      return answerSurvey(
        owner,
        answerOf(ctx, { roundId, roomId: project.roomIds[i] ?? '' }, { scores: each }),
      )
    }),
  )
}
