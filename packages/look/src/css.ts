import { color } from './color.ts'
import {
  codeFontStack,
  fontStack,
  phoneType,
  radius,
  space,
  tabularFigures,
  targetHeight,
  type TypeSize,
} from './type.ts'

/**
 * The stylesheet text that carries the look to the portal and the phone pages: custom properties `--heju-…`, WeUI's own
 * properties set to our colours, and WeUI's fixed pixel sizes tied to ours so that large type reaches its widgets.
 * Load it after weui.css. The page sets `<body data-weui-theme="light">`, because WeUI otherwise turns dark by itself
 * while we have no dark look; and `<html data-type-size="large">` for large type.
 */
export function cssVariables(): string {
  return [
    rule(':root', { ...colors(), ...measures(), ...sizes('normal') }),
    rule(":root[data-type-size='large']", sizes('large')),
    rule(':root:lang(zh-Hant)', { '--heju-font': fontStack['zh-Hant'] }),
    rule(':root:lang(en)', { '--heju-font': fontStack.en }),
    rule("body[data-weui-theme='light']", weui()),
    ...elements,
  ].join('\n')
}

type Declarations = Readonly<Record<string, string | number>>

function rule(selector: string, declarations: Declarations): string {
  const lines = Object.entries(declarations).map(([name, value]) => `  ${name}: ${value};`)
  return `${selector} {\n${lines.join('\n')}\n}`
}

function colors(): Declarations {
  return Object.fromEntries(Object.entries(color).map(([name, value]) => [`--heju-${kebab(name)}`, value]))
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

function measures(): Declarations {
  return {
    ...Object.fromEntries(Object.entries(space).map(([name, px]) => [`--heju-space-${name}`, `${px}px`])),
    ...Object.fromEntries(Object.entries(radius).map(([name, px]) => [`--heju-radius-${name}`, `${px}px`])),
    '--heju-font': fontStack['zh-CN'],
    '--heju-font-code': codeFontStack,
    'color-scheme': 'light',
  }
}

function sizes(size: TypeSize): Declarations {
  return {
    ...Object.fromEntries(
      Object.entries(phoneType[size]).map(([name, px]) => [`--heju-type-${name}`, `${px}px`]),
    ),
    '--heju-target': `${targetHeight[size]}px`,
  }
}

/** WeUI 2.6's properties. Its own faint greys (30 % black for placeholders and tips) are below AA. */
function weui(): Declarations {
  return {
    '--weui-BRAND': color.brand,
    '--weui-BRAND-100': color.brand,
    '--weui-BRAND-90': color.brandHover,
    '--weui-BRAND-80': color.brandActive,
    '--weui-BRAND-170': color.brandSoft,
    '--weui-TEXTGREEN': color.brand,
    '--weui-LINK': color.brand,
    '--weui-LINK-100': color.brand,
    '--weui-LINK-ACTIVE': color.brandActive,
    '--weui-RED': color.overdue,
    '--weui-RED-100': color.overdue,
    '--weui-GREEN': color.done,
    '--weui-ORANGE': color.warning,
    '--weui-YELLOW': color.warning,
    '--weui-BLUE': color.brand,
    '--weui-BG-0': color.canvas,
    '--weui-BG-1': color.canvas,
    '--weui-BG-2': color.surface,
    '--weui-BG-3': color.sunken,
    '--weui-BG-5': color.surface,
    '--weui-FG-0': color.ink,
    '--weui-FG-HALF': color.ink,
    '--weui-FG-1': color.inkSoft,
    '--weui-FG-2': color.inkFaint,
    '--weui-FG-3': color.line,
    '--weui-FG-4': color.inkDisabled,
    '--weui-FG-5': color.sunken,
    '--weui-DIALOG-LINE-COLOR': color.line,
    '--weui-BG-COLOR-ACTIVE': color.sunken,
  }
}

const bodySized = [
  'body',
  '.weui-btn',
  '.weui-btn_cell',
  '.weui-cell',
  '.weui-vcode-btn',
  '.weui-msg__desc',
  '.weui-form__desc',
  '.weui-article',
  '.weui-navbar__item',
  '.weui-panel__hd',
  '.weui-media-box__title',
  '.weui-dialog__title',
  '.weui-dialog__bd',
  '.weui-dialog__btn',
  '.weui-half-screen-dialog__title',
  '.weui-half-screen-dialog__desc',
  '.weui-actionsheet__cell',
  '.weui-search-bar__input',
]
const smallSized = [
  '.weui-btn_medium',
  '.weui-btn_mini',
  '.weui-cells__title',
  '.weui-cells__tips',
  '.weui-textarea-counter',
  '.weui-form-preview__list',
  '.weui-msg__desc-primary',
  '.weui-msg__tips',
  '.weui-steps__item__desc',
  '.weui-form__tips',
  '.weui-media-box__desc',
  '.weui-grid__label',
  '.weui-footer',
  '.weui-half-screen-dialog__bd',
  '.weui-half-screen-dialog__tips',
  '.weui-toast__content',
  '.weui-loadmore__tips',
  '.weui-toptips',
  '.weui-information-bar',
  '.weui-agree',
]
const captionSized = [
  '.weui-cell__desc',
  '.weui-msg__extra-area',
  '.weui-tabbar__label',
  '.weui-media-box__info',
  '.weui-footer__text',
  '.weui-half-screen-dialog__subtitle',
  '.weui-badge',
]

const elements: readonly string[] = [
  rule('body', {
    'font-family': 'var(--heju-font)',
    color: 'var(--heju-ink)',
    'background-color': 'var(--heju-canvas)',
  }),
  rule(bodySized.join(',\n'), { 'font-size': 'var(--heju-type-body)' }),
  rule(smallSized.join(',\n'), { 'font-size': 'var(--heju-type-small)' }),
  rule(captionSized.join(',\n'), { 'font-size': 'var(--heju-type-caption)' }),
  rule('.weui-msg__title,\n.weui-form__title', { 'font-size': 'var(--heju-type-title)' }),
  rule('.weui-btn:not(.weui-btn_mini):not(.weui-btn_medium),\na.weui-cell,\nlabel.weui-cell', {
    'min-height': 'var(--heju-target)',
    'box-sizing': 'border-box',
  }),
  // WeUI writes these two in fixed colours: 20 % black is illegible, plain black is not our ink.
  rule('.weui-footer', { color: 'var(--heju-ink-faint)' }),
  rule('a.weui-media-box', { color: 'inherit' }),
  rule('.heju-figure', { 'font-variant-numeric': tabularFigures, 'text-align': 'right' }),
  rule(':focus-visible', { outline: '2px solid var(--heju-brand)', 'outline-offset': '2px' }),
]
