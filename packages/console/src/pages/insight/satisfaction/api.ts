import { addMonths, periodAt, type Period } from '@heju/kernel'
import { useState } from 'react'
import { api, call } from '../../../app/api.ts'
import { useSession } from '../../../app/session.tsx'

export const compareProjects = (period: string | undefined) =>
  call(api.satisfaction.comparison.$get({ query: period === undefined ? {} : { period } }))
export type Comparison = Awaited<ReturnType<typeof compareProjects>>
export type Compared = Comparison['ranked'][number]
export type Funnel = NonNullable<Comparison['complaintFunnel']>
export type Measured = Compared['figures'][number]

export const readRound = (projectId: string, period: string) =>
  call(api.satisfaction.round.$get({ query: { projectId, period } }))
export type Round = Awaited<ReturnType<typeof readRound>>

export type AnswerFilter = Parameters<typeof api.satisfaction.answers.$get>[0]['query']
export const listAnswers = (query: AnswerFilter) => call(api.satisfaction.answers.$get({ query }))
export type Answer = Awaited<ReturnType<typeof listAnswers>>['items'][number]

/** The month before this one in the company's zone: the latest that a survey can be about. */
export function useLatestPeriod(): Period {
  const { company } = useSession()
  const [period] = useState(() => addMonths(periodAt(Date.now(), company.zone), -1))
  return period
}
