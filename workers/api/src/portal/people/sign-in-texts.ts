import type { Texts } from '@heju/i18n'

/** Owners signing in by phone and code, and what happens to what the company knows of them. */
export const portalSignIn = {
  title: { 'zh-CN': '业主登录', 'zh-Hant': '業主登入', en: 'Sign in' },
  intro: {
    'zh-CN': '用登记在物业的手机号登录，不需要密码。',
    'zh-Hant': '用登記在物業的手機號碼登入，不需要密碼。',
    en: 'Sign in with the mobile number that your property company has on file. There is no password.',
  },
  kept: {
    'zh-CN': '登录已过期。您刚才填写的内容已经保留，登录后可以接着提交。',
    'zh-Hant': '登入已過期。您剛才填寫的內容已經保留，登入後可以接著提交。',
    en: 'Your sign-in has ended. What you entered is kept: sign in, and send it then.',
  },
  nothingPaid: {
    'zh-CN': '登录已过期，刚才没有付款。请登录后在账单里再付一次。',
    'zh-Hant': '登入已過期，剛才沒有付款。請登入後在帳單裡再付一次。',
    en: 'Your sign-in has ended, and nothing was paid. Sign in and pay from your bills again.',
  },
  paymentBegun: {
    'zh-CN': '登录已过期，登录后看这笔付款的结果。',
    'zh-Hant': '登入已過期，登入後看這筆付款的結果。',
    en: 'Your sign-in has ended. Sign in to see what became of this payment.',
  },
  paymentAwaits: {
    'zh-CN': '登录后看这笔付款的结果。',
    'zh-Hant': '登入後看這筆付款的結果。',
    en: 'Sign in to see what became of this payment.',
  },
  refilled: {
    'zh-CN': '已登录。您刚才填写的内容还在，请核对后提交。',
    'zh-Hant': '已登入。您剛才填寫的內容還在，請核對後提交。',
    en: 'You are signed in. What you entered is still here: please check it and send it.',
  },
  refilledWithoutPhotos: {
    'zh-CN': '已登录。您刚才填写的内容还在，照片没有保留，请重新选择照片后提交。',
    'zh-Hant': '已登入。您剛才填寫的內容還在，照片沒有保留，請重新選擇照片後提交。',
    en: 'You are signed in. What you entered is still here; photos are not kept, so please choose them again and send it.',
  },
  phone: { 'zh-CN': '手机号', 'zh-Hant': '手機號碼', en: 'Mobile number' },
  send: { 'zh-CN': '获取验证码', 'zh-Hant': '取得驗證碼', en: 'Send me a code' },
  codeTitle: { 'zh-CN': '输入验证码', 'zh-Hant': '輸入驗證碼', en: 'Enter the code' },
  sent: {
    'zh-CN': '如果 {phone} 已登记在物业，验证码短信会在一分钟内送到，{minutes} 分钟内有效。',
    'zh-Hant': '如果 {phone} 已登記在物業，驗證碼簡訊會在一分鐘內送到，{minutes} 分鐘內有效。',
    en: 'If {phone} is on file, a message with the code arrives within a minute. It is good for {minutes} minutes.',
  },
  sentTo: {
    'zh-CN': '验证码发到手机 {phone}，请输入最近收到的一条。',
    'zh-Hant': '驗證碼發到手機 {phone}，請輸入最近收到的一筆。',
    en: 'Codes go to {phone}. Please enter the one that came last.',
  },
  code: { 'zh-CN': '6 位验证码', 'zh-Hant': '6 位驗證碼', en: 'Six-digit code' },
  signIn: { 'zh-CN': '登录', 'zh-Hant': '登入', en: 'Sign in' },
  resendLater: {
    'zh-CN': '没收到？{seconds} 秒后这里可以重新获取。',
    'zh-Hant': '沒收到？{seconds} 秒後這裡可以重新取得。',
    en: 'No message? After {seconds} seconds you can ask again here.',
  },
  resend: { 'zh-CN': '重新获取验证码', 'zh-Hant': '重新取得驗證碼', en: 'Send a new code' },
  noCode: {
    'zh-CN': '一直收不到？可能手机号还没有登记，或已经换号。请带身份证件到物业服务中心登记，或致电服务中心。',
    'zh-Hant':
      '一直收不到？可能手機號碼還沒有登記，或已經換號。請帶身分證件到物業服務中心登記，或致電服務中心。',
    en: 'Still nothing? The number may not be on file, or an old one is. Please go to the service centre with your ID, or call it.',
  },
  privacyLink: {
    'zh-CN': '我们如何使用您的信息',
    'zh-Hant': '我們如何使用您的資訊',
    en: 'How we use what we know of you',
  },

  privacyTitle: {
    'zh-CN': '我们如何使用您的信息',
    'zh-Hant': '我們如何使用您的資訊',
    en: 'How we use what we know of you',
  },
  privacyWho: {
    'zh-CN':
      '您的信息由{company}使用，只用于物业服务：认出您的房产、出账单和收据、处理您反映的事、请您评价服务。',
    'zh-Hant':
      '您的資訊由{company}使用，只用於物業服務：認出您的房產、出帳單和收據、處理您反映的事、請您評價服務。',
    en: '{company} uses it for property services alone: to find your rooms, make bills and receipts, deal with what you report, and ask how the service was.',
  },
  privacyWhat: {
    'zh-CN':
      '包括：姓名、手机号、房产和车位、账单和付款、您提交的文字和照片、您的评价。身份证件号码如有登记，加密保存，页面上不显示。',
    'zh-Hant':
      '包括：姓名、手機號碼、房產和車位、帳單和付款、您提交的文字和照片、您的評價。身分證件號碼如有登記，加密保存，頁面上不顯示。',
    en: 'It is your name and number, rooms and parking, bills and payments, the words and photos you send, and your ratings. An ID number, if on file, is encrypted and never shown.',
  },
  privacyPay: {
    'zh-CN': '付款由微信支付完成，款项直接进入物业公司的账户；银行卡号和支付密码不经过本页面。',
    'zh-Hant': '付款由微信支付完成，款項直接進入物業公司的帳戶；銀行卡號和支付密碼不經過本頁面。',
    en: 'Payments are made by WeChat Pay straight into the company’s account; card numbers and passwords never pass through these pages.',
  },
  privacySurvey: {
    'zh-CN': '满意度调查默认不署名：物业只看到汇总和日期，看不到是哪一户，除非您自己勾选。',
    'zh-Hant': '滿意度調查預設不署名：物業只看到彙總和日期，看不到是哪一戶，除非您自己勾選。',
    en: 'Survey answers carry no name unless you tick the box: staff see the day and the sums, not which home they came from.',
  },
  privacyRights: {
    'zh-CN': '想查看、更正或删除您的信息，请联系物业服务中心，我们会在 15 个工作日内答复。',
    'zh-Hant': '想查看、更正或刪除您的資訊，請聯絡物業服務中心，我們會在 15 個工作日內答覆。',
    en: 'To see, correct or delete what is on file, please ask the service centre. You get an answer within 15 working days.',
  },
  privacyCookies: {
    'zh-CN': '本网站只用必要的 Cookie：保持登录，记住语言和字号。没有广告，也不跟踪。',
    'zh-Hant': '本網站只用必要的 Cookie：保持登入，記住語言和字號。沒有廣告，也不追蹤。',
    en: 'These pages use only the cookies they need: to keep you signed in and to remember language and type size. No ads, no tracking.',
  },
} as const satisfies Texts
