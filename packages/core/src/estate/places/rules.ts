/** What of an estate several use and nobody owns alone (共用部位, D19). */
export const commonKinds = [
  'lobby', // 大堂
  'lift_hall', // 电梯厅
  'corridor', // 走廊楼道
  'lift', // 电梯
  'lift_machine_room', // 电梯机房
  'roof', // 屋顶
  'garage', // 地下车库
  'pump_room', // 水泵房
  'power_room', // 配电房
  'fire_control_room', // 消防控制室
  'monitoring_room', // 监控室
  'gate', // 大门岗亭
  'road', // 道路
  'green', // 绿地
  'waste_room', // 垃圾房
  'playground', // 儿童活动区
  'charging', // 充电区
  'activity_room', // 活动室
  'toilet', // 公共卫生间
  'other', // 其他
] as const
export type CommonKind = (typeof commonKinds)[number]

/** For what of a project a template makes one: for the whole, for each building, for each unit of a building. */
export const spans = ['project', 'building', 'unit'] as const
export type Span = (typeof spans)[number]

/** Most places that a template makes at once. */
export const mostAtOnce = 5000
export const longestPlaceName = 40

/** What a template offers to make for each of what there is, and what most estates have. */
export const template: Readonly<
  Record<Span, { offered: readonly CommonKind[]; usual: readonly CommonKind[] }>
> = {
  unit: {
    offered: ['lobby', 'lift_hall', 'corridor', 'lift'],
    usual: ['lobby', 'lift_hall'],
  },
  building: {
    offered: ['roof', 'lift_machine_room', 'power_room', 'pump_room'],
    usual: ['roof'],
  },
  project: {
    offered: [
      'gate',
      'garage',
      'pump_room',
      'power_room',
      'fire_control_room',
      'monitoring_room',
      'waste_room',
      'green',
      'road',
      'playground',
      'charging',
      'activity_room',
      'toilet',
    ],
    usual: [
      'gate',
      'garage',
      'pump_room',
      'power_room',
      'fire_control_room',
      'monitoring_room',
      'waste_room',
    ],
  },
}
