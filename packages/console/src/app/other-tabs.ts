/*
 * Tabs of one browser share a sign-in. What happens to it in one of them is told to the others: otherwise a tab would
 * show the pages of one colleague and act as the next one at the desk.
 */

/** Somebody signed in, perhaps another; or signed out on purpose. */
export type SignInNews = 'in' | 'out'

const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('heju-sign-in') : undefined

export function tellTabs(news: SignInNews): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A channel reaches its own origin only and takes no target.
  channel?.postMessage(news)
}

/** Hears what the other tabs tell, until the function that it returns is called. */
export function hearTabs(hear: (news: SignInNews) => void): () => void {
  const listen = ({ data }: MessageEvent<SignInNews>) => hear(data)
  channel?.addEventListener('message', listen)
  return () => channel?.removeEventListener('message', listen)
}
