import type { Texts } from '@heju/i18n'

/** The base host: product page, sign-up, and the pages that say why a company cannot be served. */
export const baseTexts = {
  product: { 'zh-CN': '和居', 'zh-Hant': '和居', en: 'Heju' },
  tagline: {
    'zh-CN': '物业客服、收费与业主关系',
    'zh-Hant': '物業客服、收費與業主關係',
    en: 'Service, fees and owner relations for property companies',
  },
  skip: { 'zh-CN': '跳到正文', 'zh-Hant': '跳到正文', en: 'Skip to the content' },
  languages: { 'zh-CN': '语言', 'zh-Hant': '語言', en: 'Language' },
  signUp: { 'zh-CN': '开通公司', 'zh-Hant': '開通公司', en: 'Sign up' },
  haveCompany: { 'zh-CN': '已经开通？', 'zh-Hant': '已經開通？', en: 'Signed up already?' },
  goToCompany: { 'zh-CN': '前往公司登录', 'zh-Hant': '前往公司登入', en: 'Go to your company' },
  companyAddress: { 'zh-CN': '公司网址', 'zh-Hant': '公司網址', en: 'Company address' },
  example: { 'zh-CN': '示例', 'zh-Hant': '示例', en: 'Example' },

  heroTitle: {
    'zh-CN': '把业主的每一件事，都办到有回音',
    'zh-Hant': '把業主的每一件事，都辦到有回音',
    en: "Every owner's matter, seen through to an answer",
  },
  heroText: {
    'zh-CN':
      '和居为物业公司把客服、收费和业主关系放在一处：前台登记的每个投诉都有时限，业主在手机上看得懂、付得清账单，总部一眼看到各项目的满意度。',
    'zh-Hant':
      '和居為物業公司把客服、收費和業主關係放在一處：前台登記的每個投訴都有時限，業主在手機上看得懂、付得清帳單，總部一眼看到各項目的滿意度。',
    en: "Heju keeps a property company's service desk, fees and owner relations in one place: each complaint has its deadline, each bill explains itself on the owner's phone, and head office sees satisfaction side by side.",
  },
  heroNote: {
    'zh-CN': '填一张表，几秒钟就能用。每家公司一个独立的数据库。',
    'zh-Hant': '填一張表，幾秒鐘就能用。每家公司一個獨立的資料庫。',
    en: 'One form, and it is yours in seconds. Each company has a database of its own.',
  },

  sampleBillTitle: {
    'zh-CN': '物业服务费 · 11 月',
    'zh-Hant': '物業服務費 · 11 月',
    en: 'Service fee · November',
  },
  sampleRoom: {
    'zh-CN': '翠湖花园 3栋-2单元-1501',
    'zh-Hant': '翠湖花園 3棟-2單元-1501',
    en: 'Cuihu Garden 3-2-1501',
  },
  sampleHow: {
    'zh-CN': '89.50 ㎡ × ¥2.80 / ㎡ · 月',
    'zh-Hant': '89.50 ㎡ × ¥2.80 / ㎡ · 月',
    en: '89.50 ㎡ × ¥2.80 per ㎡ and month',
  },
  sampleDue: { 'zh-CN': '11 月 30 日前', 'zh-Hant': '11 月 30 日前', en: 'due 30 November' },
  samplePay: { 'zh-CN': '微信支付', 'zh-Hant': '微信支付', en: 'Pay with WeChat' },
  sampleComplaintTitle: { 'zh-CN': '电梯异响', 'zh-Hant': '電梯異響', en: 'Noise from the lift' },
  sampleFirst: {
    'zh-CN': '24 小时内首次处理',
    'zh-Hant': '24 小時內首次處理',
    en: 'First handling within 24 hours',
  },
  sampleFirstDone: { 'zh-CN': '2 小时 10 分', 'zh-Hant': '2 小時 10 分', en: '2 h 10 min' },
  sampleWhole: {
    'zh-CN': '3 个工作日内办结',
    'zh-Hant': '3 個工作日內辦結',
    en: 'Settled within 3 working days',
  },
  sampleWholeLeft: { 'zh-CN': '还剩 1 天', 'zh-Hant': '還剩 1 天', en: '1 day left' },
  sampleIndexTitle: {
    'zh-CN': '满意度 · 各项目',
    'zh-Hant': '滿意度 · 各項目',
    en: 'Satisfaction by project',
  },
  sampleProjectA: { 'zh-CN': '翠湖花园', 'zh-Hant': '翠湖花園', en: 'Cuihu Garden' },
  sampleProjectB: { 'zh-CN': '望江大厦', 'zh-Hant': '望江大廈', en: 'Wangjiang Tower' },
  sampleProjectC: { 'zh-CN': '云栖公寓', 'zh-Hant': '雲棲公寓', en: 'Yunqi Apartments' },

  partsTitle: {
    'zh-CN': '从建档到回访，一条线走完',
    'zh-Hant': '從建檔到回訪，一條線走完',
    en: 'One line, from the register to the revisit',
  },
  registryTitle: {
    'zh-CN': '用现有的表格建档',
    'zh-Hant': '用現有的表格建檔',
    en: 'Begin with the workbook you have',
  },
  registryText: {
    'zh-CN': '直接上传手头的 Excel。列名、合并单元格、占位电话都能认；哪一行有问题、怎么改，先看清楚再导入。',
    'zh-Hant':
      '直接上傳手頭的 Excel。欄名、合併儲存格、佔位電話都能認；哪一列有問題、怎麼改，先看清楚再匯入。',
    en: 'Upload it as it is: headings, merged cells and placeholder phones are understood. You see each problem, and how to mend it, before anything is imported.',
  },
  feesTitle: { 'zh-CN': '每一分钱都说得清', 'zh-Hant': '每一分錢都說得清', en: 'Every fen explained' },
  feesText: {
    'zh-CN': '按面积、按户、按车位出账，先预览再发布。账单写明怎么算出来的；政府指导价超出幅度，系统不放行。',
    'zh-Hant':
      '按面積、按戶、按車位出帳，先預覽再發布。帳單寫明怎麼算出來的；政府指導價超出幅度，系統不放行。',
    en: 'By area, by room, by parking space: a draft first, then published. Each bill says how it came about, and a guided price outside its range does not pass.',
  },
  payTitle: {
    'zh-CN': '业主手机付，钱进公司账',
    'zh-Hant': '業主手機付，錢進公司帳',
    en: 'Paid on the phone, into your own account',
  },
  payText: {
    'zh-CN': '每家公司用自己的商户号收款，平台不经手业主的钱。一笔付款只入账一次，对不上的交给收费员处理。',
    'zh-Hant': '每家公司用自己的商戶號收款，平台不經手業主的錢。一筆付款只入帳一次，對不上的交給收費員處理。',
    en: "Each company is its own merchant; owners' money never passes through the platform. A payment is booked once, and what does not fit goes to a cashier.",
  },
  remindTitle: { 'zh-CN': '提醒有分寸', 'zh-Hant': '提醒有分寸', en: 'Reminders that keep their manners' },
  remindText: {
    'zh-CN': '到期前后分阶段提醒，只在白天发；业主正在投诉收费时自动暂停。不用停水停电催费，法律也不允许。',
    'zh-Hant': '到期前後分階段提醒，只在白天發；業主正在投訴收費時自動暫停。不用停水停電催費，法律也不允許。',
    en: 'In stages around the due day, in daytime only, paused while an owner disputes the fee. Never with threats to cut water or power, which the law forbids.',
  },
  complaintTitle: {
    'zh-CN': '投诉有时限，有回访',
    'zh-Hant': '投訴有時限，有回訪',
    en: 'Complaints with clocks and a revisit',
  },
  complaintText: {
    'zh-CN': '24 小时内首次处理，3 个工作日内办结，按国家节假日和调休计算。办完回访，不满意就重新打开。',
    'zh-Hant': '24 小時內首次處理，3 個工作日內辦結，按國家節假日和調休計算。辦完回訪，不滿意就重新開啟。',
    en: "First handling within 24 hours, settled within 3 working days of China's real calendar. A revisit follows, and whoever is not satisfied is heard again.",
  },
  compareTitle: {
    'zh-CN': '总部看得见差别',
    'zh-Hant': '總部看得見差別',
    en: 'Head office sees the difference',
  },
  compareText: {
    'zh-CN': '每月向业主问满意度，连同投诉率、按时率、收缴率，各项目并排看。样本太少的单列，不硬排名。',
    'zh-Hant': '每月向業主問滿意度，連同投訴率、按時率、收繳率，各項目並排看。樣本太少的單列，不硬排名。',
    en: 'Owners are asked every month. Index, complaint rate, on-time rate and collection rate stand side by side; too small a sample is shown apart, not ranked.',
  },
  trustTitle: { 'zh-CN': '数据各归各家', 'zh-Hant': '資料各歸各家', en: "Each company's data is its own" },
  trustDatabase: {
    'zh-CN': '每家公司一个独立数据库，不与别家混放。',
    'zh-Hant': '每家公司一個獨立資料庫，不與別家混放。',
    en: 'A database for each company, shared with nobody.',
  },
  trustSealed: {
    'zh-CN': '电话和证件号加密保存，默认打码；查看原文要有权限，并留下记录。',
    'zh-Hant': '電話和證件號加密保存，預設遮罩；查看原文要有權限，並留下記錄。',
    en: 'Phones and ID numbers are encrypted and masked; to unmask one takes a permission and leaves a record.',
  },
  trustAudit: {
    'zh-CN': '谁在什么时候改了什么，都有只增不改的记录。',
    'zh-Hant': '誰在什麼時候改了什麼，都有只增不改的記錄。',
    en: 'Who changed what and when is on a record that can only grow.',
  },
  stepsTitle: { 'zh-CN': '三步开始', 'zh-Hant': '三步開始', en: 'Three steps to begin' },
  step1: {
    'zh-CN': '填公司名称和管理员，几秒钟开通。',
    'zh-Hant': '填公司名稱和管理員，幾秒鐘開通。',
    en: "Give the company's name and its administrator. Seconds later it is there.",
  },
  step2: {
    'zh-CN': '上传房产和业主表格，核对后导入。',
    'zh-Hant': '上傳房產和業主表格，核對後匯入。',
    en: 'Upload rooms and owners, check the preview, import.',
  },
  step3: {
    'zh-CN': '出第一期账单，把业主入口发给业主。',
    'zh-Hant': '出第一期帳單，把業主入口發給業主。',
    en: 'Run the first bills and give owners the address of their portal.',
  },
  footer: {
    'zh-CN': '和居是开源软件，以 MIT 许可发布，可以自行部署。',
    'zh-Hant': '和居是開源軟體，以 MIT 授權發布，可以自行部署。',
    en: 'Heju is open source under the MIT licence; you can run it yourself.',
  },

  signUpTitle: { 'zh-CN': '开通公司', 'zh-Hant': '開通公司', en: 'Sign up your company' },
  signUpIntro: {
    'zh-CN': '填好下面几项，系统会为贵公司建立独立的数据库，并请管理员直接进入。',
    'zh-Hant': '填好下面幾項，系統會為貴公司建立獨立的資料庫，並請管理員直接進入。',
    en: 'With these few things we set up a database of your own and let the administrator in.',
  },
  company: { 'zh-CN': '公司', 'zh-Hant': '公司', en: 'Company' },
  companyName: { 'zh-CN': '公司名称', 'zh-Hant': '公司名稱', en: 'Company name' },
  companyNameHint: {
    'zh-CN': '业主会在账单和通知上看到。',
    'zh-Hant': '業主會在帳單和通知上看到。',
    en: 'Owners see it on bills and notices.',
  },
  slug: { 'zh-CN': '网址', 'zh-Hant': '網址', en: 'Address' },
  slugHint: {
    'zh-CN': '3–30 个小写字母、数字或连字符，常用拼音或简称。员工和业主都从这里进入。',
    'zh-Hant': '3–30 個小寫字母、數字或連字號，常用拼音或簡稱。員工和業主都從這裡進入。',
    en: '3–30 small letters, digits or hyphens. Staff and owners come in here.',
  },
  slugFree: {
    'zh-CN': '可用的网址，点一下即用：',
    'zh-Hant': '可用的網址，點一下即用：',
    en: 'Free addresses, one click takes it:',
  },
  administrator: { 'zh-CN': '管理员', 'zh-Hant': '管理員', en: 'Administrator' },
  adminName: { 'zh-CN': '姓名', 'zh-Hant': '姓名', en: 'Name' },
  phone: { 'zh-CN': '手机号', 'zh-Hant': '手機號碼', en: 'Mobile phone' },
  phoneHint: { 'zh-CN': '用来登录。', 'zh-Hant': '用來登入。', en: 'To sign in with.' },
  password: { 'zh-CN': '密码', 'zh-Hant': '密碼', en: 'Password' },
  passwordHint: {
    'zh-CN': '至少 8 位，越长越安全；不要用别处用过的密码。',
    'zh-Hant': '至少 8 位，越長越安全；不要用別處用過的密碼。',
    en: 'At least 8 characters; longer is safer, and none that you use elsewhere.',
  },
  passwordAgain: {
    'zh-CN': '请再输入一次密码。',
    'zh-Hant': '請再輸入一次密碼。',
    en: 'Please enter the password once more.',
  },
  submit: { 'zh-CN': '开通', 'zh-Hant': '開通', en: 'Sign up' },
  pleaseMend: { 'zh-CN': '还有几处需要修改', 'zh-Hant': '還有幾處需要修改', en: 'A few things to mend' },
  nextTitle: { 'zh-CN': '接下来', 'zh-Hant': '接下來', en: 'What comes next' },
  next1: {
    'zh-CN': '几秒钟内建好数据库，页面会显示进度。',
    'zh-Hant': '幾秒鐘內建好資料庫，頁面會顯示進度。',
    en: 'The database is made within seconds; the page shows how far it is.',
  },
  next2: {
    'zh-CN': '管理员自动登录，不用再填一遍。',
    'zh-Hant': '管理員自動登入，不用再填一遍。',
    en: 'The administrator is signed in by itself.',
  },
  next3: {
    'zh-CN': '首页会提示先建项目、导入房产和业主。',
    'zh-Hant': '首頁會提示先建項目、匯入房產和業主。',
    en: 'The first page says how to begin: a project, then rooms and owners.',
  },

  workingTitle: { 'zh-CN': '正在为{name}做准备', 'zh-Hant': '正在為{name}做準備', en: 'Setting up {name}' },
  workingText: {
    'zh-CN': '通常几秒钟就好，页面会自动更新，请不要关闭。',
    'zh-Hant': '通常幾秒鐘就好，頁面會自動更新，請不要關閉。',
    en: 'This usually takes seconds. The page renews itself; please leave it open.',
  },
  readyTitle: { 'zh-CN': '{name}准备好了', 'zh-Hant': '{name}準備好了', en: '{name} is ready' },
  readyText: {
    'zh-CN': '正在请管理员进入。如果没有自动跳转，请点下面的按钮。',
    'zh-Hant': '正在請管理員進入。如果沒有自動跳轉，請點下面的按鈕。',
    en: 'The administrator is being let in. If nothing happens, please use the button.',
  },
  enter: { 'zh-CN': '进入公司', 'zh-Hant': '進入公司', en: 'Enter' },
  handedOverTitle: { 'zh-CN': '{name}已经开通', 'zh-Hant': '{name}已經開通', en: '{name} is set up' },
  handedOverText: {
    'zh-CN': '请在公司的登录页用手机号和密码登录。',
    'zh-Hant': '請在公司的登入頁用手機號碼和密碼登入。',
    en: "Please sign in at the company's page with phone and password.",
  },
  endedTitle: {
    'zh-CN': '{name}的服务已结束',
    'zh-Hant': '{name}的服務已結束',
    en: '{name} has left the service',
  },
  endedText: {
    'zh-CN': '如有疑问，请联系平台运维。',
    'zh-Hant': '如有疑問，請聯絡平台維運。',
    en: 'If you have questions, please contact the operator.',
  },
  troubleTitle: {
    'zh-CN': '这一步遇到了问题，正在自动重试',
    'zh-Hant': '這一步遇到了問題，正在自動重試',
    en: 'This step met a problem and is being tried again',
  },
  troubleText: {
    'zh-CN': '您填写的内容已经保存。如果几分钟后仍未完成，请把编号 {signupId} 告诉平台运维。',
    'zh-Hant': '您填寫的內容已經保存。如果幾分鐘後仍未完成，請把編號 {signupId} 告訴平台維運。',
    en: 'What you entered is kept. If it is not done in a few minutes, please tell the operator the number {signupId}.',
  },
  'step.database': { 'zh-CN': '建立公司的数据库', 'zh-Hant': '建立公司的資料庫', en: 'Making the database' },
  'step.schema': { 'zh-CN': '建立各类登记簿', 'zh-Hant': '建立各類登記簿', en: 'Laying out its registers' },
  'step.dictionaries': {
    'zh-CN': '写入常用分类和规则',
    'zh-Hant': '寫入常用分類和規則',
    en: 'Filling in usual categories and rules',
  },
  'step.administrator': {
    'zh-CN': '开通管理员账号',
    'zh-Hant': '開通管理員帳號',
    en: "Opening the administrator's account",
  },
  'step.schedules': { 'zh-CN': '安排定时工作', 'zh-Hant': '安排定時工作', en: 'Scheduling regular work' },
  'step.activation': { 'zh-CN': '启用', 'zh-Hant': '啟用', en: 'Opening the doors' },
  'stepState.done': { 'zh-CN': '完成', 'zh-Hant': '完成', en: 'done' },
  'stepState.current': { 'zh-CN': '进行中', 'zh-Hant': '進行中', en: 'under way' },
  'stepState.waiting': { 'zh-CN': '等待', 'zh-Hant': '等待', en: 'waiting' },

  upgradingTitle: { 'zh-CN': '系统正在升级', 'zh-Hant': '系統正在升級', en: 'Being upgraded' },
  errorTitle: {
    'zh-CN': '没能打开这个页面',
    'zh-Hant': '沒能打開這個頁面',
    en: 'This page could not be opened',
  },
  backToStart: { 'zh-CN': '回到首页', 'zh-Hant': '回到首頁', en: 'Back to the start' },
  reload: { 'zh-CN': '重新打开', 'zh-Hant': '重新開啟', en: 'Try again' },
  reference: { 'zh-CN': '编号', 'zh-Hant': '編號', en: 'Reference' },
} as const satisfies Texts
