import type { Text, Texts } from '@heju/i18n'
import { complaintTexts } from '../../desk/complaints/texts.ts'
import { holdingTexts } from '../holdings/texts.ts'
import { calendarTexts } from '../calendar/texts.ts'
import { exceptionTexts } from '../../fees/payments/exception-texts.ts'
import { importTexts } from '../../estate/registry-import/texts.ts'
import { organisationTexts } from '../../estate/organisation/texts.ts'
import { placeTexts } from '../../estate/places/texts.ts'
import { serviceLineTexts } from '../../estate/service-lines/texts.ts'
import { projectTexts } from '../../estate/projects/texts.ts'
import { reminderTexts } from '../../fees/reminders/texts.ts'
import { permissionTexts } from '../../permissions/texts.ts'
import { roleTexts } from '../../people/roles/texts.ts'
import { stoppedWorkTexts } from '../stopped-work/texts.ts'
import { feeItemTexts } from '../../fees/items/texts.ts'
import { tariffTexts } from '../../fees/billing/tariff-texts.ts'
import { paymentTexts } from '../../fees/payments/texts.ts'
import { registryTexts } from '../../estate/registry/texts.ts'
import { satisfactionTexts } from '../../insight/satisfaction/texts.ts'

const text = (zhCN: string, zhHant: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en })

/** The words of the log itself, and of values that no page names. */
export const valueTexts = {
  none: text('无', '無', 'none'),
  yes: text('是', '是', 'yes'),
  no: text('否', '否', 'no'),
  change: text('{from} → {to}', '{from} → {to}', '{from} → {to}'),
  between: text('、', '、', ', '),
  inProjects: text('{role}（{projects}）', '{role}（{projects}）', '{role} ({projects})'),
  underUnit: text('{unit}及其下项目', '{unit}及其下項目', 'all under {unit}'),
  aUnit: text('组织单元', '組織單元', 'a unit'),
  allProjects: text('全部项目', '全部項目', 'all projects'),
  someProjects: text('{count} 个项目', '{count} 個項目', '{count} projects'),
  perMonth: text('{yuan} 元', '{yuan} 元', '¥{yuan}'),
  area: text('{area} ㎡', '{area} ㎡', '{area} ㎡'),
} as const satisfies Texts

/** Words that stand for another thing in the log than on a page, by `<key>.<value>`. */
const own: Texts = {
  'scope.company': text(
    '所属法人主体的全部项目',
    '所屬法人主體的全部項目',
    'all projects of its legal entity',
  ),
  'others.replace': text('用这一项代替', '用這一項代替', 'this takes their place'),
  'others.keep': text('已在收的不动', '已在收的不動', 'those are left out'),
  'others.surcharge': text('加收', '加收', 'a surcharge'),
  // Of before there were surcharges.
  'others.beside': text('两项都收', '兩項都收', 'both'),
  'scene.native': text('扫码', '掃碼', 'scanned code'),
  'scene.jsapi': text('微信内', '微信內', 'inside WeChat'),
  'scene.h5': text('手机浏览器', '手機瀏覽器', 'phone browser'),
  'by.handover': text('注册后直接登录', '註冊後直接登入', 'straight after signing up'),
  'what.comparison': text('项目比较', '項目比較', 'comparison'),
  'what.answers': text('业主评价', '業主評價', 'answers'),
  'fields.name': text('姓名', '姓名', 'name'),
  'fields.phone': text('手机号', '手機號', 'phone'),
  'fields.email': text('邮箱', '信箱', 'e-mail'),
  'kind.allocated': text('入账', '入帳', 'booked'),
  'kind.noted': text('只记录', '只記錄', 'noted'),
  'kind.held': text('暂存', '暫存', 'held'),
  'method.1': text('第 1 版算法', '第 1 版算法', 'method 1'),
  'method.2': text('第 2 版算法', '第 2 版算法', 'method 2'),
  'counts.created': text('新增', '新增', 'new'),
  'counts.changed': text('改动', '改動', 'changed'),
  'counts.unchanged': text('不变', '不變', 'unchanged'),
}

/** Where the words of a key stand: the texts, and what goes before the value there. The first that has the value counts. */
const places: Readonly<Record<string, readonly (readonly [Texts, string])[]>> = {
  permissions: [[permissionTexts, 'can.']],
  added: [[permissionTexts, 'can.']],
  removed: [[permissionTexts, 'can.']],
  template: [[roleTexts, 'role.']],
  role: [
    [registryTexts, 'role.'],
    [roleTexts, 'role.'],
  ],
  basis: [[tariffTexts, 'basis.']],
  feeItem: [[feeItemTexts, 'item.']],
  whoseMoney: [[feeItemTexts, 'whose.']],
  targetKinds: [[feeItemTexts, 'target.']],
  chargedBy: [[feeItemTexts, 'charger.']],
  approvalKind: [[tariffTexts, 'approval.']],
  scope: [[tariffTexts, 'scope.']],
  method: [[paymentTexts, 'method.']],
  channel: [
    [complaintTexts, 'channel.'],
    [satisfactionTexts, 'channel.'],
  ],
  measure: [[satisfactionTexts, 'measure.']],
  nature: [[complaintTexts, 'nature.']],
  from: [[complaintTexts, 'nature.']],
  to: [[complaintTexts, 'nature.']],
  outcome: [[complaintTexts, 'outcome.']],
  kind: [
    [exceptionTexts, 'kind.'],
    [reminderTexts, 'evidence.'],
    [calendarTexts, 'kind.'],
    [stoppedWorkTexts, 'kind.'],
    [registryTexts, 'parking.'],
  ],
  tenure: [[registryTexts, 'tenure.']],
  state: [[exceptionTexts, 'state.']],
  unitKind: [[organisationTexts, 'kind.']],
  commonKind: [[placeTexts, 'common.']],
  type: [[projectTexts, 'type.']],
  serviceLine: [[serviceLineTexts, 'line.']],
  serviceMode: [[projectTexts, 'mode.']],
  priceRegime: [[projectTexts, 'regime.']],
  stage: [[importTexts, 'stage.']],
  counts: [[importTexts, 'kind.']],
  handed: [[holdingTexts, 'kind.']],
  days: [[reminderTexts, 'stage.']],
}

/** The words of a value of a closed list; undefined for one that stands for itself, as a day or what somebody wrote. */
export function wordOfValue(key: string, value: string): Text | undefined {
  const named = own[`${key}.${value}`]
  if (named !== undefined) return named
  for (const [texts, before] of places[key] ?? []) {
    const found = texts[`${before}${value}`]
    if (found !== undefined) return found
  }
  return undefined
}
