import type { Texts } from '@heju/i18n'

/** Paying, at the desk and online; settings of the merchant; what the provider may answer. */
export const payments = {
  'payments.bill_not_found': {
    'zh-CN': '没有找到这笔账单，或它不在您名下。请返回账单列表重新选择。',
    'zh-Hant': '沒有找到這筆帳單，或它不在您名下。請返回帳單列表重新選擇。',
    en: 'There is no such bill, or it is not yours. Please go back to the list of bills and choose again.',
  },
  'payments.bill_paid': {
    'zh-CN': '所选账单中有的已经缴清或正在入账，未重复收费。请以最新的账单为准。',
    'zh-Hant': '所選帳單中有的已經繳清或正在入帳，未重複收費。請以最新的帳單為準。',
    en: 'Some of the chosen bills are paid already; nothing was charged twice. Please go by what the bills say now.',
  },
  'payments.bill_withdrawn': {
    'zh-CN': '所选账单中有的已作废，不需要缴纳。请以最新的账单为准，重新选择。',
    'zh-Hant': '所選帳單中有的已作廢，不需要繳納。請以最新的帳單為準，重新選擇。',
    en: 'Some of the chosen bills were withdrawn and need not be paid. Please go by what the bills say now, and choose again.',
  },
  'payments.several_projects': {
    'zh-CN': '一次只能缴纳同一个项目的账单。请按项目分开缴纳。',
    'zh-Hant': '一次只能繳納同一個項目的帳單。請按項目分開繳納。',
    en: 'Bills of one project only can be paid at a time. Please pay for each project separately.',
  },
  'payments.overpaid': {
    'zh-CN': '收款金额超过了尚欠金额，未入账。请核对每笔账单的金额后重新录入。',
    'zh-Hant': '收款金額超過了尚欠金額，未入帳。請核對每筆帳單的金額後重新錄入。',
    en: 'The amount is more than what is still owed, so nothing was recorded. Please check each bill and enter it again.',
  },
  'payments.online_unavailable': {
    'zh-CN': '本项目暂未开通网上缴费。请到物业服务中心缴纳，或致电客服咨询。',
    'zh-Hant': '本項目暫未開通網上繳費。請到物業服務中心繳納，或致電客服諮詢。',
    en: 'Online payment is not available for this project yet. Please pay at the service centre or call the front desk.',
  },
  'payments.order_not_found': {
    'zh-CN': '没有找到这次缴费。请返回账单列表查看。',
    'zh-Hant': '沒有找到這次繳費。請返回帳單列表查看。',
    en: 'There is no such payment. Please go back to your bills.',
  },
  'payments.order_over': {
    'zh-CN': '这次缴费已经结束。请返回账单列表，未缴的账单可以重新发起。',
    'zh-Hant': '這次繳費已經結束。請返回帳單列表，未繳的帳單可以重新發起。',
    en: 'This payment is over. Please go back to your bills; those not paid can be paid anew.',
  },
  'payments.order_in_progress': {
    'zh-CN': '这些账单正在另一处付款。请先完成那次付款，或稍等片刻再试。',
    'zh-Hant': '這些帳單正在另一處付款。請先完成那次付款，或稍等片刻再試。',
    en: 'These bills are being paid elsewhere right now. Please finish that payment, or try again in a moment.',
  },
  'payments.paid_meanwhile': {
    'zh-CN': '没有办理：这笔账单的缴费人刚刚在线付了款，钱已入账或已记入待处理款项。请刷新后到收款记录查看。',
    'zh-Hant':
      '沒有辦理：這筆帳單的繳費人剛剛線上付了款，錢已入帳或已記入待處理款項。請重新整理後到收款記錄查看。',
    en: 'Nothing was changed: the bill was paid online just now, and the money is booked or waits for a decision. Please reload and look at the payments.',
  },
  'payments.order_moved': {
    'zh-CN': '这次缴费的状态刚有变化。请刷新后再看。',
    'zh-Hant': '這次繳費的狀態剛有變化。請重新整理後再看。',
    en: 'The state of this payment has just changed. Please reload.',
  },
  'payments.order_invalid': {
    'zh-CN': '付款请求有误（{field}），没有发起付款。请重试；如仍不行，请联系物业客服。',
    'zh-Hant': '付款請求有誤（{field}），沒有發起付款。請重試；如仍不行，請聯絡物業客服。',
    en: 'The payment request is not right ({field}), so no payment was started. Please try again or call the front desk.',
  },
  'payments.order_paid': {
    'zh-CN': '这次缴费已经付款成功，正在入账。请稍候刷新查看收据。',
    'zh-Hant': '這次繳費已經付款成功，正在入帳。請稍候重新整理查看收據。',
    en: 'This was paid already and is being recorded. Please reload in a moment to see the receipt.',
  },
  'payments.payer_busy': {
    'zh-CN': '付款人正在输入支付密码。请等待几秒钟后再试。',
    'zh-Hant': '付款人正在輸入支付密碼。請等待幾秒鐘後再試。',
    en: 'The payer is entering the password right now. Please wait some seconds and try again.',
  },
  'payments.online_busy': {
    'zh-CN':
      '这些账单有一笔线上付款，缴费人正在手机上输入支付密码，本次没有办理。请等几秒钟再试；付成了，账单会显示已缴清。',
    'zh-Hant':
      '這些帳單有一筆線上付款，繳費人正在手機上輸入支付密碼，本次沒有辦理。請等幾秒鐘再試；付成了，帳單會顯示已繳清。',
    en: 'There is an online payment of these bills, and its payer is entering the password on the phone right now, so nothing was done here. Please try again in some seconds; if it is paid, the bills say so.',
  },
  'payments.paid_online': {
    'zh-CN': '本次没有收款：所选账单中有的已经在线付清（微信支付），收据已开出。',
    'zh-Hant': '本次沒有收款：所選帳單中有的已經線上付清（微信支付），收據已開出。',
    en: 'No money was taken here: some of the chosen bills were paid online (WeChat Pay), and the receipt is issued.',
  },
  'payments.online_mismatch': {
    'zh-CN':
      '本次没有收款：这些账单刚刚有人在线付了款，钱与账单对不上，已列在“待核对款项”里等候处理。请先在那里看这笔钱，入账或退回；确定仍要在柜台收款的，再收一次。',
    'zh-Hant':
      '本次沒有收款：這些帳單剛剛有人線上付了款，錢與帳單對不上，已列在「待核對款項」裡等候處理。請先在那裡看這筆錢，入帳或退回；確定仍要在櫃台收款的，再收一次。',
    en: 'No money was taken here: these bills were paid online just now with money that does not match them, and it waits among the exceptions for a decision. Please look at it there first, and put it to bills or give it back; if the money is to be taken here all the same, take it once more.',
  },
  'payments.bill_being_paid': {
    'zh-CN': '有人正在支付这张账单，请稍等片刻再试。',
    'zh-Hant': '有人正在支付這張帳單，請稍等片刻再試。',
    en: 'Somebody is paying this bill right now. Please wait a moment and try again.',
  },
  'payments.order_overtaken': {
    'zh-CN':
      '其中有的账单已经另行缴纳（或缴了一部分），请不要再付这一笔。如还有待缴，请先取消这一笔，再重新付款。',
    'zh-Hant':
      '其中有的帳單已經另行繳納（或繳了一部分），請不要再付這一筆。如還有待繳，請先取消這一筆，再重新付款。',
    en: 'Some of these bills were paid otherwise, in whole or in part, by now: please do not pay this any more. If something is still owed, cancel this payment and pay again.',
  },
  'payments.online_uncertain': {
    'zh-CN':
      '这张账单有一笔线上付款，微信支付还没有明确答复它付了没有、关闭了没有，账单没有改动。请稍等片刻再试；一直没有答复，请收费员在“未完成的后台任务”里搁置“查询在线支付结果”。',
    'zh-Hant':
      '這張帳單有一筆線上付款，微信支付還沒有明確答覆它付了沒有、關閉了沒有，帳單沒有改動。請稍等片刻再試；一直沒有答覆，請收費員在「未完成的後台任務」裡擱置「查詢線上支付結果」。',
    en: 'There is an online payment of this bill, and WeChat Pay has not said clearly whether it was paid or is closed. The bill was not changed: please try again in a moment. If no answer comes, ask a cashier to set aside “Asking about an online payment” in “Work that stopped”.',
  },
  'payments.closing_refused': {
    'zh-CN':
      '这张账单有一笔线上付款，微信支付拒绝关闭它（{reason}），账单没有改动。没有人付的话，它在发起 {minutes} 分钟后自动过期，请之后再试。到时仍不行，请公司管理员核对商户设置；核对了也不行，请收费员在“未完成的后台任务”里搁置“查询在线支付结果”。',
    'zh-Hant':
      '這張帳單有一筆線上付款，微信支付拒絕關閉它（{reason}），帳單沒有改動。沒有人付的話，它在發起 {minutes} 分鐘後自動過期，請之後再試。到時仍不行，請公司管理員核對商戶設定；核對了也不行，請收費員在「未完成的後台任務」裡擱置「查詢線上支付結果」。',
    en: 'There is an online payment of this bill, and WeChat Pay refuses to close it ({reason}). The bill was not changed. If nobody pays it, it expires by itself {minutes} minutes after it was begun: please try again then. If that does not help, ask the administrator to check the merchant, and if that does not either, a cashier to set aside “Asking about an online payment” in “Work that stopped”.',
  },
  'payments.closing_failed': {
    'zh-CN':
      '这张账单有一笔线上付款，{why, select, unusable {商户设置无法使用} other {微信支付的应答没有通过验证}}，不能确认它已关闭，账单没有改动。请公司管理员核对商户设置后再试；核对了也不行，请收费员在“未完成的后台任务”里搁置“查询在线支付结果”。',
    'zh-Hant':
      '這張帳單有一筆線上付款，{why, select, unusable {商戶設定無法使用} other {微信支付的應答沒有通過驗證}}，不能確認它已關閉，帳單沒有改動。請公司管理員核對商戶設定後再試；核對了也不行，請收費員在「未完成的後台任務」裡擱置「查詢線上支付結果」。',
    en: 'There is an online payment of this bill that cannot be closed for sure: {why, select, unusable {the settings of the merchant cannot be used} other {the answer of WeChat Pay could not be verified}}. The bill was not changed. Please have the administrator check the merchant and try again; if that does not help, ask a cashier to set aside “Asking about an online payment” in “Work that stopped”.',
  },
  'payments.payment_not_found': {
    'zh-CN': '没有找到这笔收款，或不在您的负责范围内。',
    'zh-Hant': '沒有找到這筆收款，或不在您的負責範圍內。',
    en: 'There is no such payment, or it is not among yours.',
  },
  'payments.paid_on_out_of_range': {
    'zh-CN': '收款日期应在 {from} 至 {to} 之间。更早的款项请联系会计处理。',
    'zh-Hant': '收款日期應在 {from} 至 {to} 之間。更早的款項請聯絡會計處理。',
    en: 'The day of payment must be between {from} and {to}. For earlier payments please ask the accountant.',
  },
  'payments.already_reversed': {
    'zh-CN': '这笔收款已经冲销过了，没有重复冲销。',
    'zh-Hant': '這筆收款已經沖銷過了，沒有重複沖銷。',
    en: 'This payment was reversed before; it was not reversed twice.',
  },
  'payments.not_reversible': {
    'zh-CN': '只有柜台录入的收款可以冲销。线上收款请在支付平台退款。',
    'zh-Hant': '只有櫃台錄入的收款可以沖銷。線上收款請在支付平台退款。',
    en: 'Only payments entered at the desk can be reversed. Refund an online payment in the provider’s console.',
  },
  'payments.receipt_not_found': {
    'zh-CN': '没有找到这张收据，或它不在您名下。',
    'zh-Hant': '沒有找到這張收據，或它不在您名下。',
    en: 'There is no such receipt, or it is not yours.',
  },
  'payments.exception_not_found': {
    'zh-CN': '没有找到这笔待核对款项，或不在您的负责范围内。',
    'zh-Hant': '沒有找到這筆待核對款項，或不在您的負責範圍內。',
    en: 'There is no such payment to be looked into, or it is not among yours.',
  },
  'payments.exception_moved': {
    'zh-CN': '同事刚刚处理了这笔款项的一部分，余额已变，本次未办理。请刷新后按最新余额再处理。',
    'zh-Hant': '同事剛剛處理了這筆款項的一部分，餘額已變，本次未辦理。請重新整理後按最新餘額再處理。',
    en: 'A colleague has just settled a part of this, so that what is left has changed and nothing was done. Please reload and decide about what is left.',
  },
  'payments.exception_resolved': {
    'zh-CN': '这笔待核对款项已经处理完毕。请刷新列表。',
    'zh-Hant': '這筆待核對款項已經處理完畢。請重新整理列表。',
    en: 'This has been settled already. Please reload the list.',
  },
  'payments.exception_exceeded': {
    'zh-CN': '处理金额超过了尚未处理的金额。请核对后重新填写。',
    'zh-Hant': '處理金額超過了尚未處理的金額。請核對後重新填寫。',
    en: 'The amount is more than what is left of this exception. Please check and enter it again.',
  },
  'payments.bill_of_another_entity': {
    'zh-CN':
      '这笔钱进了一个法人主体的账户，所选账单的项目归另一个主体，不能用它入账。请选该主体项目的账单，或退款后请业主重新缴纳。',
    'zh-Hant':
      '這筆錢進了一個法人主體的帳戶，所選帳單的項目歸另一個主體，不能用它入帳。請選該主體項目的帳單，或退款後請業主重新繳納。',
    en: 'The money came to one legal entity’s account, and the project of this bill belongs to another. Please choose a bill of a project of that entity, or refund it and ask the owner to pay again.',
  },
  'payments.merchant_not_found': {
    'zh-CN': '没有找到这个商户配置，可能已停用。请刷新后再看。',
    'zh-Hant': '沒有找到這個商戶設定，可能已停用。請重新整理後再看。',
    en: 'There is no such merchant in use. Please reload.',
  },
  'payments.merchant_incomplete': {
    'zh-CN': '请填写商户私钥、APIv3 密钥和微信支付公钥：新的商户三项都要填写。',
    'zh-Hant': '請填寫商戶私鑰、APIv3 金鑰和微信支付公鑰：新的商戶三項都要填寫。',
    en: 'Please enter the private key, the APIv3 key and WeChat Pay’s public key: a new merchant needs all three.',
  },
  'payments.merchant_of_another': {
    'zh-CN':
      '商户号 {merchantId} 正用于{isOwn, select, yes {项目“{place}”（“{entity}”的商户）} other {“{entity}”的全部项目}}，不能再给另一个法人主体：钱会进前者的账户，收据却是后者的名义。请核对商户号；账户确实换了主体的，请先停用那里的商户。',
    'zh-Hant':
      '商戶號 {merchantId} 正用於{isOwn, select, yes {項目「{place}」（「{entity}」的商戶）} other {「{entity}」的全部項目}}，不能再給另一個法人主體：錢會進前者的帳戶，收據卻是後者的名義。請核對商戶號；帳戶確實換了主體的，請先停用那裡的商戶。',
    en: 'Merchant {merchantId} is in use for {isOwn, select, yes {the project {place} (a merchant of {entity})} other {all projects of {entity}}} and cannot be another entity’s as well: money would reach the account of the one and be receipted in the name of the other. Please check the number; if the account has changed hands, end the merchant there first.',
  },
  'payments.merchant_entity_differs': {
    'zh-CN': '这个项目不属于所填的法人主体。项目自己的商户归项目所属的主体，请不要另填主体。',
    'zh-Hant': '這個項目不屬於所填的法人主體。項目自己的商戶歸項目所屬的主體，請不要另填主體。',
    en: 'The project does not belong to that legal entity. A project’s own merchant is its entity’s: please leave the entity out.',
  },
  'payments.project_handed_over': {
    'zh-CN': '项目刚被移交给另一个法人主体，商户没有保存。请刷新核对后再试。',
    'zh-Hant': '項目剛被移交給另一個法人主體，商戶沒有儲存。請重新整理核對後再試。',
    en: 'The project has just been handed to another legal entity, and the merchant was not saved. Please reload, check and try again.',
  },
  'payments.merchant_in_use': {
    'zh-CN': '商户配置刚被别人改动过。请刷新后再保存。',
    'zh-Hant': '商戶設定剛被別人改動過。請重新整理後再儲存。',
    en: 'Somebody else has just changed the merchant. Please reload and save again.',
  },
  'payments.settings_unusable': {
    'zh-CN':
      '商户配置中的{field, select, merchantPrivateKey {商户私钥} apiV3Key {APIv3 密钥} platformKeys {微信支付公钥} other {“{field}”}}无法使用。请公司管理员核对后重新填写。',
    'zh-Hant':
      '商戶設定中的{field, select, merchantPrivateKey {商戶私鑰} apiV3Key {APIv3 金鑰} platformKeys {微信支付公鑰} other {「{field}」}}無法使用。請公司管理員核對後重新填寫。',
    en: 'The merchant’s {field, select, merchantPrivateKey {private key} apiV3Key {APIv3 key} platformKeys {WeChat Pay public key} other {{field}}} cannot be used. Please have the administrator check it and enter it again.',
  },
  'payments.provider_refused': {
    'zh-CN': '微信支付没有受理（{reason}）。请稍后再试；如仍不行，请到物业服务中心缴纳。',
    'zh-Hant': '微信支付沒有受理（{reason}）。請稍後再試；如仍不行，請到物業服務中心繳納。',
    en: 'WeChat Pay did not accept this ({reason}). Please try again later, or pay at the service centre.',
  },
  'payments.provider_untrusted': {
    'zh-CN': '微信支付的应答没有通过验证，为安全起见未作处理。请稍后再试，如反复出现请联系公司管理员。',
    'zh-Hant': '微信支付的應答沒有通過驗證，為安全起見未作處理。請稍後再試，如反覆出現請聯絡公司管理員。',
    en: 'The answer of WeChat Pay could not be verified, so nothing was done. Please try again later; if it stays so, tell the administrator.',
  },
  'payments.provider_unreachable': {
    'zh-CN': '微信支付暂时没有应答。如果您已经付款，款项会自动入账，请不要重复支付；否则请稍后再试。',
    'zh-Hant': '微信支付暫時沒有回應。如果您已經付款，款項會自動入帳，請不要重複支付；否則請稍後再試。',
    en: 'WeChat Pay does not answer just now. If you have paid, it will be recorded by itself: please do not pay twice. Otherwise try again later.',
  },
  'payments.notice_forged': {
    'zh-CN': '支付通知的签名不正确，已拒收。',
    'zh-Hant': '支付通知的簽名不正確，已拒收。',
    en: 'The payment notice has a wrong signature and was refused.',
  },
  'payments.notice_stale': {
    'zh-CN': '支付通知已过期，已拒收。',
    'zh-Hant': '支付通知已過期，已拒收。',
    en: 'The payment notice is too old and was refused.',
  },
  'payments.notice_foreign': {
    'zh-CN': '支付通知属于其他商户，已拒收。',
    'zh-Hant': '支付通知屬於其他商戶，已拒收。',
    en: 'The payment notice is about another merchant and was refused.',
  },
  'payments.notice_unreadable': {
    'zh-CN': '支付通知无法读取，已拒收。请核对 APIv3 密钥。',
    'zh-Hant': '支付通知無法讀取，已拒收。請核對 APIv3 金鑰。',
    en: 'The payment notice cannot be read and was refused. Please check the APIv3 key.',
  },
  'payments.field.merchant_id': {
    'zh-CN': '商户号是 8–10 位数字，可在微信支付商户平台首页看到。',
    'zh-Hant': '商戶號是 8–10 位數字，可在微信支付商戶平台首頁看到。',
    en: 'A merchant number has 8–10 digits; WeChat Pay’s merchant platform shows it on its first page.',
  },
  'payments.field.app_id': {
    'zh-CN': 'AppID 以 wx 开头，后接 16 位字母或数字。',
    'zh-Hant': 'AppID 以 wx 開頭，後接 16 位字母或數字。',
    en: 'An AppID is wx and 16 letters or digits.',
  },
  'payments.field.serial': {
    'zh-CN': '证书序列号是 40 位十六进制字符；微信支付公钥的编号以 PUB_KEY_ID_ 开头。',
    'zh-Hant': '證書序列號是 40 位十六進位字元；微信支付公鑰的編號以 PUB_KEY_ID_ 開頭。',
    en: 'A certificate’s serial has 40 hexadecimal digits; the id of WeChat Pay’s public key begins with PUB_KEY_ID_.',
  },
  'payments.field.pem': {
    'zh-CN': '请粘贴完整的 PEM 内容，包括 BEGIN 和 END 两行。',
    'zh-Hant': '請貼上完整的 PEM 內容，包括 BEGIN 和 END 兩行。',
    en: 'Please paste the whole PEM text with its BEGIN and END lines.',
  },
  'payments.field.api_v3_key': {
    'zh-CN': 'APIv3 密钥是 32 个字母、数字或符号。',
    'zh-Hant': 'APIv3 金鑰是 32 個字母、數字或符號。',
    en: 'An APIv3 key has 32 letters, digits or signs.',
  },
  'payments.field.reference': {
    'zh-CN': '转账和刷卡请填写流水号，便于和银行对账。',
    'zh-Hant': '轉帳和刷卡請填寫流水號，便於和銀行對帳。',
    en: 'Please enter the reference number of the transfer or card slip, so that it can be matched with the bank.',
  },
  'payments.field.repeated_bill': {
    'zh-CN': '同一笔账单只能选择一次。',
    'zh-Hant': '同一筆帳單只能選擇一次。',
    en: 'Each bill can be chosen once only.',
  },
} as const satisfies Texts
