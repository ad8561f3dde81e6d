import { Hono } from 'hono'
import { html, raw } from 'hono/html'
import { renderSVG } from 'uqr'
import type { Book, Clock } from './book.ts'
import { cannotPay, pay } from './cashier.ts'
import { noticeKinds } from './model.ts'
import type { NoticeKind, Order } from './model.ts'
import { layout, yuan } from './layout.ts'
import type { Page } from './layout.ts'
import type { Postman } from './postman.ts'

/** Milliseconds for which the address that an `h5` order gave out can be opened (the provider's rule). */
const H5_LINK_MS = 300_000

const noticeNames: Record<NoticeKind, string> = {
  normal: '正常通知',
  late: '稍后才通知',
  twice: '同时通知两次',
  out_of_order: '晚于下一笔通知',
  wrong_amount: '通知里金额不符',
  never: '从不通知',
  forged: '只有伪造的通知',
  wrong_key: '只有未知密钥的通知',
  stale: '只有过期的通知',
  probe: '只有签名探测',
  tampered: '只有解不开的通知',
  other_merchant: '只有别家商户的通知',
}

/** What the payer sees on the phone. Plain HTML: it works in every browser and in every test. */
export function payerPages(book: Book, clock: Clock, postman: Postman): Hono {
  const pages = new Hono()

  pages.get('/', (c) => c.html(overview(book.orders(), book)))

  pages.get('/cgi-bin/mmpayweb-bin/checkmweb', (c) => {
    const order = book.orderToPay(c.req.query('prepay_id') ?? '')
    if (!order) return c.html(message('找不到这笔订单', '请返回商家页面重新发起支付。'), 404)
    if (clock.now() - order.linkedAt > H5_LINK_MS)
      return c.html(message('支付链接已失效', '链接五分钟内有效，请返回商家页面重新发起支付。'), 410)
    return c.html(payPage(book, clock, order, webAddress(c.req.query('redirect_url'))))
  })

  pages.get('/native/:prepayId', (c) => {
    const order = book.orderToPay(c.req.param('prepayId'))
    if (!order) return c.html(message('二维码已失效', '请返回商家页面刷新二维码。'), 404)
    return c.html(payPage(book, clock, order, '', c.req.url))
  })

  pages.post('/pay/:prepayId', async (c) => {
    const order = book.orderToPay(c.req.param('prepayId'))
    if (!order) return c.html(message('找不到这笔订单', '请返回商家页面重新发起支付。'), 404)
    const form = await c.req.parseBody()
    const back = webAddress(form.redirect_url)
    if (form.action === 'cancel')
      return back ? c.redirect(back, 303) : c.html(message('已取消支付', '没有扣款，可以关闭此页。'))
    const refused = cannotPay(order, clock)
    if (refused) return c.html(message(refused, '没有扣款，请返回商家页面查看。'), 409)
    const chosen = noticeKinds.find((kind) => kind === form.notice)
    const told = chosen ? book.change(order, { behaviour: { ...order.behaviour, notice: chosen } }) : order
    // The telling goes on by itself: the payer's page does not wait for the merchant.
    void pay(book, postman, told, clock.now()).announced
    return back ? c.redirect(back, 303) : c.html(message('支付成功', `已支付 ${yuan(order.totalFen)}。`))
  })

  return pages
}

/** Only a web address is gone back to, never a script. */
function webAddress(text: unknown): string {
  return typeof text === 'string' && /^https?:\/\//.test(text) ? text : ''
}

function payPage(book: Book, clock: Clock, order: Order, back: string, scanned?: string): Page {
  const refused = cannotPay(order, clock)
  const plans = noticeKinds.map((kind) => html`<option value="${kind}">${noticeNames[kind]}</option>`)
  return layout(
    '确认支付',
    html`<h1 class="who">${book.merchant(order.merchantId)?.name ?? ''}</h1>
      <p class="amount">${yuan(order.totalFen)}</p>
      <dl>
        <dt>商品</dt>
        <dd>${order.description}</dd>
        <dt>商户单号</dt>
        <dd>${order.outTradeNo}</dd>
      </dl>
      ${
        scanned
          ? html`<figure>
              ${raw(renderSVG(scanned))}
              <figcaption>商家页面上的二维码指向此页</figcaption>
            </figure>`
          : ''
      }
      ${
        refused
          ? html`<p class="state" role="status">${refused}</p>
              ${back ? html`<a class="plain" href="${back}">返回商家</a>` : ''}`
          : html`<form method="post" action="/pay/${order.prepayId}">
              <input type="hidden" name="redirect_url" value="${back}" />
              <button name="action" value="pay">立即支付</button>
              <button class="plain" name="action" value="cancel">取消</button>
              <details>
                <summary>演练：支付之后</summary>
                <label
                  >通知商家的方式
                  <select name="notice">
                    <option value="">按预设</option>
                    ${plans}
                  </select></label
                >
              </details>
            </form>`
      }`,
  )
}

function message(title: string, text: string): Page {
  return layout(
    title,
    html`<h1 class="amount">${title}</h1>
      <p class="state" role="status">${text}</p>`,
  )
}

const stateNames: Partial<Record<Order['state'], string>> = {
  SUCCESS: '已支付',
  NOTPAY: '待支付',
  CLOSED: '已关闭',
  USERPAYING: '支付中',
  PAYERROR: '支付失败',
}

function overview(orders: readonly Order[], book: Book): Page {
  const latest = orders.slice(-50).toReversed()
  const rows = latest.map(
    (order) =>
      html`<li>
        <b>${yuan(order.totalFen)}</b> ${stateNames[order.state] ?? order.state} ·
        ${book.merchant(order.merchantId)?.name ?? ''}<br />${order.description}
        ${order.state === 'NOTPAY' ? html`<br /><a href="/native/${order.prepayId}">去支付</a>` : ''}
      </li>`,
  )
  return layout(
    '最近的订单',
    latest.length > 0
      ? html`<h1 class="who">最近的订单</h1>
          <ul>
            ${rows}
          </ul>`
      : html`<h1 class="who">最近的订单</h1>
          <p class="state">还没有订单。业主在缴费页面选择微信支付后，订单会出现在这里。</p>`,
  )
}
