import { roleTexts } from '@heju/core/people/roles/texts'
import type { Texts } from '@heju/i18n'

export const staff = {
  ...roleTexts,
  title: { 'zh-CN': '员工与权限', 'zh-Hant': '員工與權限', en: 'Staff' },
  about: {
    'zh-CN': '邀请同事时选好角色和负责的项目；他打开链接自己设密码，密码谁也看不到。',
    'zh-Hant': '邀請同事時選好角色和負責的項目；他打開連結自己設密碼，密碼誰也看不到。',
    en: 'Invite colleagues with their roles and projects; they set their own password, which nobody else sees.',
  },
  empty: {
    'zh-CN': '还没有同事。点“邀请同事”，把链接发给他。',
    'zh-Hant': '還沒有同事。點「邀請同事」，把連結發給他。',
    en: 'No colleagues yet. Invite one and pass on the link.',
  },
  invite: { 'zh-CN': '邀请同事', 'zh-Hant': '邀請同事', en: 'Invite a colleague' },
  name: { 'zh-CN': '姓名', 'zh-Hant': '姓名', en: 'Name' },
  phone: { 'zh-CN': '手机号', 'zh-Hant': '手機號碼', en: 'Phone' },
  email: { 'zh-CN': '邮箱', 'zh-Hant': '信箱', en: 'E-mail' },
  'reach.hint': {
    'zh-CN': '手机号或邮箱至少填一项，用来登录',
    'zh-Hant': '手機號碼或信箱至少填一項，用來登入',
    en: 'One of the two at least; it is used to sign in',
  },
  roles: { 'zh-CN': '角色', 'zh-Hant': '角色', en: 'Roles' },
  projects: { 'zh-CN': '负责的项目', 'zh-Hant': '負責的項目', en: 'Projects' },
  scope: { 'zh-CN': '负责范围', 'zh-Hant': '負責範圍', en: 'Where' },
  'scope.unit.closed': {
    'zh-CN': '{unit}（已关闭，请改选）',
    'zh-Hant': '{unit}（已關閉，請改選）',
    en: '{unit} (closed: please choose another)',
  },
  'scope.unit': { 'zh-CN': '{unit}及其下项目', 'zh-Hant': '{unit}及其下項目', en: 'all under {unit}' },
  'unit.only': { 'zh-CN': '只看：{scope}', 'zh-Hant': '只看：{scope}', en: 'Only {scope}' },
  'scope.hint': {
    'zh-CN':
      '可选大区、分公司或单个项目。选大区、分公司的，以后归到它下面的项目自动包括，移走的自动不再包括。',
    'zh-Hant':
      '可選大區、分公司或單個項目。選大區、分公司的，以後歸到它下面的項目自動包括，移走的自動不再包括。',
    en: 'Units or single projects. A unit takes in what comes under it later, and loses what leaves it.',
  },
  'projects.all': { 'zh-CN': '全部项目', 'zh-Hant': '全部項目', en: 'All projects' },
  addRole: { 'zh-CN': '再加一个角色', 'zh-Hant': '再加一個角色', en: 'Add a role' },
  removeRole: { 'zh-CN': '去掉这个角色', 'zh-Hant': '去掉這個角色', en: 'Remove this role' },
  state: { 'zh-CN': '状态', 'zh-Hant': '狀態', en: 'State' },
  'state.invited': { 'zh-CN': '已邀请，未设密码', 'zh-Hant': '已邀請，未設密碼', en: 'Invited' },
  'state.active': { 'zh-CN': '在用', 'zh-Hant': '在用', en: 'Active' },
  'state.disabled': { 'zh-CN': '已停用', 'zh-Hant': '已停用', en: 'Shut out' },
  lastSignedIn: { 'zh-CN': '最近登录', 'zh-Hant': '最近登入', en: 'Last signed in' },
  'link.title': {
    'zh-CN': '把这个链接发给 {name}',
    'zh-Hant': '把這個連結發給 {name}',
    en: 'Pass this link on to {name}',
  },
  'link.hint': {
    'zh-CN': '只能用一次，{until} 前有效。链接只显示这一次，关掉后可以重新生成。',
    'zh-Hant': '只能用一次，{until} 前有效。連結只顯示這一次，關掉後可以重新產生。',
    en: 'Good once, until {until}. It is shown only now; you can make a new one later.',
  },
  'link.copy': { 'zh-CN': '复制链接', 'zh-Hant': '複製連結', en: 'Copy the link' },
  'link.copied': { 'zh-CN': '已复制', 'zh-Hant': '已複製', en: 'Copied' },
  search: { 'zh-CN': '按姓名查找', 'zh-Hant': '按姓名尋找', en: 'Find by name' },
  'role.any': { 'zh-CN': '所有角色', 'zh-Hant': '所有角色', en: 'Any role' },
  'project.any': { 'zh-CN': '所有项目', 'zh-Hant': '所有項目', en: 'Any project' },
  'roles.common': { 'zh-CN': '常用角色', 'zh-Hant': '常用角色', en: 'Common roles' },
  'roles.own': { 'zh-CN': '公司自己的角色', 'zh-Hant': '公司自己的角色', en: 'The company’s own' },
  'state.any': { 'zh-CN': '所有状态', 'zh-Hant': '所有狀態', en: 'Any state' },
  'empty.found': {
    'zh-CN': '没有符合条件的同事。请换个名字、角色、项目或状态。',
    'zh-Hant': '沒有符合條件的同事。請換個名字、角色、項目或狀態。',
    en: 'Nobody matches. Try another name, role, project or state.',
  },
  actions: { 'zh-CN': '{name} 的操作', 'zh-Hant': '{name} 的操作', en: 'Actions for {name}' },
  invitedUntil: {
    'zh-CN': '链接 {until} 前有效',
    'zh-Hant': '連結 {until} 前有效',
    en: 'Link good until {until}',
  },
  invitationOver: {
    'zh-CN': '链接已过期，请重新生成',
    'zh-Hant': '連結已過期，請重新產生',
    en: 'The link has run out: make a new one',
  },
  'newLink.confirm': {
    'zh-CN': '{name} 可以用新链接重设密码；以前的链接作废，现在的密码在重设前仍可用。忘记密码时用它。',
    'zh-Hant': '{name} 可以用新連結重設密碼；以前的連結作廢，現在的密碼在重設前仍可用。忘記密碼時用它。',
    en: '{name} can set a new password by it; earlier links end, and the present password works until then. For who forgot the password.',
  },
  changeDetails: {
    'zh-CN': '修改姓名和登录方式',
    'zh-Hant': '修改姓名和登入方式',
    en: 'Change name and sign-in',
  },
  'phone.keep': {
    'zh-CN': '现在是 {phone}。不改请留空；改后用新号码登录。',
    'zh-Hant': '現在是 {phone}。不改請留空；改後用新號碼登入。',
    en: 'Now {phone}. Leave empty to keep it; a new one is used to sign in.',
  },
  'email.hint': {
    'zh-CN': '清空后不能再用邮箱登录',
    'zh-Hant': '清空後不能再用信箱登入',
    en: 'Emptied, it no longer signs in',
  },
  signOut: { 'zh-CN': '让他在所有设备上退出', 'zh-Hant': '讓他在所有裝置上登出', en: 'Sign out everywhere' },
  'signOut.confirm': {
    'zh-CN': '手机丢了或电脑没退出时用。{name} 在所有设备上退出（最多 5 分钟生效），可以马上用密码重新登录。',
    'zh-Hant':
      '手機丟了或電腦沒登出時用。{name} 在所有裝置上登出（最多 5 分鐘生效），可以馬上用密碼重新登入。',
    en: 'For a lost phone or a computer left open. {name} is signed out everywhere within five minutes and can sign in again with the password.',
  },
  'signOut.done': {
    'zh-CN': '已让他退出，最多 5 分钟生效',
    'zh-Hant': '已讓他登出，最多 5 分鐘生效',
    en: 'Signed out, within five minutes',
  },
  'roles.takes_effect': {
    'zh-CN': '改后 5 分钟内生效。拿不准选哪个角色，先看“角色权限”。',
    'zh-Hant': '改後 5 分鐘內生效。拿不準選哪個角色，先看「角色權限」。',
    en: 'Takes effect within five minutes. “Roles” tells them apart.',
  },
  newLink: { 'zh-CN': '重新生成链接', 'zh-Hant': '重新產生連結', en: 'New link' },
  changeRoles: { 'zh-CN': '修改角色', 'zh-Hant': '修改角色', en: 'Change roles' },
  disable: { 'zh-CN': '停用', 'zh-Hant': '停用', en: 'Shut out' },
  'disable.done': {
    'zh-CN': '已停用，{name} 不能再登录',
    'zh-Hant': '已停用，{name} 不能再登入',
    en: '{name} was shut out and cannot sign in any more',
  },
  'enable.done': {
    'zh-CN': '已恢复，{name} 可以登录了',
    'zh-Hant': '已恢復，{name} 可以登入了',
    en: '{name} was let back in and can sign in again',
  },
  enable: { 'zh-CN': '恢复', 'zh-Hant': '恢復', en: 'Let back in' },
} as const satisfies Texts
