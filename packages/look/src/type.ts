/** The languages the product speaks, as far as fonts are concerned. */
export type Language = 'zh-CN' | 'zh-Hant' | 'en'

/**
 * System fonts only: a Chinese web font weighs megabytes. Latin letters and digits come from the same families, so that
 * money lines up with the words around it. Traditional Chinese needs its own faces: a simplified face draws 骨, 直 or 門
 * in the mainland form.
 */
export const fontStack: Readonly<Record<Language, string>> = {
  'zh-CN':
    '-apple-system, BlinkMacSystemFont, "PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif',
  'zh-Hant':
    '-apple-system, BlinkMacSystemFont, "PingFang TC", "PingFang HK", "Microsoft JhengHei", "Noto Sans CJK TC", "Noto Sans TC", "Source Han Sans TC", sans-serif',
  en: '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
}

/** Document numbers, codes and ids. */
export const codeFontStack =
  'ui-monospace, SFMono-Regular, Menlo, Consolas, "Noto Sans Mono CJK SC", monospace'

/** For every column of money or counts: digits of one width, so that columns line up. */
export const tabularFigures = 'tabular-nums'

/** `large` is the mode for older owners: everything to read is half as large again or close to it. */
export type TypeSize = 'normal' | 'large'

/** Font sizes on the phone in px. Nothing to read is under 12 px, in either mode. */
export const phoneType: Readonly<
  Record<TypeSize, { caption: number; small: number; body: number; title: number; figure: number }>
> = {
  normal: { caption: 12, small: 14, body: 17, title: 22, figure: 30 },
  large: { caption: 17, small: 20, body: 24, title: 30, figure: 40 },
}

/** Font sizes at the desk in px. */
export const deskType: Readonly<
  Record<TypeSize, { small: number; body: number; title: number; figure: number }>
> = {
  normal: { small: 12, body: 14, title: 20, figure: 28 },
  large: { small: 14, body: 17, title: 24, figure: 34 },
}

/** Distances in px, on a grid of four. */
export const space = { xxs: 4, xs: 8, sm: 12, md: 16, lg: 24, xl: 32, xxl: 48 } as const

/** Corner radii in px. */
export const radius = { small: 4, control: 6, card: 10, sheet: 16 } as const

/** The least height in px of what a finger has to hit (WCAG 2.5.8 asks 24; older hands want more). */
export const targetHeight: Readonly<Record<TypeSize, number>> = { normal: 48, large: 60 }
