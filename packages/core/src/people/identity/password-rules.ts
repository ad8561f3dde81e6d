/**
 * Length counts, not symbols (NIST SP 800-63B): at least eight characters, none of those that everybody tries first.
 */
export const shortestPassword = 8
/** A bound for the hash's work, far beyond any sentence. */
export const longestPassword = 128

/** Of at least eight characters, the ones that lists of leaked passwords from China and elsewhere begin with. */
const commonest = new Set(
  `123456789 1234567890 12345678910 123456789a a123456789 12345678a a12345678 1234qwer qwer1234 qwer12345 qwerty123
  qwertyui qwertyuiop 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc qazwsxedc zaq12wsx asdfghjk asdfghjkl zxcvbnm123
  password password1 password123 passw0rd p@ssw0rd iloveyou letmein1 welcome1 admin123 admin888 admin1234 administrator
  abc12345 abcd1234 abc123456 abc123123 aa123456 aa12345678 a1b2c3d4 qq123456 q1w2e3r4 1123581321 147258369 741852963
  123123123 123321123 112233445566 11223344 12341234 12344321 11112222 22221111 55556666 66668888 88886666 52013140
  5201314520 1314520520 woaini520 woaini123 woaini1314 woaini521 wo123456 woaiwojia zhangwei li123456 wang123456
  wuye1234 wuye12345 wuye123456 wuye8888 heju1234 heju12345 heju123456 heju8888 13800138000 taobao123 wangyut2`
    .split(/\s+/)
    .filter(Boolean),
)

/** Whether a password is among the first that a guesser tries: a known one, one character repeated, a plain run. */
export function isCommonPassword(password: string): boolean {
  const plain = password.normalize('NFKC').toLowerCase()
  const codes = [...plain].map((character) => character.codePointAt(0) ?? 0)
  const steps = new Set(codes.slice(1).map((code, i) => code - (codes[i] ?? 0)))
  const [step = 0] = steps
  return commonest.has(plain) || (steps.size <= 1 && Math.abs(step) <= 1)
}

/** Whether a password is what anyone knows who knows the account: its phone or e-mail, or a part of them. */
export function tellsLogin(password: string, logins: readonly (string | null)[]): boolean {
  const plain = password.normalize('NFKC').toLowerCase()
  const known = logins.flatMap((login) => (login === null ? [] : partsOf(login.toLowerCase())))
  return known.some(
    (part) => part.length >= shortestPassword - 1 && (plain.includes(part) || part.includes(plain)),
  )
}

function partsOf(login: string): string[] {
  const [name = login] = login.split('@')
  const digits = login.replace(/^\+86/, '')
  return [...new Set([login, name, digits])]
}
