import { defineError } from '@heju/kernel'

/** One message to one person. */
export interface OutgoingMessage {
  /** Mainland mobile (11 digits) or `+` and country code; only digits otherwise. */
  to: string
  /** The provider's number of the approved template (`SMS_…`). A channel that has no templates leaves it aside. */
  templateCode: string
  /** Values of the template's placeholders. */
  params: Readonly<Record<string, string>>
  /** The whole text as the person reads it, for channels without templates and for the record. */
  text: string
  /** Ours, at most 64 characters: comes back in reports and finds a message whose answer was lost. */
  outId: string
}

/** `accepted`: the provider has it and will report; `delivered`: it is there already. A refusal is an error. */
interface SentMessage {
  providerMessageId: string
  state: 'accepted' | 'delivered'
}

/** What became of a message after it was accepted. */
export interface Delivery {
  /** Null where the provider's answer does not name it. */
  providerMessageId: string | null
  outId: string | null
  state: 'pending' | 'delivered' | 'failed'
  /** The provider's or carrier's code, for the record that staff see. */
  reason: string | null
  /** Epoch milliseconds of the provider's report; null while pending. */
  reportedAt: number | null
}

/** Asks for one message again: by what is known of it after an answer got lost. */
export interface DeliveryQuestion {
  to: string
  outId: string
  /** Epoch milliseconds at which it was sent: providers look it up by day. */
  sentAt: number
  providerMessageId?: string
}

/**
 * A way to reach people. Errors say whether another try can help: kinds `unavailable` and `rate_limited` can,
 * kind `provider` cannot until somebody changes something (see another-try.ts).
 */
export interface MessageChannel {
  readonly name: 'sms' | 'outbox'
  /**
   * Sends. Providers do not recognise a repeated `outId`: after `channelSilent` ask with `queryDelivery`
   * before sending again, or the person may get it twice.
   * @throws channelSilent it is not known whether the provider took it
   * @throws channelUnavailable it was not taken; try again
   * @throws channelBusy too many for this number or this account; `params.retryAfterSeconds` says when to come back
   * @throws accountHeld nothing goes out until somebody tops the account up or unlocks it, and everything then
   * @throws numberRefused, contentRefused, accountRefused, messageRefused never again as it is; `params.reason` is the
   *   provider's code
   */
  send(message: OutgoingMessage): Promise<SentMessage>
  /** What is known of a message; null when the provider has none like it. Absent where nothing can be asked. */
  queryDelivery?(question: DeliveryQuestion): Promise<Delivery | null>
  /**
   * Reads what the provider pushed about one or many messages. Reports of SMS providers carry no signature: the address
   * they come to must hold a secret, and a report changes nothing but the delivery state.
   * @throws reportUnreadable
   */
  readReport?(body: string): Delivery[]
}

export const channelSilent = defineError('messages.channel_silent', 'unavailable')
export const channelUnavailable = defineError('messages.channel_unavailable', 'unavailable')
export const channelBusy = defineError('messages.channel_busy', 'rate_limited')
export const numberRefused = defineError('messages.number_refused', 'provider')
/** Waited for as long as anything is tried: whoever tops the account up in the afternoon has not lost the morning. */
export const accountHeld = defineError('messages.account_held', 'unavailable')
export const contentRefused = defineError('messages.content_refused', 'provider')
export const accountRefused = defineError('messages.account_refused', 'provider')
export const messageRefused = defineError('messages.message_refused', 'provider')
export const reportUnreadable = defineError('messages.report_unreadable', 'invalid')
