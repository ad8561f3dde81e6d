import { views } from '@heju/core/desk/complaints'
import { holdingKinds } from '@heju/core/platform/holdings'
import { periodAt } from '@heju/kernel'

type Things = Readonly<Record<string, string>>

/** In which the company of the tests lives. */
const month = periodAt(Date.now())

/** What each list is asked in its tests: all that it may be narrowed by, each alone and as pages narrow it together. */
export const filtersOf: Readonly<Record<string, (things: Things) => object[]>> = {
  answerList: ({ projectId, surveyPeriod: period }) => {
    const of = { projectId, period }
    return [
      of,
      { ...of, channel: 'visit' },
      { ...of, commented: 'yes' },
      { ...of, perceived: 2 },
      { ...of, perceived: 2, dimension: 'quiet', channel: 'visit', commented: 'yes' },
    ]
  },
  areaList: ({ projectId }) => [{ projectId }, { projectId, kind: 'steward' }],
  areaRoomList: ({ projectId, areaId }) => [
    { projectId, areaId },
    { projectId, areaId, kind: 'steward' },
    { projectId, kind: 'dunning' },
  ],
  commonPlaceList: ({ projectId, buildingId }) => [
    { projectId },
    { projectId, buildingId },
    { projectId, kind: 'lobby' },
    { projectId, state: 'retired' },
    { projectId, state: 'used', search: '大堂' },
  ],
  arrearsList: ({ projectId }) => [{}, { projectId }],
  billList: ({ projectId, roomId, runId, parkingSpaceId, personId }) => [
    {},
    { projectId },
    { runId },
    { runId, state: 'draft' },
    { period: '2024-12' },
    ...['draft', 'published', 'void'].map((state) => ({ state })),
    ...['property', 'parking', 'other'].map((feeItem) => ({ feeItem })),
    { roomId },
    { parkingSpaceId },
    { personId },
    ...['owed', 'overdue'].flatMap((owed) => [{ owed }, { projectId, owed }]),
    { projectId, period: '2024-12', state: 'published', feeItem: 'property' },
    { projectId, period: '2024-12', feeItem: 'property', owed: 'overdue' },
  ],
  billRunList: ({ projectId }) => [{}, { projectId }, { open: 'yes' }, { projectId, open: 'yes' }],
  complaintList: ({ projectId, roomId, commonPlaceId, categoryId, signerId, complaintNumber }) => [
    ...views.flatMap((view) => [{ view }, { view, projectId }]),
    ...[
      { state: 'replied' },
      { nature: 'effective' },
      { channel: 'phone' },
      { categoryId },
      { serviceLine: 'building_equipment' },
      { serviceLine: 'unset' },
      { handlerId: signerId },
      { roomId },
      { placeId: commonPlaceId },
      { placeId: roomId },
      { month },
      { term: 'missed' },
      { major: 'true' },
      { number: complaintNumber },
      { projectId, month, term: 'met' },
      { projectId, month, term: 'met', serviceLine: 'building_equipment' },
      { projectId, state: 'closed', nature: 'effective', channel: 'phone', categoryId },
    ].map((narrowed) => ({ view: 'all', ...narrowed })),
  ],
  doubleChargeList: ({ projectId, roomId }) => [
    {},
    { projectId },
    { placeId: roomId },
    { period: '2026-11' },
    { projectId, placeId: roomId, period: '2026-11' },
  ],
  exceptionList: () => [{}, ...['open', 'held', 'resolved'].map((state) => ({ state }))],
  auditList: ({ roomId, adminId }) => {
    const days = { from: '2020-01-01', to: '2099-12-31' }
    const [of, by, what] = [{ subjectId: roomId }, { actorId: adminId }, { action: 'registry.room_created' }]
    return [{}, of, by, what, days, { from: days.from }, { ...by, ...days }, { ...what, ...days }]
  },
  feeItemList: () => [{}, { state: 'used' }, { state: 'retired' }],
  heldList: ({ signerId: staffId, projectId }) => [
    ...holdingKinds.map((kind) => ({ staffId, kind })),
    { staffId, projectId, kind: 'complaints_handled' },
  ],
  messageList: ({ personId }) => [
    {},
    { state: 'dead' },
    { purpose: 'survey_open' },
    { failure: 'messages.account_held' },
    { subjectId: personId },
    { state: 'dead', purpose: 'survey_open', failure: 'messages.account_held' },
  ],
  parkingSpaceList: ({ projectId }) => [
    { projectId },
    { projectId, search: '1' },
    { projectId, search: '李' },
  ],
  paymentList: ({ projectId, paymentId, paidBillId: billId, staffId }) => [
    {},
    { projectId },
    ...['cash', 'transfer', 'wechat_pay'].map((method) => ({ method })),
    { from: '2026-01-01' },
    { to: '2099-12-31' },
    { recordedBy: staffId },
    { receipt: '1' },
    { receipt: `SJ-${month.slice(0, 4)}-000001` },
    { billId },
    { paymentId },
    { projectId, method: 'cash', from: '2026-01-01', to: '2099-12-31' },
  ],
  reminderList: ({ projectId }) => [
    {},
    { projectId },
    ...['waiting', 'sent', 'dropped'].map((state) => ({ state })),
    { reach: 'by_hand' },
    { projectId, state: 'dropped', reach: 'by_hand' },
  ],
  singlePlaceList: ({ singlyTariffId: tariffId }) => [{ tariffId }, { tariffId, ending: 'yes' }],
  skipList: ({ runId }) => [{ runId }, { runId, reason: 'no_area' }],
  personList: ({ projectId }) => [
    { projectId },
    { projectId, search: '李' },
    { projectId, search: '13900001111' },
    { projectId, search: '1111' },
  ],
  roomList: ({ projectId, buildingId }) => [
    { projectId },
    { projectId, buildingId },
    { projectId, state: 'occupied' },
    ...['1501', '3-1501', '3-2-1501', '2单元', '李', '13900001111', '1111'].map((search) => ({
      projectId,
      search,
    })),
    { projectId, buildingId, state: 'occupied', search: '1' },
  ],
  staffList: ({ projectId, unitId }) => [
    {},
    { state: 'active' },
    { search: '陈' },
    { state: 'active', search: '陈' },
    { role: 'cashier' },
    { projectId },
    { permission: 'payments.record', projectId },
    { unitId },
  ],
  stoppedWorkList: ({ complaintId }) => [
    {},
    { setAside: 'yes' },
    { subjectId: complaintId },
    { kind: 'message.' },
    { setAside: 'yes', kind: 'message.' },
  ],
  taskList: ({ projectId }) => [
    {},
    { projectId },
    { kind: 'complaint_major' },
    { due: 'overdue' },
    { due: 'today' },
    { projectId, kind: 'complaint_major', due: 'today' },
  ],
  unansweredList: ({ projectId }) => [
    { projectId },
    ...['reminded', 'invited', 'not_asked'].map((asked) => ({ projectId, asked })),
    { projectId, search: '1602' },
    { projectId, search: '1', asked: 'not_asked' },
  ],
}

const by = (...fields: string[]) => {
  return (filter: object) => Object.keys(filter).some((field) => fields.includes(field))
}
const always = () => true

/**
 * When a list may sort: of what names one place, person, bill, payment or complaint it finds few rows, a month has few
 * complaints, few exceptions wait, a colleague holds few things of a kind, and what is gathered has no index.
 */
export const findsFew: Readonly<Record<string, (filter: object) => boolean>> = {
  arrearsList: always,
  billList: by('roomId', 'parkingSpaceId', 'personId'),
  complaintList: by('month', 'number'),
  doubleChargeList: always,
  exceptionList: (filter) => !('state' in filter),
  heldList: always,
  paymentList: by('receipt', 'billId', 'paymentId'),
  singlePlaceList: always,
}

/** What scopes say of a place. */
const scopesByDay = ['candidate', 'b', 'edge', 'won', 'w', 'o', 'cut', 'said']

/** What a list gathers before its rows are there, by the names that its statement gives it; and tariffs, which are few. */
export const gatheredBy: Readonly<Record<string, readonly string[]>> = {
  areaList: ['sorted', 'counted'],
  arrearsList: ['debts'],
  doubleChargeList: ['f', 'doubled', 'd'],
  staffList: ['these', 'above'],
  singlePlaceList: [...scopesByDay, 'charged', 'c', 'p'],
}
