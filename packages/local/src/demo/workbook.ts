import { writeXlsx } from 'hucre/xlsx'
import type { Chance } from './chance.ts'
import type { EstatePlan } from './estates.ts'

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕']
const givenNames = [
  '静',
  '伟',
  '敏',
  '丽',
  '强',
  '磊',
  '洋',
  '艳',
  '勇',
  '军',
  '杰',
  '娟',
  '涛',
  '明',
  '超',
  '秀英',
  '建国',
  '志强',
  '桂兰',
  '玉梅',
  '晓东',
  '海燕',
  '文博',
  '子涵',
  '雨桐',
  '思远',
  '佳怡',
  '俊熙',
]

export interface DemoRoom {
  building: string
  unit: string | null
  number: string
  area: number
  owner: string
  phone: string
  state: string
}

/** The rooms of an estate with their owners; the first room of the first estate belongs to the demo owner. */
export function roomsOf(plan: EstatePlan, chance: Chance, firstPhone: number): DemoRoom[] {
  const rooms: DemoRoom[] = []
  for (const { name, units, floors, perFloor } of plan.buildings) {
    for (const unit of units.length === 0 ? [null] : units) {
      for (let floor = 1; floor <= floors; floor++) {
        for (let n = 1; n <= perFloor; n++) {
          const index = rooms.length
          rooms.push({
            building: name,
            unit,
            number: `${floor}${String(n).padStart(2, '0')}`,
            area: plan.areas[(n - 1) % plan.areas.length] ?? 90,
            owner: `${chance.pick(surnames)}${chance.pick(givenNames)}`,
            phone: String(firstPhone + index),
            state: chance.percent(88) ? '自住' : chance.pick(['出租', '空置', '装修']),
          })
        }
      }
    }
  }
  return rooms
}

/** The workbook that the company keeps its rooms in, with the headings that such files have. */
export function workbookOf(
  plan: Pick<EstatePlan, 'name' | 'use' | 'parking'>,
  rooms: readonly DemoRoom[],
): Promise<Uint8Array> {
  const head = ['楼栋', '单元', '房号', '建筑面积', '房屋用途', '房屋状态', '业主姓名', '业主电话']
  const body = rooms.map(({ building, unit, number, area, state, owner, phone }) => [
    building,
    unit,
    number,
    area,
    plan.use,
    state,
    owner,
    phone,
  ])
  const spaces = Array.from({ length: plan.parking.spaces }, (_, i) => {
    const holder = rooms[i * 2]
    return [`B1-${String(i + 1).padStart(3, '0')}`, '地下', holder?.owner ?? null, holder?.phone ?? null]
  })
  return writeXlsx({
    sheets: [
      { name: '房屋', rows: [[`${plan.name}房屋台账`], head, ...body] },
      { name: '车位', rows: [['车位编号', '车位类型', '业主姓名', '业主电话'], ...spaces] },
    ],
  })
}
