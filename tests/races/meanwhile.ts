import { addDays, chinaCalendar, civilDateOf, isWorkingDay, newId } from '@heju/kernel'

/** What somebody else does between a verb's reading and its write. */
export interface Meanwhile {
  /** The route. It is done to what the verb is about, where its path names a thing of the same kind. */
  name: string
  /** What its body says beside the usual. */
  body?: object
  /** The thing that it is done to instead, by its name in `CompanyWithAll`. */
  on?: string
  /** The thing that both are about instead. */
  both?: string
  /** Its whole path, where that names no thing. */
  path?: string
  /** What the body of the verb itself says beside the usual. */
  asked?: object
}

const post = (path: string, body?: object): Meanwhile => ({
  name: `POST /api/v1/${path}`,
  ...(body && { body }),
})
const put = (path: string, body: object): Meanwhile => ({ name: `PUT /api/v1/${path}`, body })

const rename = put('registry/buildings/:buildingId', { name: 'A座', floors: 18 })
const area = put('registry/rooms/:roomId', { builtAreaE2: 12_000, areaFromOn: '2026-11-01' })
const archive = post('registry/rooms/:roomId/archive')
const transfer = post('registry/transfers')
const endStay = post('registry/occupancies/:occupancyId/end')
const correctStay = put('registry/occupancies/:occupancyId', { role: 'owner', toOn: '2026-11-10' })
const givenStay = post('registry/occupancies')
const person = put('registry/people/:personId', { name: '李小明', phones: ['13900007777'] })
const space = put('registry/parking-spaces/:parkingSpaceId', { areaE2: 1500 })
const project = put('projects/:projectId', { name: '翠湖新苑', priceRegime: 'guided' })

const moved = post('organisation/units/:unitId/move')
const closed = post('organisation/units/:unitId/closing')
const otherKind = put('organisation/units/:unitId', { name: '华南', kind: 'branch' })
const added = post('organisation/units')
const otherEntity = post('organisation/entities')
const handedOver = post('organisation/projects/:projectId/handover')

const disable = post('staff/:staffId/disable')
const otherRoles = put('staff/:staffId/assignments', {
  assignments: [{ role: 'accountant', projects: 'all' }],
})
const otherRole = put('staff/roles/:roleId', { name: '办证专员', revision: 0 })
const retiredRole = post('staff/roles/:roleId/retirement')
const otherLogin = put('staff/:staffId', { phone: '13900008888' })

const handOver = post('complaints/:complaintId/hand-over')
const marks = post('complaints/:complaintId/flags', { major: true, special: true })
const nature = post('complaints/:complaintId/nature', {
  judgement: { nature: 'communicative', kind: 'help' },
})
const recategorised = post('complaints/:complaintId/category')
const news = post('complaints/:complaintId/news')
const revisited = post('complaints/:complaintId/revisits', {
  revisitId: newId('rvst', Date.now()),
  outcome: 'unreached',
})
const rated = post('portal/complaints/:complaintId/rating')
const putAway = put('complaints/categories/:categoryId', { name: '投诉', archived: true })
const tomorrow = addDays(civilDateOf(Date.now()), 1)
const calendar: Meanwhile = {
  ...put('calendar/:onDay', { kind: isWorkingDay(chinaCalendar, tomorrow) ? 'rest' : 'work', name: '停工' }),
  path: `/api/v1/calendar/${tomorrow}`,
}

const price = post('tariffs/:tariffId/prices')
const switchedOff = put('tariffs/:tariffId/state', { state: 'disabled' })
const assigned = post('tariffs/:tariffId/assignments', { others: 'keep' })
const unassigned = post('tariffs/:tariffId/assignments/end')
const otherTariff = post('tariffs')
const published = post('bill-runs/:runId/publish')
const discarded = post('bill-runs/:runId/discard')
const billed = post('bills/one')
const voided = post('bills/:billId/void')
const paid = post('payments')
const reversed = post('payments/:paymentId/reversal')
const resolved = post('payments/exceptions/:exceptionId/resolutions')
const otherMerchant = put('merchants', { id: newId('mch', Date.now()), merchantId: '1900000109' })
const retired = post('merchants/:merchantRef/retirement')

const itself = 'itself'
const onSigner = (done: Meanwhile): Meanwhile => ({ ...done, on: 'signerId' })

/**
 * By route that reads before it writes: what is done in between, `itself` for the same once more. A route that is added
 * finds its place here, with at least one that changes what it reads, or stands in `exempt` with the reason.
 */
export const meanwhile: Readonly<Record<string, readonly (Meanwhile | typeof itself)[]>> = {
  'POST /api/v1/session': [onSigner(otherLogin), onSigner(disable)],
  'POST /api/v1/session/password': [onSigner(otherLogin)],
  'POST /api/v1/invitations/accept': [
    { ...otherLogin, on: 'invitedId' },
    { ...disable, on: 'invitedId' },
  ],
  'POST /api/v1/staff/roles': [otherRole],
  'PUT /api/v1/staff/roles/:roleId': [otherRole, retiredRole],
  'PUT /api/v1/projects/:projectId': [project],
  'POST /api/v1/areas': [itself],
  'POST /api/v1/fee-items': [itself],
  'PUT /api/v1/fee-items/:feeItemId': [post('fee-items'), itself],
  'PUT /api/v1/fee-items/:feeItemId/state': [itself],
  'PUT /api/v1/areas/:areaId': [post('areas/:areaId/closing'), itself],
  'POST /api/v1/areas/:areaId/closing': [itself],
  'POST /api/v1/places/common': [rename],
  'PUT /api/v1/places/common/:commonPlaceId': [
    rename,
    put('places/common/:commonPlaceId/state', { retired: true }),
    itself,
  ],
  'PUT /api/v1/places/common/:commonPlaceId/state': [
    put('places/common/:commonPlaceId', { name: '东大堂', kind: 'lobby' }),
    itself,
  ],
  'POST /api/v1/places/common/from-template': [rename, itself],
  'POST /api/v1/organisation/units': [
    { ...closed, on: 'parentId' },
    { ...otherKind, on: 'parentId' },
    itself,
  ],
  'PUT /api/v1/organisation/units/:unitId': [
    moved,
    closed,
    otherKind,
    { ...added, both: 'parentId', asked: { name: '华南', kind: 'branch' } },
  ],
  'POST /api/v1/organisation/units/:unitId/move': [
    { ...closed, on: 'parentId' },
    closed,
    { ...otherKind, on: 'parentId' },
    itself,
  ],
  'POST /api/v1/organisation/units/:unitId/closing': [moved, post('organisation/projects/:projectId/move')],
  'POST /api/v1/organisation/projects/:projectId/move': [moved, closed, otherRoles, itself],
  'PUT /api/v1/organisation/entities/:entityId': [otherEntity],
  'POST /api/v1/tariffs': [project, otherTariff],
  'POST /api/v1/tariffs/agreements': [endStay, transfer, itself],
  'POST /api/v1/tariffs/agreements/:agreementId/end': [endStay, itself],
  'POST /api/v1/tariffs/:tariffId/prices': [project, switchedOff, itself],
  'POST /api/v1/tariffs/:tariffId/assignments': [switchedOff, unassigned],
  'POST /api/v1/tariffs/:tariffId/assignments/end': [assigned],
  'POST /api/v1/tariffs/:tariffId/approval': [project, assigned],
  'POST /api/v1/tariffs/:tariffId/discard': [assigned, itself],
  'PUT /api/v1/tariffs/:tariffId/state': [unassigned, switchedOff],
  'POST /api/v1/bill-runs': [billed, discarded],
  'POST /api/v1/bill-runs/:runId/publish': [discarded, area, price],
  'POST /api/v1/bill-runs/:runId/discard': [published],
  'POST /api/v1/bills/one': [area, transfer, unassigned],
  'POST /api/v1/bills/:billId/void': [paid, itself],
  'POST /api/v1/messages/resend': [itself],
  'POST /api/v1/messages/:messageId/resend': [itself],
  'POST /api/v1/reminders/:reminderId/evidence': [itself],
  'POST /api/v1/payments': [voided, paid, handedOver],
  'POST /api/v1/payments/:paymentId/reversal': [itself],
  'POST /api/v1/payments/receipts/:receiptId/prints': [reversed, itself],
  'POST /api/v1/payments/exceptions/:exceptionId/resolutions': [resolved, handedOver],
  'PUT /api/v1/merchants': [
    otherMerchant,
    retired,
    post('organisation/entities/:entityId/closing'),
    handedOver,
  ],
  'POST /api/v1/merchants/:merchantRef/proof': [otherMerchant, retired],
  'POST /api/v1/portal/payments': [retired, otherMerchant, voided, transfer, handedOver],
  'PUT /api/v1/registry/buildings/:buildingId': [
    { ...rename, asked: { name: '3栋', floors: 9 } },
    post('registry/rooms'),
  ],
  'POST /api/v1/registry/rooms': [rename, itself],
  'POST /api/v1/registry/rooms/:roomId/apart': [itself],
  'POST /api/v1/registry/rooms/:roomId/archive': [givenStay, rename, itself],
  'PUT /api/v1/registry/rooms/:roomId': [area, { ...archive, both: 'otherId' }, transfer, rename],
  'PUT /api/v1/registry/parking-spaces/:parkingSpaceId': [space],
  'PUT /api/v1/registry/people/:personId': [person],
  'POST /api/v1/registry/occupancies': [transfer, itself],
  'PUT /api/v1/registry/occupancies/:occupancyId': [correctStay, endStay, transfer],
  'POST /api/v1/registry/occupancies/:occupancyId/end': [correctStay, transfer, itself],
  'POST /api/v1/registry/transfers': [endStay, itself],
  'POST /api/v1/imports/:importId/confirm': [post('imports/:importId/discard'), itself],
  'POST /api/v1/imports/:importId/answers': [post('imports/:importId/discard'), itself],
  'POST /api/v1/imports/:importId/retry': [post('imports/:importId/discard'), itself],
  'POST /api/v1/imports/:importId/discard': [post('imports/:importId/confirm'), itself],
  'POST /api/v1/complaints': [putAway, calendar],
  'POST /api/v1/complaints/:complaintId/judge': [handOver, marks, itself],
  'POST /api/v1/complaints/:complaintId/investigate': [handOver, itself],
  'POST /api/v1/complaints/:complaintId/handler': [handOver, marks, disable, otherRoles, itself],
  'POST /api/v1/complaints/:complaintId/plan': [handOver, itself],
  'POST /api/v1/complaints/:complaintId/reply': [handOver, calendar, news, itself],
  'POST /api/v1/complaints/:complaintId/revisits': [
    marks,
    { ...rated, both: 'mineReplied' },
    calendar,
    { ...revisited, asked: { outcome: 'unreached' } },
  ],
  'POST /api/v1/complaints/:complaintId/close': [marks, itself],
  'POST /api/v1/complaints/:complaintId/resolve': [handOver, calendar, itself],
  'POST /api/v1/complaints/:complaintId/nature': [nature, handOver],
  'POST /api/v1/complaints/:complaintId/hand-over': [handOver, news, disable, otherRoles],
  'POST /api/v1/complaints/:complaintId/agreed-time': [handOver, news],
  'POST /api/v1/complaints/:complaintId/news': [handOver, news],
  'POST /api/v1/complaints/:complaintId/notes': [handOver],
  'POST /api/v1/complaints/:complaintId/flags': [marks, handOver],
  'POST /api/v1/complaints/:complaintId/category': [recategorised, putAway],
  'POST /api/v1/portal/complaints': [putAway, calendar, endStay, transfer, itself],
  'POST /api/v1/portal/complaints/:complaintId/words': [handOver, recategorised, itself],
  'POST /api/v1/portal/complaints/:complaintId/rating': [
    post('complaints/:complaintId/revisits'),
    calendar,
    itself,
  ],
  'POST /api/v1/satisfaction/answers': [post('portal/surveys/answers'), itself],
  'POST /api/v1/portal/surveys/answers': [post('satisfaction/answers'), endStay, itself],
  'POST /api/v1/stopped-work/:eventId/retry': [post('stopped-work/:eventId/set-aside'), itself],
  'POST /api/v1/stopped-work/:eventId/set-aside': [post('stopped-work/:eventId/retry'), itself],
}

/** Routes whose reading is nothing that their write rests on, each with the reason. */
export const exempt: Readonly<Record<string, string>> = {
  'POST /api/v1/portal/session':
    'the code that was read is asked for again in the write, and what is an owner’s is asked for each page',
  'POST /api/v1/portal/session/code':
    'it counts and reads in one write, and then writes what is sent by itself',
  'POST /api/v1/portal/payments/:orderId/check': 'it writes what the provider says, under a key of the order',
  'POST /api/v1/portal/payments/:orderId/cancellation':
    'it writes what the provider says, under a key of the order',
  'POST /api/v1/registry/people/:personId/unmask': 'it writes only that it was shown',
  'POST /api/v1/complaints/:complaintId/contact': 'it writes only that it was shown',
  'POST /api/v1/imports/uploads':
    'it writes a preview of that moment, and confirming it asks whether it is so still',
  'POST /api/v1/files/uploads': 'places are reserved in one write, and filled in the next by their ids',
  'POST /api/v1/portal/files/uploads':
    'places are reserved in one write, and filled in the next by their ids',
}
