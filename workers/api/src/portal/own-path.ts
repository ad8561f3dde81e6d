/**
 * Where to go on, if that is a page of the portal; otherwise its first page. An address may be handed to somebody by
 * anybody, and must never lead from here to another site.
 */
export function ownPath(wish: string | undefined): string {
  return wish !== undefined && /^\/portal(\/[\w/.-]*)?(\?[\w=&%.-]*)?$/.test(wish) ? wish : '/portal'
}
