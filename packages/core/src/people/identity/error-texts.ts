import type { Texts } from '@heju/i18n'

export const identity = {
  'identity.sign_in_refused': {
    'zh-CN': '账号或密码不正确，或账号未启用。请核对后重试；忘记密码请联系公司管理员。',
    'zh-Hant': '帳號或密碼不正確，或帳號未啟用。請核對後重試；忘記密碼請聯絡公司管理員。',
    en: 'Account or password is not right, or the account is not in use. Please check and try again; if you forgot the password, ask your company administrator.',
  },
  'identity.session_ended': {
    'zh-CN': '登录已失效，请重新登录。',
    'zh-Hant': '登入已失效，請重新登入。',
    en: 'Your sign-in has ended. Please sign in again.',
  },
  'identity.too_many_tries': {
    'zh-CN':
      '尝试次数过多，请{wait}后再试。急用请换以前登录过的设备或网络；员工也可以请公司管理员发一个新的链接，打开它重设密码即可登录。',
    'zh-Hant':
      '嘗試次數過多，請{wait}後再試。急用請換以前登入過的裝置或網路；員工也可以請公司管理員發一個新的連結，打開它重設密碼即可登入。',
    en: 'Too many tries. Please try again in {wait}; if it is urgent, use a device or network that you signed in from before. Staff can also ask the company administrator for a new link and sign in by it with a new password.',
  },
  'identity.password_wrong': {
    'zh-CN': '当前密码不正确，密码没有修改。请重新输入；忘记密码请联系公司管理员。',
    'zh-Hant': '目前密碼不正確，密碼沒有修改。請重新輸入；忘記密碼請聯絡公司管理員。',
    en: 'The current password is not right, so nothing was changed. Please enter it again; if you forgot it, ask your company administrator.',
  },
  'identity.invitation_not_good': {
    'zh-CN': '这个邀请链接已失效或已使用过。请联系公司管理员重新发一个；已设置过密码的，可直接登录。',
    'zh-Hant': '這個邀請連結已失效或已使用過。請聯絡公司管理員重新發一個；已設定過密碼的，可直接登入。',
    en: 'This invitation has run out or was used. Ask your company administrator for a new one; if you have set a password already, just sign in.',
  },
  'identity.login_taken': {
    'zh-CN': '这个手机号或邮箱已有同事在用。请核对号码，或在员工列表中找到这位同事。',
    'zh-Hant': '這個手機號碼或電子郵件已有同事在用。請核對號碼，或在員工清單中找到這位同事。',
    en: 'A colleague uses this phone or e-mail already. Please check it, or look the colleague up in the staff list.',
  },
  'identity.last_administrator': {
    'zh-CN': '公司至少要有一位负责全部项目的管理员。请先指定另一位管理员，再做这项修改。',
    'zh-Hant': '公司至少要有一位負責全部項目的管理員。請先指定另一位管理員，再做這項修改。',
    en: 'The company needs at least one administrator for all projects. Please appoint another one first.',
  },
  'identity.not_yourself': {
    'zh-CN': '不能停用自己的账号。如需停用，请由另一位管理员操作。',
    'zh-Hant': '不能停用自己的帳號。如需停用，請由另一位管理員操作。',
    en: 'You cannot disable your own account. Another administrator can do it.',
  },
  'identity.not_your_own_roles': {
    'zh-CN': '不能修改自己的角色。请让另一位管理员操作。',
    'zh-Hant': '不能修改自己的角色。請讓另一位管理員操作。',
    en: 'You cannot change your own roles. Another administrator can do it.',
  },
  'identity.staff_not_in_state': {
    'zh-CN': '这位同事的账号状态刚有变化，操作没有执行。请刷新后再看。',
    'zh-Hant': '這位同事的帳號狀態剛有變化，操作沒有執行。請重新整理後再看。',
    en: 'This colleague’s account is not in the state for that, so nothing was changed. Please reload.',
  },
  'identity.no_login_left': {
    'zh-CN': '手机号和邮箱不能都去掉，至少保留一项用于登录。',
    'zh-Hant': '手機號碼和電子郵件不能都去掉，至少保留一項用於登入。',
    en: 'Phone and e-mail cannot both be taken away: one is needed to sign in.',
  },
  'identity.unit_unknown': {
    'zh-CN': '所选单元不存在、已关闭，或就是整个公司。管全公司请选“全部项目”。',
    'zh-Hant': '所選單元不存在、已關閉，或就是整個公司。管全公司請選「全部項目」。',
    en: 'One of the units does not exist, was closed, or is the whole company. For all of it choose “all projects”.',
  },
  'identity.project_unknown': {
    'zh-CN': '所选项目不存在或已归档。请刷新项目列表后重新选择。',
    'zh-Hant': '所選項目不存在或已歸檔。請重新整理項目清單後重新選擇。',
    en: 'One of the projects does not exist or was archived. Please reload the list and choose again.',
  },
  'field.mobile': {
    'zh-CN': '请填写能收短信的手机号，例如 13812345678。',
    'zh-Hant': '請填寫能收簡訊的手機號碼，例如 13812345678。',
    en: 'Please enter a mobile number that takes text messages, such as 13812345678.',
  },
  'field.email': {
    'zh-CN': '邮箱格式不正确，例如 name@example.com。',
    'zh-Hant': '電子郵件格式不正確，例如 name@example.com。',
    en: 'This is not an e-mail address, such as name@example.com.',
  },
  'field.phone_or_email': {
    'zh-CN': '手机号和邮箱至少填写一项，用于登录。',
    'zh-Hant': '手機號碼和電子郵件至少填寫一項，用於登入。',
    en: 'Please give a phone or an e-mail to sign in with.',
  },
  'field.password_common': {
    'zh-CN': '这个密码太常见，容易被猜到。请换一个，比如用一句自己记得住的话。',
    'zh-Hant': '這個密碼太常見，容易被猜到。請換一個，例如用一句自己記得住的話。',
    en: 'This password is among the first that anyone would try. Please choose another, such as a sentence you remember.',
  },
  'field.password_tells_login': {
    'zh-CN': '密码不能包含手机号或邮箱。请换一个。',
    'zh-Hant': '密碼不能包含手機號碼或電子郵件。請換一個。',
    en: 'The password must not contain your phone or e-mail. Please choose another.',
  },
  'field.admin_everywhere': {
    'zh-CN': '公司管理员管全公司，请选择“全部项目”。',
    'zh-Hant': '公司管理員管全公司，請選擇「全部項目」。',
    en: 'A company administrator works for the whole company: choose “all projects”.',
  },
  'field.role_twice': {
    'zh-CN': '同一角色只填一次，把项目合并到一起。',
    'zh-Hant': '同一角色只填一次，把項目合併到一起。',
    en: 'Give each role once, with all of its projects.',
  },
  'field.too_many_projects': {
    'zh-CN': '单独指定的项目太多，最多 300 个。请选择大区、分公司或“全部项目”。',
    'zh-Hant': '單獨指定的項目太多，最多 300 個。請選擇大區、分公司或「全部項目」。',
    en: 'Too many single projects, 300 at most. Choose units of the organisation, or “all projects”.',
  },
} as const satisfies Texts
