import type { Texts } from '@heju/i18n'

export const tenancy = {
  'tenancy.database_moved': {
    'zh-CN': '检查期间，这家公司已被换到另一个数据库。请核对后再执行一次。',
    'zh-Hant': '檢查期間，這家公司已被換到另一個資料庫。請核對後再執行一次。',
    en: 'Another database was attached to this company meanwhile. Please look again and repeat the command.',
  },
  'tenancy.slug_taken': {
    'zh-CN': '网址“{slug}”已被其他公司使用。您可以改用：{alternatives}。',
    'zh-Hant': '網址「{slug}」已被其他公司使用。您可以改用：{alternatives}。',
    en: 'The address “{slug}” belongs to another company. Free ones are: {alternatives}.',
  },
  'tenancy.slug_reserved': {
    'zh-CN': '网址“{slug}”由平台保留。您可以改用：{alternatives}。',
    'zh-Hant': '網址「{slug}」由平台保留。您可以改用：{alternatives}。',
    en: 'The address “{slug}” is kept for the platform. Free ones are: {alternatives}.',
  },
  'tenancy.slug_malformed': {
    'zh-CN':
      '网址由 3–30 个小写字母、数字或连字符组成，不能以连字符开头或结尾，也不能连用两个。例如 cuihu-wuye。',
    'zh-Hant':
      '網址由 3–30 個小寫字母、數字或連字號組成，不能以連字號開頭或結尾，也不能連用兩個。例如 cuihu-wuye。',
    en: 'An address has 3–30 small letters, digits or hyphens, with no hyphen at either end and no two in a row, such as cuihu-wuye.',
  },
  'tenancy.sign_up_too_often': {
    'zh-CN': '开通的次数太多了，请{wait}后再试。如需一次开通多家公司，请联系平台运维。',
    'zh-Hant': '開通的次數太多了，請{wait}後再試。如需一次開通多家公司，請聯絡平台維運。',
    en: 'Too many sign-ups from here. Please try again in {wait}, or ask the operator if you need several companies.',
  },
  'tenancy.sign_up_not_found': {
    'zh-CN': '没有找到这次开通，或不是在这个浏览器里提交的。请用提交时的浏览器打开，或重新填写。',
    'zh-Hant': '沒有找到這次開通，或不是在這個瀏覽器裡提交的。請用提交時的瀏覽器開啟，或重新填寫。',
    en: 'There is no such sign-up, or it was made in another browser. Please open this page there, or sign up again.',
  },
  'tenancy.not_ready': {
    'zh-CN': '公司还没有准备好，请稍等片刻再进入。',
    'zh-Hant': '公司還沒有準備好，請稍等片刻再進入。',
    en: 'The company is not ready yet. Please wait a moment and enter again.',
  },
  'tenancy.handed_over': {
    'zh-CN': '管理员已经进入过公司。请在公司的登录页用手机号和密码登录。',
    'zh-Hant': '管理員已經進入過公司。請在公司的登入頁用手機號碼和密碼登入。',
    en: "The administrator has entered already. Please sign in at the company's own page with phone and password.",
  },
  'tenancy.handover_invalid': {
    'zh-CN': '这个进入链接已用过或已过期。请用手机号和密码登录。',
    'zh-Hant': '這個進入連結已用過或已過期。請用手機號碼和密碼登入。',
    en: 'This link was used before or is out of date. Please sign in with phone and password.',
  },
  'tenancy.company_unknown': {
    'zh-CN': '没有找到这家公司。',
    'zh-Hant': '沒有找到這家公司。',
    en: 'There is no such company.',
  },
  'tenancy.transition_refused': {
    'zh-CN':
      '公司目前是“{from, select, provisioning {开通中} active {使用中} suspended {已暂停} closed {已关闭} other {{from}}}”，不能改为“{to, select, active {使用中} suspended {已暂停} closed {已关闭} other {{to}}}”。请刷新后再看。',
    'zh-Hant':
      '公司目前是「{from, select, provisioning {開通中} active {使用中} suspended {已暫停} closed {已關閉} other {{from}}}」，不能改為「{to, select, active {使用中} suspended {已暫停} closed {已關閉} other {{to}}}」。請重新整理後再看。',
    en: 'The company is {from, select, provisioning {being set up} other {{from}}} and cannot become {to}. Please reload and look again.',
  },
  'tenancy.slug_not_confirmed': {
    'zh-CN': '输入的网址与公司不符，没有关闭。请输入“{slug}”确认。',
    'zh-Hant': '輸入的網址與公司不符，沒有關閉。請輸入「{slug}」確認。',
    en: 'The address does not match, and nothing was closed. Please enter “{slug}” to confirm.',
  },
  'operators.refused': {
    'zh-CN': '邮箱或密码不正确。',
    'zh-Hant': '電子郵件或密碼不正確。',
    en: 'E-mail or password is not right.',
  },
  'operators.too_many_tries': {
    'zh-CN': '尝试的次数太多了，请{wait}后再试。急用请换一个以前登录过的网络。',
    'zh-Hant': '嘗試的次數太多了，請{wait}後再試。急用請換一個以前登入過的網路。',
    en: 'Too many tries. Please come back in {wait}; if it is urgent, use another network that you signed in from before.',
  },
  'operators.sign_in_first': {
    'zh-CN': '请先登录运营后台。',
    'zh-Hant': '請先登入營運後台。',
    en: "Please sign in to the operator's console first.",
  },
} as const satisfies Texts
