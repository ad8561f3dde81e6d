import { api, call } from '../../app/api.ts'

export type StoppedFilter = Parameters<typeof api.stoppedWork.index.$get>[0]['query']
export const listStopped = (query: StoppedFilter) => call(api.stoppedWork.index.$get({ query }))
export type Stopped = Awaited<ReturnType<typeof listStopped>>['items'][number]

export const retryStopped = (eventId: string, requestId: string) =>
  call(
    api.stoppedWork[':eventId'].retry.$post({
      param: { eventId },
      header: { 'idempotency-key': requestId },
    }),
  )
export const setAsideStopped = (
  { eventId, reason }: { eventId: string; reason: string },
  requestId: string,
) =>
  call(
    api.stoppedWork[':eventId']['set-aside'].$post({
      param: { eventId },
      header: { 'idempotency-key': requestId },
      json: { reason },
    }),
  )

/** What has to be read anew once work goes on or is left undone. */
export const refreshes = [['stopped-work'], ['tasks']]
