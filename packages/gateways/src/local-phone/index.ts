import { channelUnavailable, type MessageChannel } from '@heju/core/platform/messages/channel'
import { newId } from '@heju/kernel'

/**
 * The channel of local runs: messages go to a page on this machine that stands for everybody's phone.
 * @param url address of the local phone page; see packages/local/src/phone
 * @param now epoch milliseconds
 */
export function localPhone(url: string, now: number): MessageChannel {
  return {
    name: 'outbox',
    async send({ to, text, outId }) {
      const answer = await fetch(`${url}/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ to, text, outId }),
      }).catch((cause: unknown) => {
        throw channelUnavailable({}, { cause })
      })
      if (!answer.ok) throw channelUnavailable({ status: answer.status })
      return { providerMessageId: newId('local', now), state: 'delivered' }
    },
  }
}
