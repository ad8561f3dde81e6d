import { api, call } from '../../../app/api.ts'

export const readRun = (runId: string) => call(api['bill-runs'][':runId'].$get({ param: { runId } }))
export type Run = Awaited<ReturnType<typeof readRun>>
