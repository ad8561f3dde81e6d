import { holdingTexts } from '@heju/core/platform/holdings/texts'
import type { Text, Texts } from '@heju/i18n'

const text = (zhCN: string, zhHant: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en })

export const handOverTexts = {
  ...holdingTexts,
  open: text('手上的工作与交接', '手上的工作與交接', 'What they hold, handing over'),
  title: text('手上的工作', '手上的工作', 'What they hold'),
  about: text(
    '离职或调岗前，把手上的事一次交给接手的同事；每件事的记录里都会写明交接。',
    '離職或調崗前，把手上的事一次交給接手的同事；每件事的記錄裡都會寫明交接。',
    'Before they leave or move, hand everything over at once; the history of each thing tells of it.',
  ),
  handOver: text('交接', '交接', 'Hand over'),
  empty: text('手上没有要交接的事。', '手上沒有要交接的事。', 'They hold nothing to hand over.'),
  kind: text('类别', '類別', 'Kind'),
  project: text('项目', '項目', 'Project'),
  'project.none': text('全公司', '全公司', 'The company'),
  count: text('件数', '件數', 'Number'),
  see: text('看清单', '看清單', 'See them'),
  thing: text('事项', '事項', 'Thing'),
  due: text('到期', '到期', 'Due'),
  'things.empty': text('这一类已经没有了。', '這一類已經沒有了。', 'None of this kind is left.'),
  past: text('交接记录', '交接記錄', 'Hand-overs'),
  'past.empty': text(
    '还没有交接过。交接后这里会写明何时、交给谁、交了多少。',
    '還沒有交接過。交接後這裡會寫明何時、交給誰、交了多少。',
    'None so far. When, to whom and how much will stand here.',
  ),
  at: text('时间', '時間', 'When'),
  fromTo: text('由谁交给谁', '由誰交給誰', 'From whom to whom'),
  what: text('交接内容', '交接內容', 'What'),
  note: text('交接说明', '交接說明', 'Note'),
  by: text('操作人', '操作人', 'By'),
  'note.hint': text(
    '会写进每件事的记录，接手的同事看得到；业主看不到。',
    '會寫進每件事的記錄，接手的同事看得到；業主看不到。',
    'Stands in the history of each thing for colleagues; owners do not see it.',
  ),
  'note.short': text(
    '请写几个字，至少 4 个字',
    '請寫幾個字，至少 4 個字',
    'Please write a few words, at least 4',
  ),
  'note.left': text('{name} 离职，工作交接', '{name} 離職，工作交接', '{name} leaves, work handed over'),
  'note.moved': text('{name} 工作调整，交接', '{name} 工作調整，交接', '{name} moves to other work'),
  toAll: text('全部由谁接手', '全部由誰接手', 'Who takes over everything'),
  'toAll.hint': text(
    '选一位，下面各项都交给他；也可以逐项另选。',
    '選一位，下面各項都交給他；也可以逐項另選。',
    'Choose one for all that stands below, or one for each.',
  ),
  keep: text('留给本人', '留給本人', 'Stays'),
  'cannot.off': text('{name}（未启用或已停用）', '{name}（未啟用或已停用）', '{name} (not in use)'),
  'cannot.role': text(
    '{name}（在该项目没有相应角色）',
    '{name}（在該項目沒有相應角色）',
    '{name} (no role for it there)',
  ),
  'cannot.some': text(
    '{name}（其中 {count} 类不能接手）',
    '{name}（其中 {count} 類不能接手）',
    '{name} (may not take {count} of them)',
  ),
  'about.disable': text(
    '停用后 {name} 会立刻退出登录，不能再登录；他手上的事同时交给接手的同事，要么全部完成，要么都不变。',
    '停用後 {name} 會立刻登出，不能再登入；他手上的事同時交給接手的同事，要麼全部完成，要麼都不變。',
    '{name} is signed out at once; what they hold goes to others in the same step, all or nothing.',
  ),
  'about.roles': text(
    '换角色后 {name} 不能再办下面这些事，请选好由谁接手；角色和交接一起保存。',
    '換角色後 {name} 不能再辦下面這些事，請選好由誰接手；角色和交接一起儲存。',
    'Under the new roles {name} may not hold what stands below: please choose who takes it over. Both are saved together.',
  ),
  'about.handOver': text(
    '选好接手人的交过去，没选的留给本人。交错了，从接手人那里再交回来。',
    '選好接手人的交過去，沒選的留給本人。交錯了，從接手人那裡再交回來。',
    'What has a receiver is handed over, the rest stays. To undo it, hand it back from the receiver.',
  ),
  'nothing.disable': text(
    '{name} 手上没有要交接的事。停用后会立刻退出登录，不能再登录；做过的记录都保留，随时可以恢复。',
    '{name} 手上沒有要交接的事。停用後會立刻登出，不能再登入；做過的記錄都保留，隨時可以恢復。',
    '{name} holds nothing. They are signed out at once and cannot sign in; records stay, and you can let them back in at any time.',
  ),
  'nothing.chosen': text('请至少选一位接手人', '請至少選一位接手人', 'Please choose at least one receiver'),
  'nothing.handOver': text('没有要交接的事。', '沒有要交接的事。', 'There is nothing to hand over.'),
  'nothing.roles': text(
    '现在没有要交接的事，可以直接保存。',
    '現在沒有要交接的事，可以直接儲存。',
    'There is nothing to hand over by now: just save.',
  ),
  'done.handOver': text('已交接', '已交接', 'Handed over'),
  changed: text('下面已是最新的清单。', '下面已是最新的清單。', 'The list below is up to date.'),
} as const satisfies Texts
