/**
 * First labels of host names that companies may not take: hosts that an installation needs itself, that mail and other
 * protocols look up by name, or that would let one company pass for the platform.
 */
const reserved: ReadonlySet<string> = new Set(
  `www api app apps admin administrator operator console portal field docs doc help support status about blog news
  signup sign-up signin sign-in login logout register account accounts auth sso oauth pay payment payments billing
  wechat wxpay alipay bank invoice cdn static assets files file upload uploads img images media download downloads
  mail email smtp imap pop pop3 mx webmail postmaster hostmaster webmaster abuse security noreply autodiscover
  autoconfig wpad isatap ns ns1 ns2 ns3 ns4 dns ftp sftp ssh vpn proxy gateway git test testing demo-admin dev
  develop staging stage preview beta prod production localhost local internal intranet root system sys official
  platform heju hejuwuye guanfang gov police court`.split(/\s+/),
)

export function isReserved(slug: string): boolean {
  return reserved.has(slug)
}

/**
 * 3–30 of `a-z`, `0-9` and single hyphens, neither first nor last: two hyphens in a row are how punycode looks
 * (`xn--…`), by which one name can be made to look like another.
 */
export function isWellFormed(slug: string): boolean {
  return /^(?=.{3,30}$)[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug)
}

/** Addresses near one that cannot be had, best first; whether they are free is for the register to say. */
export function addressesLike(slug: string): string[] {
  const stem = slug.slice(0, 24).replace(/-+$/, '')
  const tails = ['wuye', 'wy', '1', 'fuwu', '2', 'jia', '88', 'group']
  const near = [...tails.map((tail) => `${stem}-${tail}`), `my-${stem}`]
  return near.filter((address) => isWellFormed(address) && !isReserved(address))
}
