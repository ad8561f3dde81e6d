/**
 * Where to go on, if that is a page of the portal; otherwise its first page. An address may be handed to somebody by
 * anybody, and must never lead from here to another site.
 */
export function ownPath(wish: string | undefined): string {
  return wish !== undefined && /^\/portal(\/[\w/.-]*)?(\?[\w=&%.-]*)?$/.test(wish) ? wish : '/portal'
}

/** The door, which leads on to a page of the portal once somebody is signed in. */
export function doorTo(path: string): string {
  return path === '/portal' ? '/portal/sign-in' : `/portal/sign-in?to=${encodeURIComponent(path)}`
}
