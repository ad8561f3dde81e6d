import type { FileStore } from '../files/storage.ts'
import type { MessageChannel } from '../messages/channel.ts'
import type { PaymentProviderFactory } from '../../fees/payments/provider.ts'

/** The world outside a company's database, as the Workers hand it to verbs that need it. */
export interface Ports {
  channel: MessageChannel
  /** The SMS provider's number of the approved template, by purpose (`otp`: `SMS_…`); channels without templates need none. */
  smsTemplates: Readonly<Record<string, string>>
  payments: PaymentProviderFactory
  files: FileStore
  /** Address of the company's own host, `https://<slug>.<base>`, without a trailing slash: for links and notices. */
  origin: string
  /** Sets a job of this company to be due at `at` (epoch ms), or earlier if it is already. */
  wake(job: string, at: number): Promise<void>
}
