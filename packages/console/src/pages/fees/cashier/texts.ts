import type { Text, Texts } from '@heju/i18n'

const text = (zhCN: string, zhHant: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en })

export const desk = {
  'desk.readAnew': {
    'zh-CN': '已重新读取这一户的账单，请以现在显示的为准。',
    'zh-Hant': '已重新讀取這一戶的帳單，請以現在顯示的為準。',
    en: 'The bills were read anew; what they say now is what counts.',
  },
  'desk.title': text('收费台', '收費台', 'Cashier desk'),
  'desk.take': text('收款 {amount}', '收款 {amount}', 'Take {amount}'),
  'desk.taken': text('已收款', '已收款', 'Taken'),
  'desk.about': text(
    '找到房屋，核对要收的账单，收款，打印收据。全程可用键盘：Tab 移动，回车确认。',
    '找到房屋，核對要收的帳單，收款，列印收據。全程可用鍵盤：Tab 移動，Enter 確認。',
    'Find the room, check the bills, take the money, print the receipt. All by keyboard: Tab to move, Enter to confirm.',
  ),
  'desk.search': text(
    '房号、业主姓名、手机号或后四位',
    '房號、業主姓名、手機號或後四位',
    'Room, owner’s name, phone or its last four digits',
  ),
  'desk.notFound': text(
    '没有找到。换房号、姓名或手机后四位再试；别的项目请先在上面切换。',
    '沒有找到。換房號、姓名或手機後四位再試；別的項目請先在上面切換。',
    'Nothing found. Try the room, the name or the last four digits; choose another project above if needed.',
  ),
  'desk.none': text(
    '这一户没有欠费，账单都缴清了。',
    '這一戶沒有欠費，帳單都繳清了。',
    'Nothing is owed here; all bills are paid.',
  ),
  'desk.history': text('看以往账单', '看以往帳單', 'See earlier bills'),
  'desk.begin': text(
    '先找到房屋，这里会列出要收的账单。',
    '先找到房屋，這裡會列出要收的帳單。',
    'Find a room first; what it owes appears here.',
  ),
  'desk.owed': text('待收', '待收', 'Owed'),
  'desk.notDue': text(
    '还没到期的账单没有勾选；住户要提前缴的，请勾上。',
    '還沒到期的帳單沒有勾選；住戶要提前繳的，請勾上。',
    'Bills that are not yet due are not ticked; tick what the household wants to pay early.',
  ),
  'desk.now': text('本次收', '本次收', 'Take now'),
  'desk.now.of': text(
    '{place} {period} 本次收多少',
    '{place} {period} 本次收多少',
    'Take now of {place} {period}',
  ),
  'desk.method': text('收款方式', '收款方式', 'Method'),
  'desk.reference': text('流水号', '流水號', 'Reference no.'),
  'desk.reference.hint': text(
    '银行回单或刷卡小票上的号码',
    '銀行回單或刷卡小票上的號碼',
    'The number on the bank’s or the card’s slip',
  ),
  'desk.paidOn': text('付款日期', '付款日期', 'Paid on'),
  'desk.payer': text('缴款人（代缴时填写）', '繳款人（代繳時填寫）', 'Paid by (when somebody else pays)'),
  'desk.given': text(
    '收到现金（正好可不填）',
    '收到現金（正好可不填）',
    'Cash received (may stay empty when exact)',
  ),
  'desk.change': text('找零 {amount}', '找零 {amount}', 'Change {amount}'),
  'desk.exact': text('正好，不用找零', '正好，不用找零', 'Exact, no change'),
  'desk.short': text(
    '还差 {amount}，请收足，或改少上面的“本次收”',
    '還差 {amount}，請收足，或改少上面的「本次收」',
    '{amount} short: take it all, or lower what is taken above',
  ),
  'desk.print.a5': text('打印收据（A5）', '列印收據（A5）', 'Print the receipt (A5)'),
  'desk.print.80mm': text('打印小票（80 毫米）', '列印小票（80 公釐）', 'Print a slip (80 mm)'),
  'desk.again': text('继续收这一户', '繼續收這一戶', 'This household again'),
  'desk.next': text('下一户', '下一戶', 'Next household'),
  'desk.reversedOf': text(
    '收过 {amount}，已经冲销',
    '收過 {amount}，已經沖銷',
    '{amount} was taken and reversed',
  ),
  'desk.beforeReversed': text(
    '这笔钱之前已经收下，后来又冲销了，收据作废；这次没有收款。还要收的，请选“继续收这一户”。',
    '這筆錢之前已經收下，後來又沖銷了，收據作廢；這次沒有收款。還要收的，請選「繼續收這一戶」。',
    'This money was taken before and reversed since, its receipt is void; nothing was taken now. To take it, choose “This household again”.',
  ),
  'desk.takenOf': text('已收 {amount}', '已收 {amount}', '{amount} taken'),
  'desk.receiptNo': text('收据 {number}', '收據 {number}', 'Receipt {number}'),
  'desk.before': text(
    '这笔款之前已经收下并开了收据，只是当时没有收到系统的应答。后来改的内容没有另外记账；还要再收的，请点“继续收这一户”。',
    '這筆款之前已經收下並開了收據，只是當時沒有收到系統的回應。後來改的內容沒有另外記帳；還要再收的，請點「繼續收這一戶」。',
    'This money was taken before and has its receipt; only the answer did not come. What was changed since is not booked. To take more, choose “This household again”.',
  ),
  'desk.onlineOpen': text(
    '这些账单有一笔线上付款，未能确认已经关闭。请告诉业主不要再付手机上的这一笔；万一付了，多出的钱会列在“待核对款项”里，可以退回。还有没缴的，请业主先在手机上取消这一笔，再重新付款。',
    '這些帳單有一筆線上付款，未能確認已經關閉。請告訴業主不要再付手機上的這一筆；萬一付了，多出的錢會列在「待核對款項」裡，可以退回。還有沒繳的，請業主先在手機上取消這一筆，再重新付款。',
    'It could not be made sure that an online payment of these bills is closed. Please tell the owner not to pay that one on the phone any more; should it be paid all the same, what is too much is among the money to be looked into and can be given back. What is still owed is paid on the phone once that payment is cancelled there.',
  ),
  'desk.mistake': text(
    '收错了？到收款记录里找到这张收据，由会计冲销；账单会恢复待缴，再重新收。',
    '收錯了？到收款記錄裡找到這張收據，由會計沖銷；帳單會恢復待繳，再重新收。',
    'A mistake? Find the receipt among the payments; the accountant reverses it, and the bills are owed again.',
  ),
  'desk.toPayment': text('看这笔收款', '看這筆收款', 'See this payment'),
} as const satisfies Texts
