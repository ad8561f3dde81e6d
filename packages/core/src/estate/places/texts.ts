import type { Text, Texts } from '@heju/i18n'

const text = (zhCN: string, zhHant: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en })

/** Words of common places, for pages, files and the log. */
export const placeTexts = {
  title: text('公共部位', '公共部位', 'Common places'),
  'common.lobby': text('大堂', '大堂', 'Lobby'),
  'common.lift_hall': text('电梯厅', '電梯廳', 'Lift hall'),
  'common.corridor': text('走廊楼道', '走廊樓道', 'Corridor and stairs'),
  'common.lift': text('电梯', '電梯', 'Lift'),
  'common.lift_machine_room': text('电梯机房', '電梯機房', 'Lift machine room'),
  'common.roof': text('屋顶', '屋頂', 'Roof'),
  'common.garage': text('地下车库', '地下車庫', 'Garage'),
  'common.pump_room': text('水泵房', '水泵房', 'Pump room'),
  'common.power_room': text('配电房', '配電房', 'Power room'),
  'common.fire_control_room': text('消防控制室', '消防控制室', 'Fire control room'),
  'common.monitoring_room': text('监控室', '監控室', 'Monitoring room'),
  'common.gate': text('大门岗亭', '大門崗亭', 'Gate'),
  'common.road': text('道路', '道路', 'Road'),
  'common.green': text('绿地', '綠地', 'Green'),
  'common.waste_room': text('垃圾房', '垃圾房', 'Waste room'),
  'common.playground': text('儿童活动区', '兒童活動區', 'Playground'),
  'common.charging': text('充电区', '充電區', 'Charging area'),
  'common.activity_room': text('活动室', '活動室', 'Activity room'),
  'common.toilet': text('公共卫生间', '公共衛生間', 'Toilet'),
  'common.other': text('其他', '其他', 'Other'),
  wholeName: text('位置', '位置', 'Place'),
  kind: text('类型', '類型', 'Kind'),
  building: text('楼栋', '樓棟', 'Building'),
  unit: text('单元', '單元', 'Unit'),
  floor: text('楼层', '樓層', 'Floor'),
  name: text('名称', '名稱', 'Name'),
  state: text('状态', '狀態', 'State'),
  'state.used': text('在用', '在用', 'In use'),
  'state.retired': text('已停用', '已停用', 'Out of use'),
} as const satisfies Texts
