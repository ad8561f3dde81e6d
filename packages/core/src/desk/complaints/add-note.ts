import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { complaintFor, recordStep } from './matters.ts'
import { addNoteSchema, type AddNote } from './schemas.ts'

/** Adds a note among staff, also to a closed complaint. Its owner never sees it. */
export async function addNote(ctx: Ctx, raw: AddNote): Promise<{ complaintId: string }> {
  const input = parse(addNoteSchema, raw)
  return ctx.write('complaints.add_note', input, async (write) => {
    const { complaintId, note, fileIds } = input
    const { matter: complaint } = await complaintFor(ctx, complaintId, 'complaints.receive')
    recordStep(ctx, write, complaint, { kind: 'note', note, fileIds })
    write.audit('complaints.note_added', complaintId, { projectId: complaint.projectId })
    return { complaintId }
  })
}
