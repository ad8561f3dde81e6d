import { demoPassword, demoSlug, signIns } from '../demo/sign-ins.ts'

export interface Addresses {
  /** `http://localhost:PORT` */
  url: string
  phone: string
  wechatPay: string
}

/**
 * What the terminal shows when everything runs: where it is, and who can sign in.
 * @param demo whether there is a demo company; without one, only the operator can sign in
 */
export function announcement({ url, phone, wechatPay }: Addresses, data: string, demo: boolean): string {
  const origin = url.replace('//', `//${demoSlug}.`)
  const rows = signIns
    .filter(({ path }) => demo || path === '/operator')
    .map(({ who, with: name, path, byCode }) => [
      who.en,
      name,
      byCode ? 'code, see the local phone' : demoPassword,
      `${path === '/operator' ? url : origin}${path}`,
    ])
  return `
  Heju runs at       ${url}
${demo ? `  Demo company       ${origin}/console\n` : `  Sign a company up  ${url}/signup\n`}\
  Local phone (SMS)  ${phone}
  WeChat Pay         ${wechatPay}

${table([['Who', 'Sign in with', 'Password', 'Where'], ...rows])}
  Ctrl-C ends it; the data stays in ${data}.
`
}

function table(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)))
  return rows
    .map((row) => `  ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd())
    .map((line) => `${line}\n`)
    .join('')
}
