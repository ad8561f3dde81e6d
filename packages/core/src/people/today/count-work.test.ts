import { plansOf, slowSteps } from '@heju/db/testing'
import { newId } from '@heju/kernel'
import { beforeAll, describe, expect, test } from 'vitest'
import { complaintList } from '../../desk/complaints/index.ts'
import {
  ask,
  deskRegisters,
  handleUntilReply,
  later,
  ownerComplains,
  scene,
  type Scene,
} from '../../desk/complaints/testing.ts'
import type { Ctx } from '../../context.ts'
import { as, staff } from '../../testing.ts'
import { countWork } from './index.ts'

let place: Scene
let manager: Ctx
beforeAll(async () => {
  place = await scene()
  manager = await place.works('project_manager')
  await ownerComplains(place, place.owner)
  await deskRegisters(place, manager, { handlerId: manager.actor.id })
  const answered = await deskRegisters(place, later(manager, 0.1))
  await handleUntilReply(later(manager, 0.1), answered)
  await ask(later(manager, 0.2), answered, 'satisfied')
})

const counted = async (ctx: Ctx) =>
  Object.fromEntries((await countWork(ctx)).map(({ kind, count }) => [kind, count]))

describe('what waits today', () => {
  test('each count of complaints is as long as the list that it leads to', async () => {
    const tomorrow = later(manager, 30)
    const counts = await counted(tomorrow)
    const views = {
      overdue: 'complaints_overdue',
      mine: 'complaints_mine',
      no_echo: 'complaints_no_echo',
      to_summarise: 'complaints_to_summarise',
    }
    for (const [view, kind] of Object.entries(views)) {
      const { items } = await complaintList.page(tomorrow, { view: view as keyof typeof views })
      expect([view, counts[kind]]).toEqual([view, items.length])
    }
    expect(counts).toMatchObject({
      complaints_overdue: 2,
      complaints_mine: 2,
      complaints_to_summarise: 1,
    })
  })

  test('each role is told of what is theirs, and of nothing else', async () => {
    expect(Object.keys(await counted(await place.works('cashier')))).toEqual([
      'complaints_mine',
      'exceptions',
      'bills_overdue',
      'messages_dead',
      'stopped',
    ])
    expect(Object.keys(await counted(await place.works('worker')))).toEqual(['complaints_mine'])
    expect(Object.keys(await counted(await place.works('accountant')))).toEqual([
      'exceptions',
      'drafts',
      'bills_overdue',
      'stopped',
    ])
  })

  test('who works in another project counts nothing of this one', async () => {
    const elsewhere = as(later(manager, 30), staff('project_manager', [newId('proj', 9)]))
    expect(new Set(Object.values(await counted(elsewhere)))).toEqual(new Set([0]))
  })

  test('nothing is read from end to end but what is still open', async () => {
    const ofOpenOnes = [
      'complaints_without_echo',
      'complaints_open_of_handler',
      'bill_runs_one_open',
      'outbox_failing',
    ]
    for (const actor of [staff('company_admin'), staff('project_manager', [place.projectId])]) {
      const plans = await plansOf(manager.db, () => countWork(as(manager, actor)))
      const read = slowSteps(plans, { gathered: ['debts'] }).filter(
        (step) => !ofOpenOnes.some((index) => step.endsWith(index)),
      )
      expect(read).toEqual([])
    }
  })
})
