import { exceptionTexts } from '@heju/core/fees/payments/exception-texts'
import type { Text, Texts } from '@heju/i18n'

const text = (zhCN: string, zhHant: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en })

export const exceptions = {
  ...exceptionTexts,
  'exceptions.title': text('待核对款项', '待核對款項', 'Exceptions'),
  'exceptions.about': text(
    '收到了、但对不上账单的钱。每一笔都写明出了什么事、凭据是什么、可以怎么办。',
    '收到了、但對不上帳單的錢。每一筆都寫明出了什麼事、憑據是什麼、可以怎麼辦。',
    'Money that came and does not fit: what happened, the evidence, and what you can do.',
  ),
  'exceptions.empty': text(
    '没有对不上的款项。线上付款有任何不符，都会出现在这里等您处理。',
    '沒有對不上的款項。線上付款有任何不符，都會出現在這裡等您處理。',
    'Nothing amiss. Whatever does not fit of a payment appears here.',
  ),
  'exceptions.all': text('全部待核对款项', '全部待核對款項', 'All exceptions'),
  happened: text('出了什么事', '出了什麼事', 'What happened'),
  'happened.unknown_order': text(
    '支付平台说收到了 {received}，但订单号 {no} 不是本系统开出的。',
    '支付平台說收到了 {received}，但訂單號 {no} 不是本系統開出的。',
    'The provider was paid {received} for {no}, a number that this system never gave.',
  ),
  'happened.foreign_merchant': text(
    '订单 {no} 的付款回报里，商户号或应用和本公司的不一致。',
    '訂單 {no} 的付款回報裡，商戶號或應用和本公司的不一致。',
    'The answer about {no} names another merchant or app than the company’s.',
  ),
  'happened.wrong_currency': text(
    '订单 {no} 是用别的币种付的。',
    '訂單 {no} 是用別的幣種付的。',
    '{no} was paid in another currency.',
  ),
  'happened.wrong_amount': text(
    '订单 {no} 应收 {expected}，支付平台说实收 {received}。',
    '訂單 {no} 應收 {expected}，支付平台說實收 {received}。',
    '{no} asked for {expected}, and the provider says that {received} came.',
  ),
  'happened.refunded': text(
    '订单 {no} 付了 {received}，之后在支付平台上全部或部分退了款。',
    '訂單 {no} 付了 {received}，之後在支付平台上全部或部分退了款。',
    '{no} was paid with {received} and given back, wholly or in part, at the provider.',
  ),
  'happened.paid_after_close': text(
    '订单 {no} 已经关闭，业主还是付了 {received}。',
    '訂單 {no} 已經關閉，業主還是付了 {received}。',
    '{no} had been closed, and {received} came nevertheless.',
  ),
  'happened.bill_settled': text(
    '订单 {no} 付了 {received}，但账单这时已用别的方式缴清，或已作废。',
    '訂單 {no} 付了 {received}，但帳單這時已用別的方式繳清，或已作廢。',
    '{no} was paid with {received} when its bills had been paid otherwise, or taken back.',
  ),
  'happened.bill_settled.part': text(
    '订单 {no} 付了 {paid}，其中 {booked} 已入账（收据 {receipt}），多出 {received}：有的账单这时已用别的方式缴纳，或已作废。',
    '訂單 {no} 付了 {paid}，其中 {booked} 已入帳（收據 {receipt}），多出 {received}：有的帳單這時已用別的方式繳納，或已作廢。',
    '{no} was paid with {paid}, of which {booked} is booked (receipt {receipt}) and {received} is too much: some of its bills had been paid otherwise, or taken back.',
  ),
  mismatch: text('对不上的', '對不上的', 'Does not fit'),
  'evidence.booked': text('已入账', '已入帳', 'Booked'),
  'happened.not_booked': text(
    '订单 {no} 付了 {received}，金额和商户都对，但系统没能入账，再试也没有用。原因：{reason}（代码 {failure}）',
    '訂單 {no} 付了 {received}，金額和商戶都對，但系統沒能入帳，再試也沒有用。原因：{reason}（代碼 {failure}）',
    '{no} was paid with {received} as asked, and it could not be booked; another try would not help. The reason: {reason} (code {failure})',
  ),
  advice: text('可以怎么办', '可以怎麼辦', 'What you can do'),
  'advice.unknown_order': text(
    '在商户后台查这个订单。确实是本公司的钱，找到付款人后入账或退款；不是本公司的，记录下来即可。',
    '在商戶後台查這個訂單。確實是本公司的錢，找到付款人後入帳或退款；不是本公司的，記錄下來即可。',
    'Look the number up at the provider. If the money is yours, allocate or refund it; otherwise note it.',
  ),
  'advice.foreign_merchant': text(
    '核对“收款商户”的设置和商户后台。钱没有进本公司账户的，记录下来；进了的，入账或退款。',
    '核對「收款商戶」的設定和商戶後台。錢沒有進本公司帳戶的，記錄下來；進了的，入帳或退款。',
    'Compare the merchant settings with the provider’s console. If no money came, note it; otherwise allocate or refund.',
  ),
  'advice.wrong_currency': text(
    '在商户后台退款，请业主用人民币重新付。',
    '在商戶後台退款，請業主用人民幣重新付。',
    'Refund it at the provider and ask for a payment in yuan.',
  ),
  'advice.wrong_amount': text(
    '先看业主还欠多少：够的部分入账，多的退回；或整笔退回请业主重付。',
    '先看業主還欠多少：夠的部分入帳，多的退回；或整筆退回請業主重付。',
    'Allocate what is owed and refund the rest, or refund all and ask to pay anew.',
  ),
  'advice.refunded': text(
    '在商户后台核对退款金额，记录下来；账单仍然待缴。',
    '在商戶後台核對退款金額，記錄下來；帳單仍然待繳。',
    'Check the refund at the provider and note it; the bills stay owed.',
  ),
  'advice.paid_after_close': text(
    '钱已到账。账单还欠着的，入账最方便；已用别的方式付了，退回。',
    '錢已到帳。帳單還欠著的，入帳最方便；已用別的方式付了，退回。',
    'The money is there. Allocate it if the bills are still owed; refund it if not.',
  ),
  'advice.bill_settled': text(
    '业主付重了。退回，或问过业主后抵别的账单、暂存到下个月。',
    '業主付重了。退回，或問過業主後抵別的帳單、暫存到下個月。',
    'Paid twice. Refund it, or with the owner’s consent allocate it to other bills or hold it.',
  ),
  'advice.not_booked': text(
    '钱已到账。先看下面的账单还欠不欠：欠的，直接入账；入不了账的，把原因代码告诉客服，或退回给业主。',
    '錢已到帳。先看下面的帳單還欠不欠：欠的，直接入帳；入不了帳的，把原因代碼告訴客服，或退回給業主。',
    'The money is there. Allocate it if the bills are still owed; if that fails too, tell support the code, or refund it.',
  ),
  evidence: text('凭据', '憑據', 'Evidence'),
  'evidence.order': text('订单号', '訂單號', 'Order'),
  'evidence.transaction': text('支付平台流水号', '支付平台流水號', 'Provider’s number'),
  'evidence.merchant': text('商户号', '商戶號', 'Merchant'),
  'evidence.paidAt': text('付款时间', '付款時間', 'Paid'),
  'evidence.payer': text('缴费人', '繳費人', 'Payer'),
  'evidence.left': text('还没处理的', '還沒處理的', 'Still to be decided'),
  'evidence.words': text('支付平台的原话', '支付平台的原話', 'The provider’s own words'),
  bills: text(
    '订单要付的账单，现在的样子',
    '訂單要付的帳單，現在的樣子',
    'The bills of the order, as they are now',
  ),
  'bills.asked': text('订单要付', '訂單要付', 'Asked'),
  'bills.owed': text('现在还欠', '現在還欠', 'Owed now'),
  decided: text('已经怎么处理', '已經怎麼處理', 'Decided so far'),
  'decided.none': text('还没有人处理。', '還沒有人處理。', 'Nothing yet.'),
  'resolve.title': text('处理', '處理', 'Decide'),
  'resolve.how': text('怎么处理', '怎麼處理', 'How'),
  'resolve.allocated': text('入账到账单', '入帳到帳單', 'Put to bills'),
  'resolve.refunded': text('已退回付款人', '已退回付款人', 'Refunded'),
  'resolve.held': text('留作业主余款', '留作業主餘款', 'Kept as credit'),
  'resolve.noted': text('核对无误，仅记录', '核對無誤，僅記錄', 'Checked, only noted'),
  'resolve.allocated.about': text(
    '钱记到下面的账单上，并开出收据。',
    '錢記到下面的帳單上，並開出收據。',
    'The money is put to these bills, and a receipt is issued.',
  ),
  'resolve.refunded.about': text(
    '先在商户后台或银行把钱退回，再在这里登记。系统不会替您退款。',
    '先在商戶後台或銀行把錢退回，再在這裡登記。系統不會替您退款。',
    'Refund it at the provider or the bank first, then record it here.',
  ),
  'resolve.held.about': text(
    '先不动，等业主决定；它会一直在这个列表里。',
    '先不動，等業主決定；它會一直在這個列表裡。',
    'It waits for the owner’s decision and stays on this list.',
  ),
  'resolve.noted.about': text(
    '没有本公司的钱在里面时用。记下核对结果，不再处理。',
    '沒有本公司的錢在裡面時用。記下核對結果，不再處理。',
    'For a report behind which there is no money of yours.',
  ),
  'resolve.amount': text('退回金额（元）', '退回金額（元）', 'Refunded (yuan)'),
  'resolve.reference': text('退款单号', '退款單號', 'Refund number'),
  'resolve.reason': text('怎样核对、怎样决定的', '怎樣核對、怎樣決定的', 'What was checked and decided'),
  'resolve.done': text('已记录', '已記錄', 'Recorded'),
  'resolve.toAllocate': text('入账 {amount}', '入帳 {amount}', 'Put {amount} to bills'),
  'resolve.nothingOwed': text(
    '这些账单都不欠了，不能入账。',
    '這些帳單都不欠了，不能入帳。',
    'Nothing of these bills is owed any more.',
  ),
  open: text('查看', '檢視', 'Open'),
} as const satisfies Texts
