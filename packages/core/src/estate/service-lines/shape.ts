import * as v from 'valibot'

/**
 * The eight lines of service of a property (D8), in the order of the trade: 房屋建筑本体, 房屋设施设备, 清洁卫生, 绿化养护,
 * 安全护卫, 消防, 车辆道路, 客户服务管理. Whatever is told by kind of service is told by these.
 */
export const serviceLines = [
  'building_fabric',
  'building_equipment',
  'cleaning',
  'greenery',
  'security',
  'fire_safety',
  'traffic',
  'customer_service',
] as const
export type ServiceLine = (typeof serviceLines)[number]

export const serviceLineSchema = v.picklist(serviceLines)

/** What something without a line is told and found under. */
export const noServiceLine = 'unset'
export const serviceLineFilterSchema = v.picklist([...serviceLines, noServiceLine])
export type ServiceLineFilter = v.InferOutput<typeof serviceLineFilterSchema>
