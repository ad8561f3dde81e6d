import { api, call } from '../../../app/api.ts'
import type { Send } from '../../../parts/form.ts'

export type StoppedFilter = Parameters<(typeof api)['stopped-work']['$get']>[0]['query']
export const listStopped = (query: StoppedFilter) => call(api['stopped-work'].$get({ query }))
export type Stopped = Awaited<ReturnType<typeof listStopped>>['items'][number]

export const retryStopped = (eventId: string, send: Send) =>
  send(api['stopped-work'][':eventId'].retry.$post, { param: { eventId } })
export const setAsideStopped = ({ eventId, reason }: { eventId: string; reason: string }, send: Send) =>
  send(api['stopped-work'][':eventId']['set-aside'].$post, { param: { eventId }, json: { reason } })

/** What has to be read anew once work goes on or is left undone. */
export const refreshes = [['stopped-work'], ['tasks']]
