import type { Texts } from '@heju/i18n'

export const roles = {
  'roles.not_found': {
    'zh-CN': '没有这个角色，或已经停用。请刷新后重新选择。',
    'zh-Hant': '沒有這個角色，或已經停用。請重新整理後再選擇。',
    en: 'There is no such role, or it was retired. Please reload and choose again.',
  },
  'roles.name_taken': {
    'zh-CN': '已有同名的角色。请换一个名称。',
    'zh-Hant': '已有同名的角色。請換一個名稱。',
    en: 'There is a role of this name. Please choose another.',
  },
  'roles.for_company': {
    'zh-CN':
      '“{name}”里有涉及全公司的权限（带 *），只能给负责“全部项目”的人。请选择“全部项目”，或换一个角色。',
    'zh-Hant':
      '「{name}」裡有涉及全公司的權限（帶 *），只能給負責「全部項目」的人。請選擇「全部項目」，或換一個角色。',
    en: '{name} carries what concerns the whole company (with *), and is for whoever has all projects. Please choose all projects, or another role.',
  },
  'roles.held_for_part': {
    'zh-CN':
      '有同事只在部分项目是这个角色，不能加上涉及全公司的权限（带 *）。请先让他们负责“全部项目”或换角色，或另建一个角色。',
    'zh-Hant':
      '有同事只在部分項目是這個角色，不能加上涉及全公司的權限（帶 *）。請先讓他們負責「全部項目」或換角色，或另建一個角色。',
    en: 'Colleagues hold this role in some projects only, so what concerns the whole company (with *) cannot be added. Give it to them for all projects, give them others first, or make another role.',
  },
  'roles.held': {
    'zh-CN': '还有同事（包括已停用的）是这个角色。请先给他们换角色，再停用。',
    'zh-Hant': '還有同事（包括已停用的）是這個角色。請先給他們換角色，再停用。',
    en: 'Colleagues, perhaps some who are shut out, hold this role. Give them others first.',
  },
  'roles.held_yourself': {
    'zh-CN': '这是您自己的角色，不能由您修改。请让另一位管理员操作。',
    'zh-Hant': '這是您自己的角色，不能由您修改。請讓另一位管理員操作。',
    en: 'You hold this role yourself, so another administrator has to change it.',
  },
  'roles.changed_meanwhile': {
    'zh-CN': '有人刚改过角色。请刷新后再看，需要时重新修改。',
    'zh-Hant': '有人剛改過角色。請重新整理後再看，需要時重新修改。',
    en: 'Somebody has just changed roles. Please reload and, if need be, change it again.',
  },
  'roles.money_line': {
    'zh-CN':
      '收款的人不能在同一个项目里出账、改标准、作废账单或冲销收款。请把角色分给两个人，或分在不同项目。',
    'zh-Hant':
      '收款的人不能在同一個項目裡出帳、改標準、作廢帳單或沖銷收款。請把角色分給兩個人，或分在不同項目。',
    en: 'Who takes payments may not make bills, change tariffs, withdraw bills or reverse payments in the same project. Give the roles to two people, or in different projects.',
  },
  'roles.audit_line': {
    'zh-CN': '能看操作记录的人只能查看和导出，不能再有修改的权限。请把角色分给两个人。',
    'zh-Hant': '能看操作記錄的人只能檢視和匯出，不能再有修改的權限。請把角色分給兩個人。',
    en: 'Who reads the audit log sees and exports only, and may change nothing besides. Give the roles to two people.',
  },
  'roles.scope_widened': {
    'zh-CN': '这样移动后，您自己的负责范围会变大。请让另一位管理员来移动。',
    'zh-Hant': '這樣移動後，您自己的負責範圍會變大。請讓另一位管理員來移動。',
    en: 'Your own scope would grow by this move, so another administrator has to make it.',
  },
  'roles.moved_over_line': {
    'zh-CN':
      '这样移动后，{name}会在同一个项目里既收款又改账，或既审计又修改。请先调整{name}的角色（已停用的先恢复再调整）。',
    'zh-Hant':
      '這樣移動後，{name}會在同一個項目裡既收款又改帳，或既稽核又修改。請先調整{name}的角色（已停用的先恢復再調整）。',
    en: 'By this move {name} would take payments and correct them in one project, or audit and change. Please change their roles first; who is shut out has to be let back in for it.',
  },
  'field.role_permissions': {
    'zh-CN': '至少勾选一项能做的事。',
    'zh-Hant': '至少勾選一項能做的事。',
    en: 'Choose at least one thing that it may do.',
  },
  'field.role_money': {
    'zh-CN':
      '“柜台收款”不能和“生成账单草稿、公布账单、作废账单、制定收费标准、冲销收款”放在一个角色里：收钱的人不改账。',
    'zh-Hant':
      '「櫃台收款」不能和「產生帳單草稿、公佈帳單、作廢帳單、制定收費標準、沖銷收款」放在一個角色裡：收錢的人不改帳。',
    en: 'Taking payments does not go with drafting, publishing or withdrawing bills, making tariffs or reversing payments: who takes money never corrects it.',
  },
  'field.role_needs': {
    'zh-CN':
      '有的事要先能看到才能做，例如处理投诉要能查看投诉，各样事都要能查看项目。请把缺的查看权限一并勾选。',
    'zh-Hant':
      '有的事要先能看到才能做，例如處理投訴要能檢視投訴，各樣事都要能檢視項目。請把缺的檢視權限一併勾選。',
    en: 'What is done must be seen first: handling complaints takes seeing them, and everything takes seeing projects. Please choose what is missing as well.',
  },
  'field.role_audit': {
    'zh-CN': '“查看操作记录”只能和查看、导出放在一个角色里：审计的人不改动任何东西。',
    'zh-Hant': '「檢視操作記錄」只能和檢視、匯出放在一個角色裡：稽核的人不改動任何東西。',
    en: 'Reading the audit log goes with seeing and exporting only: who audits changes nothing.',
  },
} as const satisfies Texts
