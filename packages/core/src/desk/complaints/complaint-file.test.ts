import { newId } from '@heju/kernel'
import type { Assignment } from '../../permissions/index.ts'
import { eq } from 'drizzle-orm'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { as, freshRequestId, staff } from '../../testing.ts'
import { complaintList, judgeNature } from './index.ts'
import { complaints, deskRegisters, harm, later, of, ownerComplains, scene } from './testing.ts'

async function rowsOf(bytes: Uint8Array): Promise<readonly (readonly unknown[])[]> {
  return (await readXlsx(bytes)).sheets[0]?.rows ?? []
}

describe('the file of complaints', () => {
  test('holds what the filter finds, with how both terms stand, and nobody’s name or phone', async () => {
    const place = await scene()
    const manager = await place.works('project_manager')
    const judged = await deskRegisters(place, manager, { contactName: '王小明', contactPhone: '13812341234' })
    await judgeNature(manager, { ...of(judged), judgement: harm })
    await ownerComplains(place, place.owner)
    const tomorrow = later(manager, 30)
    const ask = (filter: object) => complaintList.file(tomorrow, { view: 'all', ...filter }, 'zh-CN')
    const all = await ask({})
    const [headings, ...rows] = await rowsOf(all.bytes)
    expect(headings?.slice(0, 5)).toEqual(['编号', '项目', '位置', '类别', '服务条线'])
    expect(rows).toHaveLength(2)
    expect(rows.map((row) => [row[3], row[4], row[7], row[8], String(row[12]).slice(-4)])).toContainEqual([
      '电梯',
      '房屋设施设备',
      '已受理',
      '有效投诉',
      '按时完成',
    ])
    expect(JSON.stringify(rows)).toContain('已超时')
    expect(JSON.stringify(rows)).not.toMatch(/王小明|1381|1234/)
    expect(await rowsOf((await ask({ state: 'judged' })).bytes)).toHaveLength(2)
    const csv = await ask({ format: 'csv', month: '2025-01' })
    expect([csv.fileName, csv.contentType]).toEqual(['投诉-2025-01.csv', 'text/csv; charset=utf-8'])
    const overdue = await ask({ view: 'overdue', month: '2025-01' })
    expect(overdue.fileName).toBe('投诉-已超时-2025-01.xlsx')
  })

  test('is refused without the permission, and for another project', async () => {
    const place = await scene()
    const asked = { requestId: freshRequestId(), projectId: place.projectId as `proj_${string}` }
    for (const actor of [staff('cashier'), staff('front_desk', [newId('proj', 3)])])
      await expect(complaintList.file(as(place.admin, actor), asked, 'en')).rejects.toMatchObject({
        kind: 'forbidden',
      })
  })

  test('holds no complaints of a project in which its reader may only look at them', async () => {
    const place = await scene()
    await ownerComplains(place, place.owner)
    const rowsFor = async (...assignments: Assignment[]) => {
      const reader = as(place.admin, { kind: 'staff', id: 'staff_mixed', assignments })
      return (await rowsOf((await complaintList.file(reader, { view: 'all' }, 'zh-CN')).bytes)).slice(1)
    }
    const lead = { role: 'department_lead', projects: [place.projectId] } as const
    expect(await rowsFor(lead, { role: 'front_desk', projects: [newId('proj', 3)] })).toEqual([])
    expect(await rowsFor(lead, { role: 'front_desk', projects: 'all' })).toHaveLength(1)
  })

  test('holds none of one’s own of a project in which one may not read them all', async () => {
    const place = await scene()
    const cashier = await place.works('cashier')
    const id = await deskRegisters(place, cashier)
    // From a time when they handled complaints.
    await cashier.db.orm.update(complaints).set({ handlerId: cashier.actor.id }).where(eq(complaints.id, id))
    const elsewhere = newId('proj', 3)
    const rowsFor = async (view: 'mine' | 'received', auditor: 'all' | string[]) => {
      const assignments: Assignment[] = [
        { role: 'cashier', projects: [place.projectId] },
        { role: 'auditor', projects: auditor },
      ]
      const reader = as(cashier, { ...cashier.actor, kind: 'staff', assignments })
      expect((await complaintList.page(reader, { view })).items).toHaveLength(1)
      return (await rowsOf((await complaintList.file(reader, { view }, 'zh-CN')).bytes)).slice(1)
    }
    for (const view of ['mine', 'received'] as const) {
      // An auditor has no complaints of one's own, so that neither project holds both.
      await expect(rowsFor(view, [elsewhere])).rejects.toMatchObject({ kind: 'forbidden' })
      expect(await rowsFor(view, 'all')).toHaveLength(1)
    }
  })

  test('is not made of a project that there is not', async () => {
    const place = await scene()
    await expect(
      complaintList.file(place.admin, { view: 'all', projectId: newId('proj', 3) }, 'zh-CN'),
    ).rejects.toMatchObject({ code: 'projects.not_found' })
  })
})
