import type { Ctx } from '@heju/core'
import * as complaints from '@heju/core/complaints'
import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import { withCtx } from '../http/context.ts'
import { body, idempotent, params, route } from '../http/describe.ts'
import type { HttpEnv } from '../http/env.ts'

const done = v.object({ complaintId: v.string() })
const refusals = [401, 403, 404, 409, 422] as const
const inAddress = ['requestId', 'complaintId'] as const
/** Which complaint: in the address of every step. */
const ofComplaint = params(v.pick(complaints.revealContactSchema, ['complaintId']))

/** Runs a verb about the complaint of the address, with the body that the route has checked. */
function act<I extends object, A>(
  c: Context<HttpEnv>,
  verb: (ctx: Ctx, input: I & { requestId: string; complaintId: string }) => Promise<A>,
  input: I,
): Promise<A> {
  // Both were checked by the route's validators.
  const requestId = c.req.header('idempotency-key') ?? ''
  const complaintId = c.req.param('complaintId') ?? ''
  return withCtx(c, (ctx) => verb(ctx, { ...input, requestId, complaintId }))
}

/** What staff do with a complaint: the steps of the procedure, and what goes along with them. */
export const complaintStepRoutes = new Hono<HttpEnv>()
  .post(
    '/:complaintId/judge',
    route('Second step: judge its nature. This is the first handling', done, refusals),
    idempotent,
    ofComplaint,
    body(v.omit(complaints.judgeNatureSchema, inAddress)),
    async (c) => c.json(await act(c, complaints.judgeNature, c.req.valid('json'))),
  )
  .post(
    '/:complaintId/investigate',
    route('Third step: why it came to this', done, refusals),
    idempotent,
    ofComplaint,
    body(v.omit(complaints.investigateSchema, inAddress)),
    async (c) => c.json(await act(c, complaints.investigate, c.req.valid('json'))),
  )
  .post(
    '/:complaintId/handler',
    route('Fourth step: who is responsible', done, refusals),
    idempotent,
    ofComplaint,
    body(v.omit(complaints.decideHandlerSchema, inAddress)),
    async (c) => c.json(await act(c, complaints.decideHandler, c.req.valid('json'))),
  )
  .post(
    '/:complaintId/plan',
    route('Fifth step: what will be done', done, refusals),
    idempotent,
    ofComplaint,
    body(v.omit(complaints.proposePlanSchema, inAddress)),
    async (c) => c.json(await act(c, complaints.proposePlan, c.req.valid('json'))),
  )
  .post(
    '/:complaintId/reply',
    route('Sixth step: answer the owner', done, refusals),
    idempotent,
    ofComplaint,
    body(v.omit(complaints.replySchema, inAddress)),
    async (c) => c.json(await act(c, complaints.reply, c.req.valid('json'))),
  )
  .post(
    '/:complaintId/revisits',
    route('Seventh step: what the owner said when asked; not content, it is taken up again', done, refusals),
    idempotent,
    ofComplaint,
    body(v.omit(complaints.recordRevisitFields, inAddress)),
    async (c) => c.json(await act(c, complaints.recordRevisit, c.req.valid('json'))),
  )
  .post(
    '/:complaintId/close',
    route('Last step: the three answers of the summary', done, refusals),
    idempotent,
    ofComplaint,
    body(v.omit(complaints.closeComplaintSchema, inAddress)),
    async (c) => c.json(await act(c, complaints.closeComplaint, c.req.valid('json'))),
  )
  .post(
    '/:complaintId/resolve',
    route('Settle at first contact: the second to the sixth step in one', done, refusals),
    idempotent,
    ofComplaint,
    body(v.omit(complaints.resolveAtOnceSchema, inAddress)),
    async (c) => c.json(await act(c, complaints.resolveAtOnce, c.req.valid('json'))),
  )
  .post(
    '/:complaintId/nature',
    route('Judge its nature anew, with the reason', done, refusals),
    idempotent,
    ofComplaint,
    body(v.omit(complaints.correctNatureSchema, inAddress)),
    async (c) => c.json(await act(c, complaints.correctNature, c.req.valid('json'))),
  )
  .post(
    '/:complaintId/hand-over',
    route('Give it to somebody else, with a hand-over note', done, refusals),
    idempotent,
    ofComplaint,
    body(v.omit(complaints.handOverSchema, inAddress)),
    async (c) => c.json(await act(c, complaints.handOver, c.req.valid('json'))),
  )
  .post(
    '/:complaintId/agreed-time',
    route('Write down a time that was agreed with the owner', done, refusals),
    idempotent,
    ofComplaint,
    body(v.omit(complaints.agreeTimeSchema, inAddress)),
    async (c) => c.json(await act(c, complaints.agreeTime, c.req.valid('json'))),
  )
  .post(
    '/:complaintId/news',
    route('Tell the owner how it stands', done, refusals),
    idempotent,
    ofComplaint,
    body(v.omit(complaints.tellOwnerSchema, inAddress)),
    async (c) => c.json(await act(c, complaints.tellOwner, c.req.valid('json'))),
  )
  .post(
    '/:complaintId/notes',
    route('Add a note among staff', done, refusals),
    idempotent,
    ofComplaint,
    body(v.omit(complaints.addNoteSchema, inAddress)),
    async (c) => c.json(await act(c, complaints.addNote, c.req.valid('json'))),
  )
  .post(
    '/:complaintId/flags',
    route('Mark it as major, an emergency or a special customer’s', done, refusals),
    idempotent,
    ofComplaint,
    body(v.omit(complaints.flagComplaintSchema, inAddress)),
    async (c) => c.json(await act(c, complaints.flagComplaint, c.req.valid('json'))),
  )
  .post(
    '/:complaintId/category',
    route('Put it under another category', done, refusals),
    idempotent,
    ofComplaint,
    body(v.omit(complaints.recategoriseSchema, inAddress)),
    async (c) => c.json(await act(c, complaints.recategorise, c.req.valid('json'))),
  )
  .post(
    '/:complaintId/contact',
    route(
      'See the phone that was left in full; who looked is recorded',
      v.object({ phone: v.string() }),
      refusals,
    ),
    idempotent,
    ofComplaint,
    async (c) => c.json(await act(c, complaints.revealContact, {})),
  )
