import * as desk from '@heju/core/complaints'
import { instantOf, firstDay, addDays, type Period } from '@heju/kernel'
import type { Estate, Life } from './months.ts'

const matters = [
  {
    code: 'lift',
    place: '1栋电梯',
    text: '电梯运行时有异响，老人乘坐不放心，请尽快检修。',
    reply: '维保单位已更换导靴并调试，异响消除，一周内每天复查。',
  },
  {
    code: 'quality',
    place: '大堂',
    text: '大堂地面连续几天有污渍，没有人清理。',
    reply: '已安排当班保洁立即清理，并把大堂清扫改为每天三次。',
  },
  {
    code: 'vehicles',
    place: '地下车库',
    text: '消防通道上长期停着车，担心有安全隐患。',
    reply: '已联系车主挪车，并在通道加装了禁停标识，巡逻每两小时查看一次。',
  },
  {
    code: 'neighbours',
    place: '3层走廊',
    text: '邻居深夜装修，敲打声影响休息。',
    reply: '已上门提醒装修时间，装修公司书面承诺每天 18:00 前停工。',
  },
  {
    code: 'water',
    place: '水泵房',
    text: '早高峰水压不足，热水器打不着火。',
    reply: '二次供水泵已检修，压力恢复到正常值，现场测试三户均正常。',
  },
  {
    code: 'fees',
    place: '服务中心',
    text: '车位服务费为什么比上个月多，请解释清楚。',
    reply: '已当面说明计费天数和单价，并提供了收费依据的复印件。',
  },
  {
    code: 'attitude',
    place: '门岗',
    text: '访客登记时值班人员态度生硬。',
    reply: '已向您致歉，当事人参加了礼仪培训，门岗增加了服务提示。',
  },
] as const

/** The complaints of an estate's month, most of them gone through to the end. */
export async function complaintsOf(life: Life, period: Period): Promise<void> {
  const categories = await desk.listCategories(life.past.as(life.staff.desk, 'front_desk'))
  const idOf = new Map(categories.map(({ code, id }) => [code, id]))
  for (const estate of life.estates) {
    const { plan } = estate
    const rooms = plan.buildings.reduce(
      (sum, { units, floors, perFloor }) => sum + Math.max(1, units.length) * floors * perFloor,
      0,
    )
    const count = Math.max(1, Math.round((plan.complaints * rooms) / 100))
    for (let i = 0; i < count; i++) {
      const matter = life.chance.pick(matters)
      const day = life.chance.between(8, 24)
      await complaint(life, estate, matter, idOf.get(matter.code) ?? categories[0]?.id ?? '', day, period)
    }
  }
}

async function complaint(
  life: Life,
  { projectId, plan }: Estate,
  { place, text, reply }: (typeof matters)[number],
  categoryId: string,
  day: number,
  period: Period,
): Promise<void> {
  const { past, staff, chance, present } = life
  const inTime = chance.percent(plan.answeredInTime)
  const at = (days: number, time: string) => instantOf(addDays(firstDay(period), day - 1 + days), time)
  const complaintId = past.id('cmpl')
  const of = () => ({ requestId: past.requestId(), complaintId })
  const front = () => past.as(staff.desk, 'front_desk')
  const manager = () => past.as(staff.manager, 'project_manager')
  const late = inTime ? 0 : 6
  const steps: [number, () => Promise<unknown>][] = [
    [
      at(0, '10:20'),
      () =>
        desk.registerComplaint(front(), {
          ...of(),
          projectId,
          place,
          channel: chance.pick(['phone', 'visit'] as const),
          contactName: chance.pick(['王女士', '李先生', '陈阿姨', '刘先生', '赵女士']),
          contactPhone: `139${chance.between(10_000_000, 99_999_999)}`,
          categoryId,
          text,
        }),
    ],
    [
      at(inTime ? 0 : 2, '15:10'),
      () => desk.judgeNature(front(), { ...of(), judgement: { nature: 'communicative', kind: 'help' } }),
    ],
    [at(late, '16:00'), () => desk.investigate(front(), { ...of(), findings: '到现场查看，情况属实。' })],
    [
      at(late, '16:20'),
      () => desk.decideHandler(front(), { ...of(), handlerId: staff.manager, handOverNote: '请安排处理' }),
    ],
    [
      at(late, '17:00'),
      () => desk.proposePlan(manager(), { ...of(), plan: '安排专业人员处理，完成后复查。' }),
    ],
    [at(late + 1, '11:00'), () => desk.reply(manager(), { ...of(), ownerWords: reply })],
    [
      at(late + 4, '10:30'),
      () =>
        desk.recordRevisit(front(), {
          ...of(),
          revisitId: past.id('rvst'),
          channel: 'phone',
          outcome: 'satisfied',
          rating: chance.between(4, 5),
          words: '处理得还可以。',
        }),
    ],
    [
      at(late + 5, '14:00'),
      () =>
        desk.closeComplaint(front(), {
          ...of(),
          cause: '日常巡查没有及时发现。',
          learned: '同类问题要在巡查表里单列检查项。',
          prevention: '纳入每周巡查重点，主管抽查。',
        }),
    ],
  ]
  const before = past.now
  for (const [moment, happen] of steps) {
    if (moment >= present) break
    past.now = moment
    await happen()
    await past.settle()
  }
  past.now = before
}
