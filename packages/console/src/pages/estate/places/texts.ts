import { placeTexts } from '@heju/core/estate/places/texts'
import type { Text, Texts } from '@heju/i18n'

const text = (zhCN: string, zhHant: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en })

export const places = {
  ...placeTexts,
  about: text(
    '大家共用的地方：各单元的大堂、电梯厅，项目的水泵房、配电房等。投诉可以直接选到这里。',
    '大家共用的地方：各單元的大堂、電梯廳，項目的水泵房、配電房等。投訴可以直接選到這裡。',
    'What is shared: the lobby and lift hall of each unit, the pump room and power room of the project, and so on. Complaints can name them.',
  ),
  empty: text(
    '还没有登记公共部位。按模板一次建好每个单元的大堂、电梯厅和项目的水泵房、配电房等，再按实际情况增减。',
    '還沒有登記公共部位。按範本一次建好每個單元的大堂、電梯廳和項目的水泵房、配電房等，再按實際情況增減。',
    'No common places yet. A template makes the lobby and lift hall of each unit, and the pump room, power room and so on of the project; add and change what differs.',
  ),
  'empty.found': text('没有符合条件的公共部位。', '沒有符合條件的公共部位。', 'No common place matches.'),
  'empty.retired': text(
    '没有停用的公共部位。停用后会列在这里，随时可以恢复。',
    '沒有停用的公共部位。停用後會列在這裡，隨時可以恢復。',
    'None is out of use. Those that are will stand here, and can be taken up again.',
  ),
  search: text('楼栋、单元或名称', '樓棟、單元或名稱', 'Building, unit or name'),
  'building.all': text('全部楼栋', '全部樓棟', 'All buildings'),
  'kind.all': text('全部类型', '全部類型', 'All kinds'),
  create: text('新建公共部位', '新建公共部位', 'New common place'),
  created: text('已新建', '已新建', 'Made'),
  change: text('修改', '修改', 'Change'),
  'change.about': text(
    '改名或移动后，指向它的投诉等记录仍然指向它。',
    '改名或移動後，指向它的投訴等記錄仍然指向它。',
    'Complaints and other records that point to it go on doing so when it is renamed or moved.',
  ),
  saved: text('已保存', '已儲存', 'Saved'),
  under: text('位于', '位於', 'Under'),
  'under.project': text('整个项目', '整個項目', 'The whole project'),
  'floor.hint': text(
    '地下填负数，如 -1；可留空',
    '地下填負數，如 -1；可留空',
    'Below ground as -1; may be left empty',
  ),
  'name.hint': text('显示为：{name}', '顯示為：{name}', 'Shown as: {name}'),
  template: text('按模板新建', '按範本新建', 'Use a template'),
  'template.about': text(
    '已有同名的不会重复新建，所以以后加了楼栋可以再用一次。',
    '已有同名的不會重複新建，所以以後加了樓棟可以再用一次。',
    'What is there already under its name is left as it is, so use it again when buildings were added.',
  ),
  'template.unit': text('每个单元（{count} 个）', '每個單元（{count} 個）', 'For each unit ({count})'),
  'template.building': text('每栋楼（{count} 栋）', '每棟樓（{count} 棟）', 'For each building ({count})'),
  'template.project': text('整个项目', '整個項目', 'For the whole project'),
  'template.unit.hint': text(
    '没有单元的楼栋算一个单元',
    '沒有單元的樓棟算一個單元',
    'A building without units counts as one',
  ),
  'template.total': text('共 {count} 处', '共 {count} 處', '{count} in all'),
  'template.none': text('请至少选一种。', '請至少選一種。', 'Choose one kind at least.'),
  'template.make': text('新建', '新建', 'Make them'),
  'template.done': text('已新建 {created} 处', '已新建 {created} 處', '{created} made'),
  'template.done.some': text(
    '已新建 {created} 处；{present} 处已有，未重复新建',
    '已新建 {created} 處；{present} 處已有，未重複新建',
    '{created} made; {present} were there already',
  ),
  complaints: text('投诉', '投訴', 'Complaints'),
  'complaints.of': text('看投诉', '看投訴', 'See complaints'),
  actions: text('操作', '操作', 'Actions'),
  retire: text('停用', '停用', 'Take out of use'),
  'retire.done': text(
    '已停用“{name}”。它不再出现在选择中，已有的记录不变。',
    '已停用「{name}」。它不再出現在選擇中，已有的記錄不變。',
    '{name} is out of use: it is offered no more, and what was recorded stays.',
  ),
  undo: text('撤销', '撤銷', 'Undo'),
  restore: text('恢复', '恢復', 'Take up again'),
  restored: text('已恢复使用', '已恢復使用', 'In use again'),
} as const satisfies Texts
