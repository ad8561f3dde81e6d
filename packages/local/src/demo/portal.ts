import { newId } from '@heju/kernel'
import type { Stack } from '../stack/index.ts'
import { Visitor } from '../visitor/index.ts'
import { photoOfDamp } from './photo.ts'

const patienceMs = 60_000

/** An owner in the portal at the present time, over HTTP as their phone would. */
export class PortalVisit {
  readonly #visitor: Visitor
  readonly #api: string
  readonly #wechatPay: Stack['wechatPay']

  private constructor(visitor: Visitor, api: string, wechatPay: Stack['wechatPay']) {
    this.#visitor = visitor
    this.#api = api
    this.#wechatPay = wechatPay
  }

  /** Signs in by the code that comes to the local phone page. */
  static async begin(
    { phone: phones, wechatPay }: Stack,
    origin: string,
    phone: string,
  ): Promise<PortalVisit> {
    const visitor = new Visitor()
    const api = `${origin}/api/v1/portal`
    await visitor.json('POST', `${api}/session/code`, { phone })
    const code = await until(() => phones.messages(phone)[0]?.text.match(/\d{6}/)?.[0])
    await visitor.json('POST', `${api}/session`, { phone, code })
    return new PortalVisit(visitor, api, wechatPay)
  }

  /** Sends a photo. @returns its id, to be attached to a complaint */
  async photo(seed: number): Promise<string> {
    const answer = await this.#visitor.fetch(`${this.#api}/files/uploads`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'idempotency-key': crypto.randomUUID() },
      body: photoOfDamp(seed),
    })
    if (!answer.ok) throw new Error(`A photo was refused: ${await answer.text()}`)
    return ((await answer.json()) as { fileId: string }).fileId
  }

  /**
   * Pays bills by WeChat Pay and waits until the provider's notice has been worked off.
   * @param behaviour how the provider goes wrong with this order
   * @returns what became of the order
   */
  async pay(billIds: readonly string[], behaviour?: object): Promise<string> {
    if (behaviour !== undefined) await this.#wechatPay.control('behaviour', { next: true, ...behaviour })
    const orderId = newId('ord', Date.now())
    const opened = await this.#visitor.json<{ next: { url: string } }>('POST', `${this.#api}/payments`, {
      orderId,
      billIds,
      scene: 'h5',
    })
    const prepayId = new URL(opened.next.url).searchParams.get('prepay_id') ?? ''
    await fetch(`${this.#wechatPay.url}/pay/${prepayId}`, {
      method: 'POST',
      body: new URLSearchParams({ action: 'pay' }),
    })
    return until(async () => {
      const { state } = await this.#visitor.json<{ state: string }>(
        'POST',
        `${this.#api}/payments/${orderId}/check`,
      )
      return state === 'paid' || state === 'exception' ? state : undefined
    })
  }
}

async function until<T>(found: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (let waited = 0; waited < patienceMs; waited += 200) {
    const value = await found()
    if (value !== undefined) return value
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('The portal did not come to an end within a minute: the Workers’ log may say why.')
}
