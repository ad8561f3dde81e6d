import * as complaints from '@heju/core/desk/complaints'
import { Hono } from 'hono'
import * as v from 'valibot'
import { command } from '../../http/command.ts'
import type { HttpEnv } from '../../http/env.ts'

const complaintAnswer = v.object({ complaintId: v.string() })

/** What staff do with a complaint: the steps of the procedure, and what goes along with them. */
export const complaintStepRoutes = new Hono<HttpEnv>()
  .post(
    ...command(
      '/:complaintId/judge',
      'Second step: judge its nature. This is the first handling',
      complaints.judgeNature,
      complaints.judgeNatureSchema,
      complaintAnswer,
    ),
  )
  .post(
    ...command(
      '/:complaintId/investigate',
      'Third step: why it came to this',
      complaints.investigate,
      complaints.investigateSchema,
      complaintAnswer,
    ),
  )
  .post(
    ...command(
      '/:complaintId/handler',
      'Fourth step: who is responsible',
      complaints.decideHandler,
      complaints.decideHandlerSchema,
      complaintAnswer,
    ),
  )
  .post(
    ...command(
      '/:complaintId/plan',
      'Fifth step: what will be done',
      complaints.proposePlan,
      complaints.proposePlanSchema,
      complaintAnswer,
    ),
  )
  .post(
    ...command(
      '/:complaintId/reply',
      'Sixth step: answer the owner',
      complaints.reply,
      complaints.replySchema,
      complaintAnswer,
    ),
  )
  .post(
    ...command(
      '/:complaintId/revisits',
      'Seventh step: what the owner said when asked; not content, it is taken up again',
      complaints.recordRevisit,
      complaints.recordRevisitSchema,
      complaintAnswer,
    ),
  )
  .post(
    ...command(
      '/:complaintId/close',
      'Last step: the three answers of the summary',
      complaints.closeComplaint,
      complaints.closeComplaintSchema,
      complaintAnswer,
    ),
  )
  .post(
    ...command(
      '/:complaintId/resolve',
      'Settle at first contact: the second to the sixth step in one',
      complaints.resolveAtOnce,
      complaints.resolveAtOnceSchema,
      complaintAnswer,
    ),
  )
  .post(
    ...command(
      '/:complaintId/nature',
      'Judge its nature anew, with the reason',
      complaints.correctNature,
      complaints.correctNatureSchema,
      complaintAnswer,
    ),
  )
  .post(
    ...command(
      '/:complaintId/hand-over',
      'Give it to somebody else, with a hand-over note',
      complaints.handOver,
      complaints.handOverSchema,
      complaintAnswer,
    ),
  )
  .post(
    ...command(
      '/:complaintId/agreed-time',
      'Write down a time that was agreed with the owner',
      complaints.agreeTime,
      complaints.agreeTimeSchema,
      complaintAnswer,
    ),
  )
  .post(
    ...command(
      '/:complaintId/news',
      'Tell the owner how it stands',
      complaints.tellOwner,
      complaints.tellOwnerSchema,
      complaintAnswer,
    ),
  )
  .post(
    ...command(
      '/:complaintId/notes',
      'Add a note among staff',
      complaints.addNote,
      complaints.addNoteSchema,
      complaintAnswer,
    ),
  )
  .post(
    ...command(
      '/:complaintId/flags',
      'Mark it as major, an emergency or a special customer’s',
      complaints.flagComplaint,
      complaints.flagComplaintSchema,
      complaintAnswer,
    ),
  )
  .post(
    ...command(
      '/:complaintId/category',
      'Put it under another category',
      complaints.recategorise,
      complaints.recategoriseSchema,
      complaintAnswer,
    ),
  )
  .post(
    ...command(
      '/:complaintId/contact',
      'See the phone that was left in full; who looked is recorded',
      complaints.revealContact,
      complaints.revealContactSchema,
      v.object({ phone: v.string() }),
    ),
  )
