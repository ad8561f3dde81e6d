import { permissionTexts } from '@heju/core/permissions/texts'
import type { Text, Texts } from '@heju/i18n'

const text = (zhCN: string, zhHant: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en })

/** What each role may do, in plain words: `can.<permission>` is there for every permission. */
export const roles = {
  ...permissionTexts,
  title: text('角色权限', '角色權限', 'Roles'),
  table: text('每个角色能做什么', '每個角色能做什麼', 'What each role may do'),
  about: text(
    '常用角色由系统设定，不能改；不合适时，从一个常用角色开始，建公司自己的角色。一个人可以有几个角色，各管不同项目。',
    '常用角色由系統設定，不能改；不合適時，從一個常用角色開始，建公司自己的角色。一個人可以有幾個角色，各管不同項目。',
    'The common roles are fixed; where none fits, make one of the company’s own from it. One person may hold several, each in projects of their own.',
  ),
  back: text('员工与权限', '員工與權限', 'Staff'),
  task: text('能做的事', '能做的事', 'May'),
  'task.none': text('至少勾选一项', '至少勾選一項', 'Choose at least one'),
  'needs.along': text('一并勾选了：{what}', '一併勾選了：{what}', 'Chosen along with it: {what}'),
  'needs.back': text('一并取消了：{what}', '一併取消了：{what}', 'Taken away along with it: {what}'),
  'needs.title': text('还缺配套的权限', '還缺配套的權限', 'Something is lacking'),
  'needs.one': text('“{what}”还要能“{needs}”', '「{what}」還要能「{needs}」', '{what}: takes {needs}'),
  'needs.and': text('、', '、', ', '),
  'needs.or': text('”或“', '」或「', ' or '),
  'needs.add': text('补上', '補上', 'Add'),
  'needs.rule': text(
    '还缺配套的权限，点“补上”后再保存',
    '還缺配套的權限，點「補上」後再儲存',
    'Something is lacking: press Add, then save',
  ),
  own: text('公司自己的角色', '公司自己的角色', 'The company’s own roles'),
  'own.empty': text(
    '还没有公司自己的角色。常用角色不合适时，点“新建角色”，选一个相近的开始，再增减能做的事。',
    '還沒有公司自己的角色。常用角色不合適時，點「新建角色」，選一個相近的開始，再增減能做的事。',
    'The company has no role of its own yet. Where the common ones do not fit, start from the nearest and change what it may do.',
  ),
  create: text('新建角色', '新建角色', 'New role'),
  created: text(
    '角色已建好，可以在“员工与权限”里给同事了',
    '角色已建好，可以在「員工與權限」裡給同事了',
    'The role is there: give it to colleagues under Staff',
  ),
  change: text('修改', '修改', 'Change'),
  changed: text('角色已修改', '角色已修改', 'The role was changed'),
  'change.title': text('修改角色 · {name}', '修改角色 · {name}', 'Change {name}'),
  'change.about': text(
    '{count} 位同事是这个角色。改后 5 分钟内对他们都生效。',
    '{count} 位同事是這個角色。改後 5 分鐘內對他們都生效。',
    '{count, plural, one {One colleague holds} other {# colleagues hold}} this role. The change reaches all of them within five minutes.',
  ),
  'held.title': text(
    '没有保存：有同事手上还有要靠这个角色才能办的事',
    '沒有儲存：有同事手上還有要靠這個角色才能辦的事',
    'Not saved: colleagues hold things that they need this role for',
  ),
  'held.about': text(
    '先把这些事交接给还能办的同事，再保存。',
    '先把這些事交接給還能辦的同事，再儲存。',
    'Hand those over to colleagues who may still do them, then save again.',
  ),
  'held.handOver': text('交接{name}手上的事', '交接{name}手上的事', 'Hand over what {name} holds'),
  name: text('名称', '名稱', 'Name'),
  aboutIt: text('说明', '說明', 'What it is for'),
  'aboutIt.hint': text(
    '例如：管装修巡查和办证',
    '例如：管裝修巡查和辦證',
    'Such as: looks after renovations',
  ),
  template: text('来自', '來自', 'Made from'),
  'template.from': text('从哪个角色开始', '從哪個角色開始', 'Start from'),
  'template.none': text('从空白开始', '從空白開始', 'Nothing'),
  'template.hint': text(
    '先勾上那个角色能做的事，再增减。那个角色的待办和短信，这个角色也会收到。',
    '先勾上那個角色能做的事，再增減。那個角色的待辦和簡訊，這個角色也會收到。',
    'Ticks what that role may do, to add to and take from. This role gets that one’s tasks and messages as well.',
  ),
  count: text('能做的事', '能做的事', 'May'),
  'count.of': text('{count} 项', '{count} 項', '{count} things'),
  holders: text('同事', '同事', 'Held by'),
  'holders.none': text('还没有人', '還沒有人', 'Nobody yet'),
  'holders.of': text('{count} 人', '{count} 人', '{count}'),
  retire: text('停用', '停用', 'Retire'),
  'retire.title': text('停用角色 · {name}', '停用角色 · {name}', 'Retire {name}'),
  'retire.about': text(
    '停用后不能再给同事这个角色，名称可以再用；以前的记录都保留。',
    '停用後不能再給同事這個角色，名稱可以再用；以前的記錄都保留。',
    'It can be given to nobody any more, and its name is free again; records stay.',
  ),
  'retire.held': text('还有同事是这个角色', '還有同事是這個角色', 'Colleagues hold it'),
  'retire.done': text('“{name}”已停用', '「{name}」已停用', '{name} was retired'),
  'line.rule': text(
    '有不能放在一起的，取消其中一边后再保存',
    '有不能放在一起的，取消其中一邊後再儲存',
    'Some of it does not go together: untick one side, then save',
  ),
  'line.money': text(
    '收钱的人不改账：“柜台收款”不能和出账、作废、改标准、冲销放在一起。',
    '收錢的人不改帳：「櫃台收款」不能和出帳、作廢、改標準、沖銷放在一起。',
    'Who takes money never corrects it: taking payments does not go with making or withdrawing bills, tariffs or reversing.',
  ),
  'line.audit': text(
    '审计的人不改动：“查看操作记录”只能和查看、导出放在一起。',
    '稽核的人不改動：「檢視操作記錄」只能和檢視、匯出放在一起。',
    'Who audits changes nothing: reading the audit log goes with seeing and exporting only.',
  ),
  yes: text('可以', '可以', 'Yes'),
  no: text('不可以', '不可以', 'No'),
  companyWide: text(
    '带 * 的涉及全公司，只有负责“全部项目”的人才能做。',
    '帶 * 的涉及全公司，只有負責「全部項目」的人才能做。',
    'Those with * concern the whole company and take the role in all projects.',
  ),

  'about.company_admin': text('什么都可以做', '什麼都可以做', 'May do everything'),
  'about.head_office': text(
    '看全部数字，定提醒和调查规则，不经手日常',
    '看全部數字，定提醒和調查規則，不經手日常',
    'Sees all figures, sets policies, leaves daily work to projects',
  ),
  'about.regional_manager': text(
    '看所管大区或分公司各项目的数字，跟进升级的投诉',
    '看所管大區或分公司各項目的數字，跟進升級的投訴',
    'Sees the figures of a region’s projects and what is raised there',
  ),
  'about.housekeeper': text(
    '联系责任区里的住户：接事项、回访、看欠费',
    '聯絡責任區裡的住戶：接事項、回訪、看欠費',
    'Knows the households of an area: their matters, revisits, arrears',
  ),
  'about.squad_leader': text(
    '带一个班：把手上的投诉派给班员',
    '帶一個班：把手上的投訴派給班員',
    'Leads a squad: passes on what they were given',
  ),
  'about.arrears_collector': text(
    '联系欠费的业主，重发提醒；不收款、不改账',
    '聯絡欠費的業主，重發提醒；不收款、不改帳',
    'Speaks with who owes, sends reminders again; takes no money',
  ),
  'about.quality_inspector': text(
    '查投诉和满意度，抽查回访',
    '查投訴和滿意度，抽查回訪',
    'Looks into complaints and satisfaction, asks back',
  ),
  'about.project_manager': text(
    '管一个项目的日常，但不收钱',
    '管一個項目的日常，但不收錢',
    'Runs a project, but takes no money',
  ),
  'about.front_desk': text(
    '登记业主、接投诉、回访',
    '登記業主、接投訴、回訪',
    'Registers owners, takes complaints, asks back',
  ),
  'about.department_lead': text(
    '给本部门派单、处理投诉',
    '給本部門派單、處理投訴',
    'Gives out and handles complaints',
  ),
  'about.worker': text('只看自己手上的投诉', '只看自己手上的投訴', 'Sees only complaints in their own hands'),
  'about.cashier': text(
    '收款、开收据；不出账、不冲销',
    '收款、開收據；不出帳、不沖銷',
    'Takes money; neither makes bills nor reverses payments',
  ),
  'about.accountant': text(
    '出账、冲销、对账；不收款',
    '出帳、沖銷、對帳；不收款',
    'Makes bills, reverses, reconciles; takes no money',
  ),
  'about.auditor': text(
    '什么都能看，什么都不能改',
    '什麼都能看，什麼都不能改',
    'Reads everything, changes nothing',
  ),

  'area.company': text('公司', '公司', 'Company'),
  'area.registry': text('房产与业主', '房產與業主', 'Registry'),
  'area.fees': text('收费', '收費', 'Fees'),
  'area.messages': text('提醒与短信', '提醒與簡訊', 'Reminders and messages'),
  'area.complaints': text('投诉与回访', '投訴與回訪', 'Complaints'),
  'area.satisfaction': text('满意度', '滿意度', 'Satisfaction'),
} as const satisfies Texts
