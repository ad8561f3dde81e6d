import { addDays, type CivilDate, type TimeOfDay } from '@heju/kernel'

/** The stages of reminding, mildest first (D127). Each bill gets each stage once. */
export const stages = ['before', 'first', 'second', 'third'] as const
export type Stage = (typeof stages)[number]

/** On which day a stage falls, counted from the day a bill is due: negative before it. */
export type StageDays = Readonly<Partial<Record<Stage, number>>>

export interface ReminderPolicy {
  enabled: boolean
  /** Messages go out between these times of the company's zone only. */
  fromTime: TimeOfDay
  toTime: TimeOfDay
  days: StageDays
  /** A sentence of the company's own at the end of every reminder. */
  note: string
}

export const usualPolicy: ReminderPolicy = {
  enabled: true,
  fromTime: '09:00' as TimeOfDay,
  toTime: '19:00' as TimeOfDay,
  days: { before: -3, first: 1, second: 15, third: 30 },
  note: '',
}

/** How long after its day a stage is still sent, when the day itself was missed: a stopped service, a late publishing. */
const latestDays = 30

/** The due days of bills that are at a stage today; both included. */
export interface StageWindow {
  stage: Stage
  fromDueOn: CivilDate
  toDueOn: CivilDate
}

/**
 * Which bills are at which stage today. A bill is at the latest stage whose day has come, so that a late start does not
 * send all of them at once; the one before the due day is never sent after it.
 */
export function windowsOn(today: CivilDate, days: StageDays): StageWindow[] {
  const kept = stages.flatMap((stage) => (days[stage] === undefined ? [] : [{ stage, day: days[stage] }]))
  return kept.flatMap(({ stage, day }, i) => {
    const next = kept[i + 1]?.day ?? day + latestDays
    const until = stage === 'before' ? Math.min(next, 1) : next
    const [fromDueOn, toDueOn] = [addDays(today, 1 - until), addDays(today, -day)]
    return fromDueOn > toDueOn ? [] : [{ stage, fromDueOn, toDueOn }]
  })
}

/** The first day from `after` on (not included) on which a bill due on `dueOn` comes to a new stage; null when past all. */
export function nextStageDay(dueOn: CivilDate, after: CivilDate, days: StageDays): CivilDate | null {
  const all = stages.flatMap((stage) => (days[stage] === undefined ? [] : [addDays(dueOn, days[stage])]))
  return all.filter((day) => day > after).toSorted()[0] ?? null
}

/**
 * Words by which a reminder would threaten what the law forbids: to stop water, power, heat or gas, or to lock people
 * out, so as to make them pay (民法典第九百四十四条). Spaces, signs and marks that nobody sees do not hide them.
 */
const stops =
  '停|断|斷|切|掐|拉|关|關|限|禁|锁|鎖|冻|凍|取消|拒绝|拒絕|不予|不给|不給|不得|不许|不許|不准|注销|註銷|失效|作废|作廢|消磁'
const goods =
  '水|电|電|气|氣|暖|热|熱|燃气|供应|供應|门禁|門禁|门卡|門卡|门锁|門鎖|电梯|電梯|车闸|車閘|道闸|道閘|闸|閘|进门|進門|进入|進入|入内|入內|出入|通行|进出|進出|开门|開門'
const threats = [
  new RegExp(
    `(${stops})(止|掉|闭|閉|用|制|供|绝|絕|结|結|您|你|的|其|了|对|對|使用|业主|業主)*(${goods})`,
    'u',
  ),
  new RegExp(`(${goods})(权限|權限|卡|服务|服務|供应|供應|将|將|会|會|被|予以|也|就|要)*(${stops})`, 'u'),
  /(cut|shut|switch|turn|stop|disconnect|interrupt|withhold|suspend)(ting|ing|p|s)*(off|down)?(your|the|supply|of|all|any)*(water|power|electricity|gas|heat|heating|lift|elevator)/u,
  /(block|lock|disable|suspend|deny|revoke|refuse)(ing|s|ed)?(you|your|the|all|any|out|of)*(access|accesscard|entry|gate|door|card|home)/u,
  /(water|power|electricity|gas|heat|heating|access|entry|lift|elevator)(supply|card)?(will|willbe|is|may|maybe|can|canbe|getting|gets|be)*(cut|shut|switched|turned|stop|stopped|disconnected|interrupted|blocked|suspended|disabled|denied|refused|revoked)/u,
]

/** The article that forbids what a wording threatens, or null when it threatens nothing of the kind. */
export function forbiddenThreat(words: string): string | null {
  const bare = words
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}\p{S}\p{C}\p{M}]/gu, '')
  return threats.some((threat) => threat.test(bare)) ? '民法典第九百四十四条' : null
}

/** Why a reminder was not sent after all. */
export const dropReasons = ['paid', 'complaint', 'no_phone', 'landline'] as const

/** How a demand reached a payer by other ways than a message, as staff write it down. */
export const evidenceKinds = ['call', 'visit', 'paper', 'post'] as const

/** The same, and that who was reminded opened the bills in the portal afterwards. */
export const recordedKinds = [...evidenceKinds, 'portal_read'] as const

export const reminderStates = ['waiting', 'sent', 'dropped'] as const
