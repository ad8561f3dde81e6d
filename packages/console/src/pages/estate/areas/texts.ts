import { areaTexts } from '@heju/core/estate/areas/texts'
import type { Text, Texts } from '@heju/i18n'

const text = (zhCN: string, zhHant: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en })

export const areas = {
  ...areaTexts,
  title: text('责任区', '責任區', 'Areas'),
  'about.steward': text(
    '把楼栋、单元或单套房划给一位管家。业主在手机上看到管家姓名，投诉派单时先推荐他。',
    '把樓棟、單元或單套房劃給一位管家。業主在手機上看到管家姓名，投訴派單時先推薦他。',
    'Buildings, units or single rooms that one steward looks after. Owners see the name, and complaints are offered to them first.',
  ),
  'about.dunning': text(
    '把楼栋、单元或单套房划给一位催缴的同事，欠费由他联系业主。',
    '把樓棟、單元或單套房劃給一位催繳的同事，欠費由他聯絡業主。',
    'Buildings, units or single rooms whose arrears one colleague follows up with their owners.',
  ),
  empty: text(
    '还没有责任区。点“新建责任区”，选好楼栋和负责人。',
    '還沒有責任區。點「新建責任區」，選好樓棟和負責人。',
    'No areas yet. Make one, and choose its buildings and who is responsible.',
  ),
  create: text('新建责任区', '新建責任區', 'New area'),
  change: text('修改', '修改', 'Change'),
  changeTitle: text('修改责任区', '修改責任區', 'Change the area'),
  close: text('撤销', '撤銷', 'Close'),
  'close.confirm': text(
    '从今天起，{name} 的房屋不再属于任何责任区，也没有负责人；以前的记录保留。',
    '從今天起，{name} 的房屋不再屬於任何責任區，也沒有負責人；以前的記錄保留。',
    'From today the rooms of {name} belong to no area and have nobody responsible; what was stays on record.',
  ),
  'close.done': text('已撤销', '已撤銷', 'Closed'),
  kind: text('类型', '類型', 'Kind'),
  none: text('未划入责任区的房屋', '未劃入責任區的房屋', 'Rooms of no area'),
  'none.empty': text(
    '所有房屋都已划入责任区。',
    '所有房屋都已劃入責任區。',
    'Every room belongs to an area.',
  ),
  'rooms.title': text('房屋', '房屋', 'Rooms'),
  'rooms.empty': text(
    '这个责任区今天没有房屋。点“修改”选楼栋或单元。',
    '這個責任區今天沒有房屋。點「修改」選樓棟或單元。',
    'The area has no rooms today. Change it and choose buildings or units.',
  ),
  'holder.steward': text('管家', '管家', 'Steward'),
  'holder.dunning': text('催缴负责人', '催繳負責人', 'Responsible for dunning'),
  standIn: text('代班', '代班', 'Stand-in'),
  'standIn.hint': text(
    '负责人休息时由谁代',
    '負責人休息時由誰代',
    'Who is there when whoever is responsible is away',
  ),
  vacant: text('空缺', '空缺', 'Nobody'),
  places: text('范围', '範圍', 'Made of'),
  'places.hint': text(
    '选整栋、整个单元或单套房；单套房、单元的划分优先于楼栋。已属别的责任区的会移过来。',
    '選整棟、整個單元或單套房；單套房、單元的劃分優先於樓棟。已屬別的責任區的會移過來。',
    'Whole buildings, units or single rooms; what is said of a room or unit goes before its building. What belongs elsewhere moves here.',
  ),
  'places.of': text('{name}（现属{area}）', '{name}（現屬{area}）', '{name} (now {area})'),
  fromOn: text('从哪天起', '從哪天起', 'From'),
  'fromOn.hint': text(
    '今天或以后；以前的归属不变',
    '今天或以後；以前的歸屬不變',
    'Today or later; what was stays',
  ),
  stewards: text('负责人记录', '負責人記錄', 'Who was responsible'),
  'stewards.empty': text('还没有指定过负责人。', '還沒有指定過負責人。', 'Nobody was named so far.'),
  history: text('范围变动', '範圍變動', 'What came and went'),
  'history.empty': text('还没有划入过房屋。', '還沒有劃入過房屋。', 'Nothing belonged to it so far.'),
  joins: text('划入', '劃入', 'Joined'),
  leaves: text('划出', '劃出', 'Left'),
  place: text('楼栋、单元或房屋', '樓棟、單元或房屋', 'Building, unit or room'),
  what: text('变动', '變動', 'What'),
  closed: text('{day} 起撤销', '{day} 起撤銷', 'Closed from {day}'),
} as const satisfies Texts
