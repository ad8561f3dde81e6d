import {
  addOwnerWords,
  rateComplaint,
  registerComplaint,
  type MyComplaintPage,
} from '@heju/core/desk/complaints'
import { handleUntilReply } from '@heju/core/desk/complaints/testing'
import { as, freshRequestId, staff } from '@heju/core/testing'
import { newId } from '@heju/kernel'
import { expect, test } from 'vitest'
import { complaintScene } from './testing.ts'

test('what somebody else on the owner’s side said is not shown as the reader’s own, nor who it was', async () => {
  const scene = await complaintScene()
  const { ctx, place, categoryId } = scene
  const [owner, agent] = place.owners
  const lead = as(ctx, staff('company_admin', 'all', newId('stf', ctx.now)))
  // The desk takes it down for the owner, with the phone of who came for them, who has an account as well.
  const complaintId = newId('cmpl', ctx.now)
  const of = () => ({ requestId: freshRequestId(), complaintId })
  const { roomId, personId } = place.rooms[0]!
  const told = { channel: 'on_behalf' as const, agentName: '赵代办', contactPhone: '13900002222' }
  const about = { projectId: place.projectId, roomId, personId, categoryId, text: '电梯早上停了半小时。' }
  await registerComplaint(lead, { ...of(), ...about, ...told })
  await ctx.db.client.execute({
    sql: 'UPDATE owners SET phone_index = (SELECT phone_index FROM complaints WHERE id = ?) WHERE id = ?',
    args: [complaintId, agent!.actor.id],
  })
  await addOwnerWords(owner!, { ...of(), words: '业主自己说的' })
  await addOwnerWords(agent!, { ...of(), words: '代办人说的' })
  await handleUntilReply(lead, complaintId)
  const ids = { revisitId: newId('rvst', ctx.now), newComplaintId: newId('cmpl', ctx.now) }
  await rateComplaint(agent!, { ...of(), ...ids, rating: 2, words: '还是会停' })

  const api = await scene.get(`/api/v1/portal/complaints/${complaintId}`)
  const { steps } = (await api.json()) as MyComplaintPage
  const said = steps.filter(({ by }) => by !== 'company').map(({ kind, by, words }) => [kind, by, words])
  expect(said).toEqual([
    ['owner_words', 'me', '业主自己说的'],
    ['owner_words', 'owner_side', '代办人说的'],
    ['rated', 'owner_side', '还是会停'],
    ['reopened', 'owner_side', null],
  ])

  const path = `/portal/complaints/${complaintId}`
  const seen = await scene.read(path)
  expect(seen).toMatch(/<b>您补充<\/b>(?:(?!<\/li>).)*业主自己说的/s)
  expect(seen).toMatch(/<b>业主方补充<\/b>(?:(?!<\/li>).)*代办人说的/s)
  expect(seen).toMatch(/<b>业主方评价<\/b>(?:(?!<\/li>).)*还是会停/s)
  expect(seen).toContain('业主方不满意，已重新办理')
  expect(seen).not.toMatch(/您评价|您不满意|赵代办|2222/)
  const other = await scene.read(path, 1)
  expect(other).toMatch(/<b>业主方补充<\/b>(?:(?!<\/li>).)*业主自己说的/s)
  expect(other).toMatch(/<b>您评价<\/b>(?:(?!<\/li>).)*还是会停/s)
  expect(other).toContain('您不满意，我们已重新办理')
})
