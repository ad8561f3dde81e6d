import type { Text, Texts } from '@heju/i18n'

const text = (zhCN: string, zhHant: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en })

/** The company's merchants at WeChat Pay. Paths are those of the merchant platform, pay.weixin.qq.com. */
export const merchant = {
  title: text('收款商户', '收款商戶', 'Merchant'),
  about: text(
    '业主网上缴费直接进入贵公司自己的微信支付商户，平台不经手资金。密钥加密保存，保存后谁也看不到。',
    '業主網上繳費直接進入貴公司自己的微信支付商戶，平台不經手資金。金鑰加密儲存，儲存後誰也看不到。',
    'Owners pay straight into the company’s own WeChat Pay merchant. Keys are stored encrypted and never shown again.',
  ),
  add: text('添加商户', '新增商戶', 'Add a merchant'),
  change: text('修改', '修改', 'Change'),
  'change.title': text('修改商户 {id}', '修改商戶 {id}', 'Change merchant {id}'),
  empty: text(
    '还没有收款商户，业主暂时不能网上缴费。准备好微信支付商户号后点“添加商户”；没有商户号可在 pay.weixin.qq.com 申请。',
    '還沒有收款商戶，業主暫時不能網上繳費。準備好微信支付商戶號後點「新增商戶」；沒有商戶號可在 pay.weixin.qq.com 申請。',
    'No merchant yet, so owners cannot pay online. Have your WeChat Pay merchant number ready and add it; one can be applied for at pay.weixin.qq.com.',
  ),

  scope: text('适用范围', '適用範圍', 'Used for'),
  'scope.all': text('全部项目', '全部項目', 'All projects'),
  'scope.entity': text('{name}的全部项目', '{name}的全部項目', 'All projects of {name}'),
  entity: text('法人主体', '法人主體', 'Legal entity'),
  idle: text(
    '{project}已移交给{entity}，不再用这个商户收款。请给它或{entity}另设商户。',
    '{project}已移交給{entity}，不再用這個商戶收款。請給它或{entity}另設商戶。',
    '{project} was handed to {entity} and no longer collects through this merchant. Please enter one for it or for {entity}.',
  ),
  shared: text(
    '商户号 {id} 同时用于“{others}”：钱都进同一个账户，收据却分别以“{entity}”和“{others}”的名义开出。请核对账户是谁的，停用另一处，再填它自己的商户。',
    '商戶號 {id} 同時用於「{others}」：錢都進同一個帳戶，收據卻分別以「{entity}」和「{others}」的名義開出。請核對帳戶是誰的，停用另一處，再填它自己的商戶。',
    'Merchant {id} is also that of {others}: the money comes to one account, and is receipted in the names of {entity} and {others}. Please check whose account it is, end the other, and enter its own.',
  ),
  'scope.all.hint': text(
    '有自己商户的项目除外',
    '有自己商戶的項目除外',
    'except those with a merchant of their own',
  ),
  'scope.hint': text(
    '各项目分别收款时，给项目单独设一个商户；其余项目用所属法人主体的商户。',
    '各項目分別收款時，給項目單獨設一個商戶；其餘項目用所屬法人主體的商戶。',
    'Give a project a merchant of its own where it collects by itself; the others use their legal entity’s.',
  ),

  merchantId: text('微信支付商户号', '微信支付商戶號', 'Merchant number'),
  'merchantId.where': text(
    '8–10 位数字。商户平台 → 账户中心 → 商户信息',
    '8–10 位數字。商戶平台 → 帳戶中心 → 商戶資訊',
    '8 to 10 digits. Merchant platform → Account → Merchant information (账户中心 → 商户信息)',
  ),
  appId: text('AppID', 'AppID', 'AppID'),
  'appId.where': text(
    '以 wx 开头，共 18 位。商户平台 → 产品中心 → AppID 账号管理；须已与商户号绑定',
    '以 wx 開頭，共 18 位。商戶平台 → 產品中心 → AppID 帳號管理；須已與商戶號綁定',
    '18 signs that begin with wx. Merchant platform → Products → AppID (产品中心 → AppID账号管理); it must be linked to the merchant',
  ),
  merchantSerial: text(
    '商户 API 证书序列号',
    '商戶 API 憑證序號',
    'Serial number of the merchant’s certificate',
  ),
  'merchantSerial.where': text(
    '40 位字母和数字。商户平台 → 账户中心 → API 安全 → 商户 API 证书 → 管理证书',
    '40 位字母和數字。商戶平台 → 帳戶中心 → API 安全 → 商戶 API 憑證 → 管理憑證',
    '40 letters and digits. Merchant platform → Account → API security → Merchant certificate (API安全 → 商户API证书 → 管理证书)',
  ),
  merchantPrivateKey: text('商户私钥', '商戶私鑰', 'Merchant’s private key'),
  'merchantPrivateKey.where': text(
    '申请商户 API 证书时下载的压缩包里的 apiclient_key.pem：选择这个文件，或粘贴全部内容',
    '申請商戶 API 憑證時下載的壓縮檔裡的 apiclient_key.pem：選擇這個檔案，或貼上全部內容',
    'The file apiclient_key.pem that came with the merchant’s certificate: choose it, or paste all of it',
  ),
  apiV3Key: text('APIv3 密钥', 'APIv3 金鑰', 'APIv3 key'),
  'apiV3Key.where': text(
    '贵公司自己设的 32 位密码。商户平台 → 账户中心 → API 安全 → APIv3 密钥；忘记了只能重设',
    '貴公司自己設的 32 位密碼。商戶平台 → 帳戶中心 → API 安全 → APIv3 金鑰；忘記了只能重設',
    'The 32 signs that your company set. Merchant platform → Account → API security → APIv3 key; if forgotten it can only be set anew',
  ),
  platformKey: text('微信支付公钥', '微信支付公鑰', 'WeChat Pay’s public key'),
  platformSerial: text('微信支付公钥 ID', '微信支付公鑰 ID', 'Id of WeChat Pay’s public key'),
  'platformSerial.where': text(
    '以 PUB_KEY_ID_ 开头。商户平台 → 账户中心 → API 安全 → 微信支付公钥（旧商户用平台证书的，填证书序列号）',
    '以 PUB_KEY_ID_ 開頭。商戶平台 → 帳戶中心 → API 安全 → 微信支付公鑰（舊商戶用平台憑證的，填憑證序號）',
    'Begins with PUB_KEY_ID_. Merchant platform → Account → API security → WeChat Pay public key (older merchants with a platform certificate: its serial number)',
  ),
  'platformKey.where': text(
    '同一页下载的 pub_key.pem：选择这个文件，或粘贴全部内容',
    '同一頁下載的 pub_key.pem：選擇這個檔案，或貼上全部內容',
    'The file pub_key.pem from the same page: choose it, or paste all of it',
  ),
  'platformKey.add': text(
    '再加一把公钥（换钥期间用）',
    '再加一把公鑰（換鑰期間用）',
    'Add another (while keys change)',
  ),
  'platformKey.remove': text('去掉这把公钥', '去掉這把公鑰', 'Remove this key'),
  'platformKey.both': text(
    '公钥 ID 和公钥要一起填写',
    '公鑰 ID 和公鑰要一起填寫',
    'Please enter the id and the key together',
  ),
  'platformKey.replaces': text(
    '填写后，已保存的公钥全部由这里的代替',
    '填寫後，已儲存的公鑰全部由這裡的代替',
    'What is entered here takes the place of all keys stored',
  ),
  'secret.saved': text(
    '已保存（{when}）。不改请留空。',
    '已儲存（{when}）。不改請留空。',
    'Stored ({when}). Leave empty to keep it.',
  ),
  'secret.saved_ending': text(
    '已保存，末四位 {last4}（{when}）。不改请留空。',
    '已儲存，末四位 {last4}（{when}）。不改請留空。',
    'Stored, ending in {last4} ({when}). Leave empty to keep it.',
  ),
  'secret.needed': text(
    '换了商户号或 AppID，密钥也要重新填写',
    '換了商戶號或 AppID，金鑰也要重新填寫',
    'Another merchant number or AppID needs its own keys',
  ),
  'file.choose': text('选择文件', '選擇檔案', 'Choose a file'),
  replaces: text(
    '换成另一个商户号或 AppID 后，原来的停止收款；已发起的付款仍会入账。',
    '換成另一個商戶號或 AppID 後，原來的停止收款；已發起的付款仍會入帳。',
    'With another merchant number or AppID the present one takes no more payments; those under way are still booked.',
  ),
  'secret.needed.idle': text(
    '这是另一个法人主体的新商户，密钥要重新填写',
    '這是另一個法人主體的新商戶，金鑰要重新填寫',
    'This is a new merchant, of another legal entity, and needs its own keys',
  ),
  'replaces.idle': text(
    '项目已移交给{entity}：保存后是{entity}的新商户，请填它自己的商户号和全部密钥。原来已发起的付款仍会入账。',
    '項目已移交給{entity}：儲存後是{entity}的新商戶，請填它自己的商戶號和全部金鑰。原來已發起的付款仍會入帳。',
    'The project belongs to {entity} now: what is saved is a new merchant of {entity}. Please enter its own number and all keys. Payments under way are still booked.',
  ),
  domain: text(
    '另请在商户平台 → 产品中心 → 开发配置里，把 {host} 加为 H5 支付域名，否则手机浏览器里无法付款。',
    '另請在商戶平台 → 產品中心 → 開發設定裡，把 {host} 加為 H5 支付網域，否則手機瀏覽器裡無法付款。',
    'Please also enter {host} as a domain for H5 payment (产品中心 → 开发配置 → H5支付域名), or phones’ browsers cannot pay.',
  ),
  saved: text('已保存。请接着点“测试”。', '已儲存。請接著點「測試」。', 'Saved. Please test it next.'),

  changedAt: text('保存于', '儲存於', 'Saved'),
  state: text('测试结果', '測試結果', 'Test'),
  'state.untested': text('还没有测试', '還沒有測試', 'Not tested yet'),
  'state.works': text('可以收款', '可以收款', 'Works'),
  'state.fails': text('不能收款', '不能收款', 'Does not work'),
  test: text('测试', '測試', 'Test'),
  'test.about': text(
    '测试会向微信支付查询一笔不存在的订单，不会产生任何费用。',
    '測試會向微信支付查詢一筆不存在的訂單，不會產生任何費用。',
    'The test asks WeChat Pay for an order that does not exist; nothing is charged.',
  ),
  'test.works': text(
    '测试通过：商户号、证书、私钥和公钥互相匹配。',
    '測試通過：商戶號、憑證、私鑰和公鑰互相匹配。',
    'It works: number, certificate, private key and public key fit together.',
  ),
  'failure.payments.settings_unusable': text(
    '{reason, select, merchantPrivateKey {商户私钥} apiV3Key {APIv3 密钥} platformKeys {微信支付公钥} other {某一项密钥}}读不出来。请确认复制了整个文件，包括首尾两行，再重新填写。',
    '{reason, select, merchantPrivateKey {商戶私鑰} apiV3Key {APIv3 金鑰} platformKeys {微信支付公鑰} other {某一項金鑰}}讀不出來。請確認複製了整個檔案，包括首尾兩行，再重新填寫。',
    '{reason, select, merchantPrivateKey {The private key} apiV3Key {The APIv3 key} platformKeys {WeChat Pay’s public key} other {One of the keys}} cannot be read. Please enter the whole file, its first and last line included.',
  ),
  'failure.payments.provider_refused': text(
    '微信支付不认这些信息{reason, select, none {} other {（{reason}）}}。多半是证书序列号、私钥和商户号不是同一套，请逐项核对。',
    '微信支付不認這些資訊{reason, select, none {} other {（{reason}）}}。多半是憑證序號、私鑰和商戶號不是同一套，請逐項核對。',
    'WeChat Pay refused this{reason, select, none {} other { ({reason})}}. Most often serial number, private key and merchant number do not belong together: please check each.',
  ),
  'failure.payments.provider_untrusted': text(
    '微信支付应答了，但用所填的公钥核对不上。请重新下载微信支付公钥，并核对公钥 ID。',
    '微信支付應答了，但用所填的公鑰核對不上。請重新下載微信支付公鑰，並核對公鑰 ID。',
    'WeChat Pay answered, but its signature does not fit the public key entered. Please download the key again and check its id.',
  ),
  'failure.payments.provider_unreachable': text(
    '微信支付暂时没有应答，不能判断对错。请过几分钟再测。',
    '微信支付暫時沒有回應，不能判斷對錯。請過幾分鐘再測。',
    'WeChat Pay does not answer just now, so nothing can be said. Please test again in some minutes.',
  ),
  'failure.other': text(
    '测试没有通过（{code}）。请逐项核对后再测；仍不行请联系平台支持，并告知括号里的代码。',
    '測試沒有通過（{code}）。請逐項核對後再測；仍不行請聯絡平台支援，並告知括號裡的代碼。',
    'The test failed ({code}). Please check each value and test again; if it stays so, tell support the code.',
  ),

  retire: text('停用', '停用', 'End'),
  'retire.title': text('停用商户 {id}？', '停用商戶 {id}？', 'End payment through merchant {id}?'),
  'retire.confirm': text(
    '停用后，{scope}的业主不能再通过它网上缴费；已发起的付款仍会入账，账目都保留。要恢复须重新填写全部密钥。',
    '停用後，{scope}的業主不能再透過它網上繳費；已發起的付款仍會入帳，帳目都保留。要恢復須重新填寫全部金鑰。',
    'Owners of {scope} can no longer pay online through it. Payments under way are still booked and records stay. To begin again all keys must be entered anew.',
  ),
  'retire.falls_back': text(
    '该项目之后改用所属法人主体的商户收款。',
    '該項目之後改用所屬法人主體的商戶收款。',
    'The project then uses its legal entity’s merchant.',
  ),
  retired: text('已停用', '已停用', 'Ended'),
} as const satisfies Texts
