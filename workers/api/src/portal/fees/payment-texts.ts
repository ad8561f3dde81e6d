import type { Texts } from '@heju/i18n'

/** An owner's payments; what stands on receipts is in texts/payments. */
export const portalPayments = {
  title: { 'zh-CN': '微信支付', 'zh-Hant': '微信支付', en: 'WeChat Pay' },
  amount: { 'zh-CN': '付款金额', 'zh-Hant': '付款金額', en: 'Amount' },
  items: { 'zh-CN': '这次付的账单', 'zh-Hant': '這次付的帳單', en: 'What it is for' },
  go: { 'zh-CN': '去微信支付', 'zh-Hant': '去微信支付', en: 'Go to WeChat Pay' },
  waiting: { 'zh-CN': '等待付款', 'zh-Hant': '等待付款', en: 'Waiting for the payment' },
  waitingGo: {
    'zh-CN': '点下面的按钮打开微信付款。付完会回到本页，结果自动显示。',
    'zh-Hant': '點下面的按鈕開啟微信付款。付完會回到本頁，結果自動顯示。',
    en: 'Open WeChat with the button below. After paying you come back here, and the outcome shows by itself.',
  },
  waitingScan: {
    'zh-CN': '请用手机微信“扫一扫”付款，付完本页会自动显示结果。',
    'zh-Hant': '請用手機微信「掃一掃」付款，付完本頁會自動顯示結果。',
    en: 'Please scan the code with WeChat on a phone. The outcome shows here by itself.',
  },
  code: { 'zh-CN': '付款二维码', 'zh-Hant': '付款二維碼', en: 'Code to scan' },
  until: { 'zh-CN': '请在 {time} 前付款', 'zh-Hant': '請在 {time} 前付款', en: 'Please pay before {time}' },
  paidAlready: {
    'zh-CN': '我已付款，刷新结果',
    'zh-Hant': '我已付款，重新整理結果',
    en: 'I have paid: look again',
  },
  byCode: {
    'zh-CN': '改用二维码，扫码付',
    'zh-Hant': '改用二維碼，掃碼付',
    en: 'Show a code to scan instead',
  },
  byPhone: { 'zh-CN': '改在这部手机上付', 'zh-Hant': '改在這部手機上付', en: 'Pay on this phone instead' },
  cancel: { 'zh-CN': '不付了，取消', 'zh-Hant': '不付了，取消', en: 'Cancel this payment' },
  providerSilent: {
    'zh-CN': '微信支付暂时没有应答，请稍等片刻再试一次。',
    'zh-Hant': '微信支付暫時沒有回應，請稍等片刻再試一次。',
    en: 'WeChat Pay does not answer just now. Please try again in a moment.',
  },
  notOpened: { 'zh-CN': '现在还不能付款', 'zh-Hant': '現在還不能付款', en: 'It cannot be paid just now' },
  notCancelled: { 'zh-CN': '这一笔还没有取消', 'zh-Hant': '這一筆還沒有取消', en: 'Not cancelled yet' },
  tryAgain: { 'zh-CN': '再试一次', 'zh-Hant': '再試一次', en: 'Try again' },
  cancelThis: { 'zh-CN': '取消这一笔', 'zh-Hant': '取消這一筆', en: 'Cancel this payment' },
  providerDeclined: {
    'zh-CN': '微信支付没有受理，这次付款没有发起。请再试一次，还不行请到物业服务中心缴纳。',
    'zh-Hant': '微信支付沒有受理，這次付款沒有發起。請再試一次，還不行請到物業服務中心繳納。',
    en: 'WeChat Pay did not accept this, so no payment was started. Please try again, or pay at the service centre.',
  },
  cancelSilent: {
    'zh-CN': '微信支付刚才没有应答，这一笔还没有取消。不去付它，就不会扣款。',
    'zh-Hant': '微信支付剛才沒有回應，這一筆還沒有取消。不去付它，就不會扣款。',
    en: 'WeChat Pay did not answer just now, so the payment is not cancelled. As long as you do not pay it, nothing is charged.',
  },
  providerUncertain: {
    'zh-CN': '微信支付暂时没有应答，还不能确认上一笔是否已付。请稍等片刻再看，不要重复付款。',
    'zh-Hant': '微信支付暫時沒有回應，還不能確認上一筆是否已付。請稍等片刻再看，不要重複付款。',
    en: 'WeChat Pay does not answer just now, so we cannot tell yet whether the last payment was made. Please look again in a moment, and do not pay twice.',
  },
  providerRefused: {
    'zh-CN':
      '微信支付没有受理这次操作。请到物业服务中心缴纳，或请物业检查微信支付的设置。刚才如已付款，请不要重复付款。',
    'zh-Hant':
      '微信支付沒有受理這次操作。請到物業服務中心繳納，或請物業檢查微信支付的設定。剛才如已付款，請不要重複付款。',
    en: 'WeChat Pay did not accept this. Please pay at the service centre, or ask us to check our WeChat Pay settings. If you have just paid, please do not pay twice.',
  },
  payerBusy: {
    'zh-CN': '您可能正在输入支付密码，这次付款还不能取消。请等几秒钟再看。',
    'zh-Hant': '您可能正在輸入支付密碼，這次付款還不能取消。請等幾秒鐘再看。',
    en: 'The password may be being entered right now, so this cannot be cancelled yet. Please look again in some seconds.',
  },
  billBeingPaid: {
    'zh-CN': '有人正在支付这张账单，请稍等片刻再试。',
    'zh-Hant': '有人正在支付這張帳單，請稍等片刻再試。',
    en: 'Somebody is paying this bill right now. Please wait a moment and try again.',
  },

  paid: { 'zh-CN': '付款成功', 'zh-Hant': '付款成功', en: 'Paid' },
  paidText: {
    'zh-CN': '已收到 {amount}，账单已缴清。',
    'zh-Hant': '已收到 {amount}，帳單已繳清。',
    en: 'We have received {amount}, and the bills are settled.',
  },
  paidRestText: {
    'zh-CN': '已收到 {amount}，这些账单还有 {rest} 待缴。',
    'zh-Hant': '已收到 {amount}，這些帳單還有 {rest} 待繳。',
    en: 'We have received {amount}; {rest} of these bills is still owed.',
  },
  received: {
    'zh-CN': '已收到 {amount}。',
    'zh-Hant': '已收到 {amount}。',
    en: 'We have received {amount}.',
  },
  receipt: { 'zh-CN': '查看收据', 'zh-Hant': '查看收據', en: 'See the receipt' },
  toBills: { 'zh-CN': '查看账单', 'zh-Hant': '查看帳單', en: 'See the bills' },
  home: { 'zh-CN': '回到首页', 'zh-Hant': '回到首頁', en: 'Back to the start' },
  closed: { 'zh-CN': '这次付款已取消', 'zh-Hant': '這次付款已取消', en: 'This payment was cancelled' },
  closedText: {
    'zh-CN': '没有扣款。需要时可以重新付款。',
    'zh-Hant': '沒有扣款。需要時可以重新付款。',
    en: 'Nothing was charged. You can pay again whenever you like.',
  },
  closedRestText: {
    'zh-CN': '没有扣款。这些账单还有 {amount} 待缴，需要时可以重新付款。',
    'zh-Hant': '沒有扣款。這些帳單還有 {amount} 待繳，需要時可以重新付款。',
    en: 'Nothing was charged. {amount} of these bills is still owed, and you can pay it whenever you like.',
  },
  expired: { 'zh-CN': '这次付款已过期', 'zh-Hant': '這次付款已過期', en: 'This payment has expired' },
  expiredText: {
    'zh-CN': '超过了付款时间，没有扣款。请重新付款。',
    'zh-Hant': '超過了付款時間，沒有扣款。請重新付款。',
    en: 'The time to pay is over, and nothing was charged. Please pay again.',
  },
  expiredRestText: {
    'zh-CN': '超过了付款时间，没有扣款。这些账单还有 {amount} 待缴，请重新付款。',
    'zh-Hant': '超過了付款時間，沒有扣款。這些帳單還有 {amount} 待繳，請重新付款。',
    en: 'The time to pay is over, and nothing was charged. {amount} of these bills is still owed: please pay again.',
  },
  settled: { 'zh-CN': '这些账单已经缴清', 'zh-Hant': '這些帳單已經繳清', en: 'These bills are settled' },
  settledText: {
    'zh-CN': '{day}已缴清，这次{scene, select, native {扫码} other {微信付款}}没有扣款。',
    'zh-Hant': '{day}已繳清，這次{scene, select, native {掃碼} other {微信付款}}沒有扣款。',
    en: 'They were settled on {day}, and nothing was charged {scene, select, native {by this code} other {in WeChat this time}}.',
  },
  withdrawn: {
    'zh-CN': '这些账单已经不用缴了',
    'zh-Hant': '這些帳單已經不用繳了',
    en: 'Nothing is owed of these bills any more',
  },
  withdrawnText: {
    'zh-CN':
      '账单已由物业作废，这次{scene, select, native {扫码} other {微信付款}}没有扣款。如有更正的账单，请到账单页查看。',
    'zh-Hant':
      '帳單已由物業作廢，這次{scene, select, native {掃碼} other {微信付款}}沒有扣款。如有更正的帳單，請到帳單頁查看。',
    en: 'We have withdrawn them, and nothing was charged {scene, select, native {by this code} other {in WeChat this time}}. If there are corrected ones, they are among your bills.',
  },
  withdrawnRestText: {
    'zh-CN': '一部分已缴清，其余已由物业作废，这次{scene, select, native {扫码} other {微信付款}}没有扣款。',
    'zh-Hant':
      '一部分已繳清，其餘已由物業作廢，這次{scene, select, native {掃碼} other {微信付款}}沒有扣款。',
    en: 'Some were settled and we have withdrawn the rest; nothing was charged {scene, select, native {by this code} other {in WeChat this time}}.',
  },
  overtaken: {
    'zh-CN': '请不要再付这一笔',
    'zh-Hant': '請不要再付這一筆',
    en: 'Please do not pay this any more',
  },
  overtakenText: {
    'zh-CN': '这些账单已经缴清。如果刚才已经付过，结果会在本页显示。',
    'zh-Hant': '這些帳單已經繳清。如果剛才已經付過，結果會在本頁顯示。',
    en: 'These bills are settled by now. If you have just paid, the outcome shows here.',
  },
  overtakenRestText: {
    'zh-CN':
      '其中有的账单已经另行缴纳（或缴了一部分），还有 {amount} 待缴。{standing, select, no {请先取消这一笔，再重新付款。} refused {请等这一笔取消或过期后再付，或到物业服务中心缴纳。} other {请等这一笔取消或过期后再付。}}如果刚才已经付过，结果会在本页显示。',
    'zh-Hant':
      '其中有的帳單已經另行繳納（或繳了一部分），還有 {amount} 待繳。{standing, select, no {請先取消這一筆，再重新付款。} refused {請等這一筆取消或過期後再付，或到物業服務中心繳納。} other {請等這一筆取消或過期後再付。}}如果剛才已經付過，結果會在本頁顯示。',
    en: 'Some of these bills were paid otherwise, in whole or in part, by now, and {amount} is still owed. {standing, select, no {Please cancel this payment, and then pay again.} refused {Please pay that once this payment is cancelled or has expired, or at the service centre.} other {Please pay that once this payment is cancelled or has expired.}} If you have just paid, the outcome shows here.',
  },
  overtakenRefused: {
    'zh-CN': '微信支付没有受理，这一笔现在还不能取消。不去付它，就不会扣款。',
    'zh-Hant': '微信支付沒有受理，這一筆現在還不能取消。不去付它，就不會扣款。',
    en: 'WeChat Pay did not accept this, so the payment cannot be cancelled just now. As long as you do not pay it, nothing is charged.',
  },
  checking: {
    'zh-CN': '付款时间已到，正在向微信核对结果',
    'zh-Hant': '付款時間已到，正在向微信核對結果',
    en: 'The time is over; we are asking WeChat what became of it',
  },
  again: { 'zh-CN': '重新付款', 'zh-Hant': '重新付款', en: 'Pay again' },
  exception: {
    'zh-CN': '{state, select, held {款项暂记在您名下} resolved {款项已处理} other {款项正在核对}}',
    'zh-Hant': '{state, select, held {款項暫記在您名下} resolved {款項已處理} other {款項正在核對}}',
    en: '{state, select, held {Kept to your credit} resolved {Dealt with} other {Being checked}}',
  },
  exceptionText: {
    'zh-CN': '我们已收到您的 {amount}，与账单对不上，收费员正在核对。您的钱不会丢，请不要重复付款。',
    'zh-Hant': '我們已收到您的 {amount}，與帳單對不上，收費員正在核對。您的錢不會丟，請不要重複付款。',
    en: 'We have received {amount} from you that does not match the bills, and a cashier is looking into it. Your money is safe; please do not pay again.',
  },
  mismatchPart: {
    'zh-CN':
      '其中 {amount} {what, select, open {与账单对不上，收费员正在核对} held {与账单对不上，暂记在您名下，可用于以后的账单或退回} refunded {与账单对不上，已退回付款人} allocated {与账单对不上，已由收费员记到账单上，收据在缴费记录里} other {已核对完毕，如有疑问请致电服务中心}}。',
    'zh-Hant':
      '其中 {amount} {what, select, open {與帳單對不上，收費員正在核對} held {與帳單對不上，暫記在您名下，可用於以後的帳單或退回} refunded {與帳單對不上，已退回付款人} allocated {與帳單對不上，已由收費員記到帳單上，收據在繳費記錄裡} other {已核對完畢，如有疑問請致電服務中心}}。',
    en: '{amount} of it {what, select, open {does not match the bills; a cashier is looking into it} held {does not match the bills; we keep it to your credit, for later bills or to be given back} refunded {did not match the bills and was given back to the payer} allocated {did not match the bills; a cashier put it to bills, and the receipt is among your payments} other {was looked into; please call the service centre with any question}}.',
  },
  partOf: {
    'zh-CN':
      '{what, select, booked {{amount} 已入账} held {{amount} 暂记在您名下} refunded {{amount} 已退回付款人} allocated {{amount} 已由收费员记到账单上} noted {{amount} 已核对} other {{amount} 正在核对}}',
    'zh-Hant':
      '{what, select, booked {{amount} 已入帳} held {{amount} 暫記在您名下} refunded {{amount} 已退回付款人} allocated {{amount} 已由收費員記到帳單上} noted {{amount} 已核對} other {{amount} 正在核對}}',
    en: '{amount} {what, select, booked {booked} held {kept to your credit} refunded {given back to the payer} allocated {put to bills by a cashier} noted {looked into} other {being checked}}',
  },
  exceptionHeld: {
    'zh-CN': '我们已收到您的 {amount}，暂记在您名下，可用于以后的账单或退回。',
    'zh-Hant': '我們已收到您的 {amount}，暫記在您名下，可用於以後的帳單或退回。',
    en: 'We have received {amount} from you and keep it to your credit, for later bills or to be given back.',
  },
  exceptionRefunded: {
    'zh-CN': '我们收到过您的 {amount}，与账单对不上，已退回付款人。',
    'zh-Hant': '我們收到過您的 {amount}，與帳單對不上，已退回付款人。',
    en: 'We received {amount} from you that did not match the bills; it was given back to the payer.',
  },
  exceptionAllocated: {
    'zh-CN': '我们收到过您的 {amount}，与账单对不上，已由收费员记到账单上，收据在缴费记录里。',
    'zh-Hant': '我們收到過您的 {amount}，與帳單對不上，已由收費員記到帳單上，收據在繳費記錄裡。',
    en: 'We received {amount} from you that did not match the bills; a cashier put it to bills, and the receipt is among your payments.',
  },
  exceptionDone: {
    'zh-CN': '这笔 {amount} 已处理完毕。如有疑问，请致电服务中心。',
    'zh-Hant': '這筆 {amount} 已處理完畢。如有疑問，請致電服務中心。',
    en: 'These {amount} have been dealt with. Please call the service centre with any question.',
  },
  callWith: {
    'zh-CN': '询问时请报付款单号 {number}',
    'zh-Hant': '詢問時請報付款單號 {number}',
    en: 'When you call, please give the number {number}',
  },

  historyTitle: { 'zh-CN': '缴费记录和收据', 'zh-Hant': '繳費記錄和收據', en: 'Payments and receipts' },
  underWay: { 'zh-CN': '未完成', 'zh-Hant': '未完成', en: 'Not finished' },
  decided: { 'zh-CN': '与账单对不上的款项', 'zh-Hant': '與帳單對不上的款項', en: 'Money that did not match' },
  receipts: { 'zh-CN': '收据', 'zh-Hant': '收據', en: 'Receipts' },
  noReceipts: { 'zh-CN': '还没有缴费记录', 'zh-Hant': '還沒有繳費記錄', en: 'No payments yet' },
  noReceiptsText: {
    'zh-CN': '缴费后，每一笔的收据都会留在这里，随时可以查看和打印。',
    'zh-Hant': '繳費後，每一筆的收據都會留在這裡，隨時可以查看和列印。',
    en: 'After you pay, each receipt stays here to be looked at and printed at any time.',
  },

  receiptOf: { 'zh-CN': '{company}收据', 'zh-Hant': '{company}收據', en: 'Receipt of {company}' },
  print: { 'zh-CN': '打印', 'zh-Hant': '列印', en: 'Print' },
  printHint: {
    'zh-CN': '要打印或存成 PDF，请用浏览器菜单里的“打印”。',
    'zh-Hant': '要列印或存成 PDF，請用瀏覽器選單裡的「列印」。',
    en: 'To print it or save it as PDF, use Print in the browser’s menu.',
  },
} as const satisfies Texts
