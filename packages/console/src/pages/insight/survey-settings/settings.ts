import type { api } from '../../../app/api.ts'

type Asked = Parameters<(typeof api.satisfaction.settings)['$put']>[0]['json']
export type Settings = Omit<Asked, 'revision'>

/** The settings as the form has them: reminding apart from after how many days, the share in per cent. */
export type Fields = Omit<Settings, 'leastRateE4'> & { remind: boolean; leastRate: number }

/** Days after which a reminder is offered when it is switched on. */
const usualRemindAfterDays = 5

export function fieldsOf({ leastRateE4, ...settings }: Settings): Fields {
  const { remindAfterDays } = settings
  return {
    ...settings,
    remind: remindAfterDays !== null,
    remindAfterDays: remindAfterDays ?? usualRemindAfterDays,
    leastRate: leastRateE4 / 100,
  }
}

export function settingsOf({ remind, leastRate, remindAfterDays, ...settings }: Fields): Settings {
  return {
    ...settings,
    remindAfterDays: remind ? remindAfterDays : null,
    leastRateE4: Math.round(leastRate * 100),
  }
}
