import * as desk from '@heju/core/desk/complaints'
import type { Estate, Life } from './life.ts'
import type { DemoOwner } from './owners.ts'

export const matters = [
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

/** What a complaint is about, and who made it: an owner in the portal, or a caller when there is none. */
export interface Case {
  estate: Estate
  matter: (typeof matters)[number]
  categoryId: string
  owner?: DemoOwner | undefined
  /** Photos that the owner sent before. */
  fileIds?: string[]
}

/** The eight steps of the procedure (D95). */
export type CourseStep =
  | 'registered'
  | 'judged'
  | 'investigated'
  | 'assigned'
  | 'planned'
  | 'replied'
  | 'revisited'
  | 'closed'

export interface Course {
  complaintId: string
  steps: readonly (readonly [CourseStep, () => Promise<unknown>])[]
}

/** The steps of one complaint in their order; each is carried out at whatever time the past has then. */
export function courseOf(life: Life, about: Case): Course {
  const { past, staff } = life
  const complaintId = past.id('cmpl')
  const of = () => ({ requestId: past.requestId(), complaintId })
  const front = () => past.as(staff.desk, 'front_desk')
  const manager = () => past.as(staff.manager, 'project_manager')
  const steps: Course['steps'] = [
    ['registered', () => begin(life, about, of())],
    [
      'judged',
      () => desk.judgeNature(front(), { ...of(), judgement: { nature: 'communicative', kind: 'help' } }),
    ],
    ['investigated', () => desk.investigate(front(), { ...of(), findings: '到现场查看，情况属实。' })],
    [
      'assigned',
      () => desk.decideHandler(front(), { ...of(), handlerId: staff.manager, handOverNote: '请安排处理' }),
    ],
    ['planned', () => desk.proposePlan(manager(), { ...of(), plan: '安排专业人员处理，完成后复查。' })],
    ['replied', () => desk.reply(manager(), { ...of(), ownerWords: about.matter.reply })],
    ['revisited', () => say(life, about, of())],
    [
      'closed',
      () =>
        desk.closeComplaint(front(), {
          ...of(),
          cause: '日常巡查没有及时发现。',
          learned: '同类问题要在巡查表里单列检查项。',
          prevention: '纳入每周巡查重点，主管抽查。',
        }),
    ],
  ]
  return { complaintId, steps }
}

interface Which {
  requestId: string
  complaintId: string
}

function begin({ past, staff, chance }: Life, about: Case, which: Which): Promise<unknown> {
  const { owner, categoryId, matter, estate, fileIds = [] } = about
  const { text, place } = matter
  if (owner !== undefined) {
    return desk.complain(past.asOwner(owner.id), {
      ...which,
      roomId: owner.roomId,
      categoryId,
      text,
      fileIds,
    })
  }
  return desk.registerComplaint(past.as(staff.desk, 'front_desk'), {
    ...which,
    projectId: estate.projectId,
    place,
    channel: chance.pick(['phone', 'visit'] as const),
    contactName: chance.pick(['王女士', '李先生', '陈阿姨', '刘先生', '赵女士']),
    contactPhone: `139${chance.between(10_000_000, 99_999_999)}`,
    categoryId,
    text,
  })
}

/** An owner rates in the portal how it went; a caller is asked by phone. */
function say({ past, staff, chance }: Life, { owner }: Case, which: Which): Promise<unknown> {
  const said = { ...which, revisitId: past.id('rvst'), rating: chance.between(4, 5), words: '处理得还可以。' }
  if (owner !== undefined) {
    return desk.rateComplaint(past.asOwner(owner.id), { ...said, newComplaintId: past.id('cmpl') })
  }
  return desk.recordRevisit(past.as(staff.desk, 'front_desk'), {
    ...said,
    channel: 'phone',
    outcome: 'satisfied',
  })
}
