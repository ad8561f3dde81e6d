import { jpeg } from '@heju/core/desk/complaints/testing'
import { scores } from '@heju/core/insight/satisfaction/testing'
import { addMonths, civilDateOf, firstDay, lastDay, newId, periodAt, type Period } from '@heju/kernel'
import type { TestCaller } from '../../workers/api/src/testing.ts'
import { isOwners, publicRoutes, type Route } from '../isolation/routes.ts'
import { sampleRequest, type ApiDescription } from '../isolation/samples.ts'
import type { CompanyWithAll } from './company-with-all.ts'

/** What a route needs beside what its description tells, for a true answer. */
interface Told {
  /** Names of other things than the usual: `{ complaintId: 'planned' }`. */
  names?: Readonly<Record<string, string>>
  /** Fields of the body that name what the request makes: they get new ids. */
  fresh?: readonly string[]
  /** The whole address, where its parameters do not tell what they name. */
  path?: string
  query?: Readonly<Record<string, string>>
  /** Merged over what the schema of the body gives. */
  body?: object
  /** A page's form. */
  form?: Readonly<Record<string, string | readonly string[]>>
  /** A page's form that may bring photos. */
  multipart?: Readonly<Record<string, string>>
  bytes?: Uint8Array
  headers?: Readonly<Record<string, string>>
}

const hour = 60 * 60_000
/** So many months from the one of today: what is agreed, priced and billed here has its days beside those of setup. */
const month = (away: number): Period => addMonths(periodAt(Date.now()), away)
const today = () => civilDateOf(Date.now())
const cookie = (name: string, value = '') => ({ cookie: `${name}=${value}` })
/** What a price stands on under guided prices. */
const guided = {
  approval: { approvalKind: 'contract', approvalNo: '2026-1', approvalOn: '2025-12-20' },
  priceE4: 25_000,
  guidance: { grade: '一级', baseE4: 25_000, rangeE4: 2_000 },
}
const rated = { rating: '5', words: '很快就好了' }

/** By route, from what is there. */
const told: Readonly<Record<string, (all: CompanyWithAll) => Told>> = {
  'POST /api/v1/session': ({ things }) => ({
    body: { login: things.signerPhone, password: things.signerPassword },
  }),
  'POST /api/v1/session/refresh': ({ things }) => ({ body: { refreshToken: things.staffRefreshToken } }),
  'DELETE /api/v1/session': ({ things }) => ({ body: { refreshToken: things.staffRefreshToken } }),
  'POST /api/v1/session/password': ({ things }) => ({
    body: { currentPassword: things.signerPassword, newPassword: '一句谁也想不到的话' },
  }),
  'POST /api/v1/portal/session': ({ things }) => ({
    body: { phone: things.ownerPhone, code: things.ownerCode },
  }),
  'POST /api/v1/portal/session/code': () => ({ body: { phone: '13700003333' } }),
  'POST /api/v1/portal/session/refresh': ({ things }) => ({
    body: { refreshToken: things.ownerRefreshToken },
  }),
  'DELETE /api/v1/portal/session': ({ things }) => ({ body: { refreshToken: things.ownerRefreshToken } }),
  'POST /api/v1/staff/:staffId/invitation': () => ({ names: { staffId: 'invitedId' } }),
  'POST /api/v1/invitations/read': ({ things }) => ({ body: { token: things.invitationToken } }),
  'POST /api/v1/invitations/accept': ({ things }) => ({
    body: { token: things.invitationToken, password: '一句谁也想不到的话' },
  }),
  'POST /api/v1/staff': () => ({ fresh: ['staffId'] }),
  'POST /api/v1/staff/roles': () => ({
    fresh: ['roleId'],
    body: { name: '片区主管', template: null, permissions: ['projects.read'] },
  }),
  'PUT /api/v1/staff/roles/:roleId': () => ({
    body: { name: '巡楼专员', permissions: ['projects.read'], revision: 0 },
  }),
  'POST /api/v1/staff/:staffId/enable': () => ({ names: { staffId: 'disabledId' } }),
  'POST /api/v1/staff/:staffId/hand-over': ({ things }) => {
    const { projectId, signerId: receiverId } = things
    const groups = [{ kind: 'tasks', projectId, count: 1, receiverId }]
    return { names: { staffId: 'leaverId' }, body: { handed: { note: '调去工程部', groups } } }
  },
  'GET /api/v1/staff/:staffId/holdings': () => ({
    names: { staffId: 'leaverId' },
    query: { assignments: JSON.stringify([{ role: 'cashier', projects: 'all' }]) },
  }),
  'GET /api/v1/staff/:staffId/held': () => ({ names: { staffId: 'leaverId' }, query: { kind: 'tasks' } }),
  'POST /api/v1/projects': () => ({ fresh: ['projectId'] }),
  'POST /api/v1/areas': ({ things: { buildingId, signerId } }) => ({
    fresh: ['areaId'],
    body: { name: '北区', places: [buildingId], fromOn: today(), stewardId: signerId, standInId: null },
  }),
  'PUT /api/v1/areas/:areaId': ({ things: { roomId, signerId, areaRevision } }) => ({
    body: {
      revision: Number(areaRevision),
      name: '东一区',
      places: [roomId],
      fromOn: today(),
      stewardId: signerId,
      standInId: null,
    },
  }),
  'POST /api/v1/areas/:areaId/closing': () => ({ body: { fromOn: today() } }),
  'POST /api/v1/places/common': ({ things: { buildingId } }) => ({
    fresh: ['commonPlaceId'],
    body: { under: buildingId, kind: 'lift_hall', name: '电梯厅', floor: 1 },
  }),
  'PUT /api/v1/places/common/:commonPlaceId': ({ things: { projectId } }) => ({
    body: { under: projectId, kind: 'lobby', name: '东大堂', floor: null },
  }),
  'POST /api/v1/places/common/from-template': () => ({
    body: { rows: [{ per: 'unit', kind: 'lobby', name: '大堂' }] },
  }),
  'POST /api/v1/organisation/units': () => ({ fresh: ['unitId'] }),
  'PUT /api/v1/organisation/units/:unitId': () => ({ body: { name: '华南' } }),
  'POST /api/v1/organisation/entities': () => ({ fresh: ['entityId'], body: { name: '和润湖北' } }),
  'PUT /api/v1/organisation/entities/:entityId': () => ({
    body: { name: '和润湖北', address: '武汉', phone: '027-12345678' },
  }),
  'POST /api/v1/fee-items': () => ({ fresh: ['feeItemId'], body: { name: '电梯广告' } }),
  'POST /api/v1/tariffs': () => ({
    fresh: ['tariffId'],
    body: { ...guided, scope: { kind: 'project' }, others: 'keep' },
  }),
  'POST /api/v1/tariffs/agreements': () => ({
    fresh: ['agreementId'],
    body: { fromOn: firstDay(month(14)), toOn: lastDay(month(25)) },
  }),
  'POST /api/v1/tariffs/agreements/:agreementId/end': () => ({ body: { toOn: lastDay(month(7)) } }),
  'POST /api/v1/tariffs/:tariffId/prices': () => ({ body: { fromOn: firstDay(month(2)), ...guided } }),
  'POST /api/v1/tariffs/:tariffId/approval': () => ({ names: { tariffId: 'draftTariffId' }, body: guided }),
  'POST /api/v1/tariffs/:tariffId/discard': () => ({ names: { tariffId: 'draftTariffId' } }),
  // The days of months before are billed by another tariff for the same.
  'POST /api/v1/bills/one': () => ({ body: { period: month(1) } }),
  'GET /api/v1/bills/one/preview': () => ({ query: { period: month(1) } }),
  'GET /api/v1/bills/one/messages': () => ({ query: { period: month(1) } }),
  'POST /api/v1/messages/resend': () => ({ body: { failure: 'messages.account_held' } }),
  'POST /api/v1/bill-runs': () => ({ fresh: ['runId'] }),
  'POST /api/v1/payments/:paymentId/reversal': () => ({ fresh: ['reversalId'] }),
  'POST /api/v1/registry/buildings': () => ({ fresh: ['buildingId'], body: { name: '5' } }),
  'POST /api/v1/registry/rooms': () => ({ fresh: ['roomId'] }),
  'POST /api/v1/registry/rooms/:roomId/apart': ({ things }) => ({ body: { otherId: things.otherId } }),
  'POST /api/v1/registry/rooms/:roomId/archive': ({ things }) => ({
    names: { roomId: 'otherId' },
    body: { keptId: things.keptId },
  }),
  'PUT /api/v1/registry/rooms/:roomId': () => ({ body: { areaFromOn: null } }),
  'POST /api/v1/registry/parking-spaces': () => ({ fresh: ['parkingSpaceId'], body: { code: 'B-100' } }),
  'PUT /api/v1/registry/parking-spaces/:parkingSpaceId': () => ({ body: { lot: '地库', code: 'A-002' } }),
  'POST /api/v1/registry/people': () => ({ fresh: ['personId'] }),
  'POST /api/v1/registry/occupancies': () => ({ fresh: ['occupancyId'], body: { role: 'family' } }),
  'POST /api/v1/registry/transfers': ({ things }) => ({
    body: { newOwners: [{ occupancyId: newId('occ', Date.now()), personId: things.buyerId, shareE4: null }] },
  }),
  'POST /api/v1/imports/uploads': () => ({
    query: { importId: newId('imp', Date.now()) },
    bytes: new TextEncoder().encode('楼栋,单元,房号,面积\n3,2,1601,88.5\n'),
  }),
  'POST /api/v1/imports/:importId/answers': () => ({
    names: { importId: 'askingImportId' },
    body: { answers: [{ id: 'estate:小区', answer: 'only:丁香苑' }] },
  }),
  'POST /api/v1/imports/:importId/retry': () => ({ names: { importId: 'stoppedImportId' } }),
  'POST /api/v1/files/uploads': () => ({ bytes: jpeg() }),
  'POST /api/v1/portal/files/uploads': () => ({ bytes: jpeg() }),
  'PUT /api/v1/merchants': ({ merchantSettings }) => ({ body: merchantSettings }),
  'PUT /api/v1/reminders/policy': () => ({ body: { fromTime: '09:00', toTime: '18:00' } }),
  'POST /api/v1/reminders/:reminderId/evidence': () => ({
    fresh: ['evidenceId'],
    body: { at: Date.now() - hour },
  }),
  'POST /api/v1/payments': ({ things }) => ({
    fresh: ['paymentId'],
    body: { lines: [{ billId: things.billId, amountFen: 100 }] },
  }),
  'POST /api/v1/portal/payments': ({ things }) => ({
    body: { billIds: [things.billId], scene: 'h5', orderId: newId('ord', Date.now()) },
  }),
  'POST /api/v1/portal/payments/:orderId/cancellation': () => ({ names: { orderId: 'cancelledByApi' } }),
  'POST /api/v1/complaints': () => ({ body: { complaintId: newId('cmpl', Date.now()) } }),
  'GET /api/v1/complaints/:complaintId/photos/:fileId': () => ({ names: { complaintId: 'mine' } }),
  'POST /api/v1/complaints/:complaintId/judge': () => ({ names: { complaintId: 'registered' } }),
  'POST /api/v1/complaints/:complaintId/resolve': () => ({ names: { complaintId: 'registered' } }),
  'POST /api/v1/complaints/:complaintId/investigate': () => ({ names: { complaintId: 'judged' } }),
  'POST /api/v1/complaints/:complaintId/handler': () => ({
    names: { complaintId: 'investigated' },
    body: { handOverNote: '请联系维保单位' },
  }),
  'POST /api/v1/complaints/:complaintId/plan': () => ({ names: { complaintId: 'assigned' } }),
  'POST /api/v1/complaints/:complaintId/reply': () => ({ names: { complaintId: 'planned' } }),
  'POST /api/v1/complaints/:complaintId/revisits': () => ({ names: { complaintId: 'replied' } }),
  'POST /api/v1/complaints/:complaintId/close': () => ({ names: { complaintId: 'revisited' } }),
  'POST /api/v1/complaints/:complaintId/nature': () => ({ names: { complaintId: 'judged' } }),
  'POST /api/v1/complaints/:complaintId/agreed-time': () => ({
    names: { complaintId: 'judged' },
    body: { agreedAt: Date.now() + 48 * hour, nextUpdateAt: Date.now() + 24 * hour },
  }),
  'POST /api/v1/complaints/:complaintId/category': ({ things }) => ({
    body: { categoryId: things['otherCategoryId'] },
  }),
  'POST /api/v1/complaints/:complaintId/contact': () => ({ names: { complaintId: 'registered' } }),
  'POST /api/v1/portal/complaints': () => ({ body: { complaintId: newId('cmpl', Date.now()) } }),
  'GET /api/v1/portal/complaints/:complaintId': () => ({ names: { complaintId: 'mine' } }),
  'POST /api/v1/portal/complaints/:complaintId/words': () => ({
    names: { complaintId: 'mine' },
    body: { words: '又停了一次' },
  }),
  'POST /api/v1/portal/complaints/:complaintId/rating': () => ({
    names: { complaintId: 'mineReplied' },
    body: { rating: 5 },
  }),
  'GET /api/v1/portal/complaints/:complaintId/photos/:fileId': () => ({ names: { complaintId: 'mine' } }),
  'GET /api/v1/satisfaction/round': ({ things }) => ({ query: { period: things.surveyPeriod ?? '' } }),
  'GET /api/v1/satisfaction/check': ({ things }) => ({ query: { period: things.surveyPeriod ?? '' } }),
  'GET /console/welcome': ({ things }) => ({ query: { token: things.welcomeToken ?? '' } }),
  'GET /console/*': () => ({ path: '/console/complaints' }),
  'POST /notices/wechat-pay/:merchantRef': ({ notice }) => ({
    bytes: new TextEncoder().encode(notice.body),
    headers: notice.headers,
  }),
  'POST /receipts/:receiptId/prints': () => ({ form: { requestId: crypto.randomUUID() } }),
  'GET /portal/size/:size': () => ({ path: '/portal/size/large' }),
  'GET /portal/language/:locale': () => ({ path: '/portal/language/en' }),
  'POST /portal/sign-in/code': () => ({ form: { to: '/portal', phone: '13700003333' } }),
  'POST /portal/sign-in': ({ things }) => ({
    form: { to: '/portal', phone: things.ownerPhone ?? '', code: things.ownerCode ?? '' },
  }),
  'POST /portal/sign-out': ({ things }) => ({
    form: {},
    headers: cookie('__Host-heju_owner_refresh', things.ownerRefreshToken),
  }),
  'POST /portal/sign-out/everywhere': () => ({ form: {} }),
  'GET /portal/bills/:id': ({ things }) => ({ path: `/portal/bills/${things.billId}` }),
  'POST /portal/payments': ({ things }) => ({
    form: {
      requestId: crypto.randomUUID(),
      orderId: newId('ord', Date.now()),
      billId: [things.billId ?? ''],
      scene: 'h5',
    },
  }),
  'GET /portal/payments/:id': ({ things }) => ({ path: `/portal/payments/${things.orderId}` }),
  'GET /portal/payments/:id/state': ({ things }) => ({ path: `/portal/payments/${things.orderId}/state` }),
  'GET /portal/payments/:id/go': ({ things }) => ({ path: `/portal/payments/${things.orderId}/go` }),
  'GET /portal/payments/:id/code.svg': ({ things }) => ({
    path: `/portal/payments/${things.codeOrderId}/code.svg`,
  }),
  'POST /portal/payments/:id/cancel': ({ things }) => ({
    path: `/portal/payments/${things.cancelledByPage}/cancel`,
    form: {},
  }),
  'POST /portal/payments/:id/other-way': ({ things }) => ({
    path: `/portal/payments/${things.leftByPage}/other-way`,
    form: {
      requestId: crypto.randomUUID(),
      orderId: newId('ord', Date.now()),
      billId: [things.leftBillId ?? ''],
      scene: 'h5',
    },
  }),
  'GET /portal/receipts/:id': ({ things }) => ({ path: `/portal/receipts/${things.receiptId}` }),
  'POST /portal/complaints': ({ things }) => ({
    multipart: {
      requestId: crypto.randomUUID(),
      complaintId: newId('cmpl', Date.now()),
      roomId: things.roomId ?? '',
      categoryId: things.categoryId ?? '',
      text: '楼道的灯坏了三天了。',
    },
  }),
  'GET /portal/complaints/:id': ({ things }) => ({ path: `/portal/complaints/${things.mine}` }),
  'POST /portal/complaints/:id/words': ({ things }) => ({
    path: `/portal/complaints/${things.mine}/words`,
    multipart: { requestId: crypto.randomUUID(), words: '今天又停了一次。' },
  }),
  'POST /portal/complaints/:id/rating': ({ things }) => ({
    path: `/portal/complaints/${things.mineReplied}/rating`,
    form: {
      requestId: crypto.randomUUID(),
      revisitId: newId('rvst', Date.now()),
      newComplaintId: newId('cmpl', Date.now()),
      ...rated,
    },
  }),
  'GET /portal/photos/:fileId': ({ things }) => ({ path: `/portal/photos/${things.waitingFileId}` }),
  'GET /portal/complaints/:id/photos/:fileId': ({ things }) => ({
    path: `/portal/complaints/${things.mine}/photos/${things.fileId}`,
  }),
  'POST /portal/survey/:roundId/:roomId': () => ({
    form: {
      requestId: crypto.randomUUID(),
      answerId: newId('answ', Date.now()),
      ...Object.fromEntries(
        Object.entries(scores(5, 4)).flatMap(([name, { expected, perceived }]) => [
          [`expected.${name}`, String(expected)],
          [`perceived.${name}`, String(perceived)],
        ]),
      ),
    },
  }),
}

/** A request that the route answers with what it is for. */
export function trueRequest(
  route: Route,
  description: ApiDescription,
  all: CompanyWithAll,
): { path: string; init: RequestInit; who: TestCaller | undefined } {
  const more = told[route.name]?.(all) ?? {}
  const renamed = Object.entries(more.names ?? {}).map(([name, thing]) => [name, all.things[thing] ?? ''])
  const things = { ...all.things, ...Object.fromEntries(renamed) }
  const sample = sampleRequest(route, description, { ...all.company, things })
  const address = new URL(more.path ?? sample.path, all.company.origin)
  for (const [name, value] of Object.entries(more.query ?? {})) address.searchParams.set(name, value)
  const init: RequestInit & { headers: Record<string, string> } = {
    ...sample.init,
    headers: { ...sample.init.headers, ...more.headers } as Record<string, string>,
  }
  if (more.body !== undefined || more.fresh !== undefined) {
    const body = JSON.parse(String(init.body ?? '{}')) as Record<string, unknown>
    const ids = (more.fresh ?? []).map((name) => [name, newId(prefixOf(String(body[name])), Date.now())])
    init.body = JSON.stringify({ ...body, ...Object.fromEntries(ids), ...more.body })
  }
  if (more.form !== undefined) {
    const fields = Object.entries(more.form)
    init.body = new URLSearchParams(
      fields.flatMap(([name, given]) => [given].flat().map((one) => [name, one])),
    ).toString()
    init.headers['content-type'] = 'application/x-www-form-urlencoded'
  }
  if (more.multipart !== undefined) {
    const parts = Object.entries(more.multipart).map(
      ([name, value]) => `--part\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    init.body = `${parts.join('')}--part--\r\n`
    init.headers['content-type'] = 'multipart/form-data; boundary=part'
  }
  init.headers.origin = all.company.origin
  if (more.bytes !== undefined) {
    init.body = more.bytes as BodyInit
    init.headers['content-type'] ??= 'application/octet-stream'
  }
  return { path: address.pathname + address.search, init, who: callerFor(route, all) }
}

function prefixOf(id: string): string {
  return id.slice(0, id.indexOf('_'))
}

function callerFor(route: Route, { company, things }: CompanyWithAll): TestCaller | undefined {
  if (route.name === 'POST /portal/sign-out' || route.name in publicRoutes) return undefined
  if (isOwners(route)) return company.owner
  const { staff } = company.staff.company_admin as {
    staff: TestCaller extends { staff: infer S } ? S : never
  }
  return route.name === 'POST /api/v1/session/password'
    ? { staff, id: things.signerId ?? '' }
    : company.staff.company_admin
}
