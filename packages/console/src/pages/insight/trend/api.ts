import { api, call } from '../../../app/api.ts'

type TrendQuery = Parameters<typeof api.satisfaction.trend.$get>[0]['query']
export const readTrend = (query: TrendQuery) => call(api.satisfaction.trend.$get({ query }))
export type TrendPoint = Awaited<ReturnType<typeof readTrend>>['points'][number]

export const checkResults = (period: string) => call(api.satisfaction.check.$get({ query: { period } }))
export type Checked = Awaited<ReturnType<typeof checkResults>>['rounds'][number]
