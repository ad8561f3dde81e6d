import { color } from './color.ts'
import { codeFontStack, deskType, fontStack, type Language, radius, space, type TypeSize } from './type.ts'

/**
 * The theme for antd 6's `ConfigProvider`, as a plain value. antd derives lighter colours for hover and for faint text
 * that fall below AA with a dark brand, so each of them is given here.
 */
export function antdTheme(options: { language?: Language; size?: TypeSize; motion?: boolean } = {}) {
  const type = deskType[options.size ?? 'normal']
  return {
    token: {
      ...accents(),
      colorTextBase: color.ink,
      colorText: color.ink,
      colorTextHeading: color.ink,
      colorTextSecondary: color.inkSoft,
      colorTextLabel: color.inkSoft,
      colorTextTertiary: color.inkFaint,
      colorTextDescription: color.inkFaint,
      colorTextPlaceholder: color.inkFaint,
      colorTextQuaternary: color.inkDisabled,
      colorTextDisabled: color.inkDisabled,
      colorTextLightSolid: color.inkOnAccent,
      colorIcon: color.inkFaint,
      colorIconHover: color.ink,
      colorBgLayout: color.canvas,
      colorBgContainer: color.surface,
      colorBgElevated: color.surface,
      colorBgContainerDisabled: color.sunken,
      colorFillAlter: color.canvas,
      colorBorder: color.edge,
      colorBorderSecondary: color.line,
      colorSplit: color.line,
      borderRadius: radius.control,
      borderRadiusSM: radius.small,
      borderRadiusLG: radius.card,
      fontFamily: fontStack[options.language ?? 'zh-CN'],
      fontFamilyCode: codeFontStack,
      fontSize: type.body,
      fontSizeSM: type.small,
      padding: space.md,
      paddingLG: space.lg,
      margin: space.md,
      marginLG: space.lg,
      controlItemBgActive: color.brandSoft,
      controlItemBgHover: color.canvas,
      linkHoverDecoration: 'underline',
      motion: options.motion ?? true,
      wireframe: false,
    },
    components: {
      Layout: {
        bodyBg: color.canvas,
        headerBg: color.surface,
        siderBg: color.surface,
        footerBg: color.canvas,
      },
      Table: {
        headerBg: color.sunken,
        headerColor: color.inkSoft,
        rowHoverBg: color.canvas,
        rowSelectedBg: color.brandSoft,
        borderColor: color.line,
        cellPaddingBlockMD: space.xs,
        cellPaddingBlockSM: 6,
      },
      Menu: { itemSelectedBg: color.brandSoft, itemSelectedColor: color.brand, itemHoverBg: color.canvas },
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    },
  }
}

function accents() {
  return {
    ...accent('Primary', 'brand'),
    ...accent('Info', 'brand'),
    ...accent('Success', 'done'),
    ...accent('Warning', 'warning'),
    ...accent('Error', 'overdue'),
    colorLink: color.brand,
    colorLinkHover: color.brandHover,
    colorLinkActive: color.brandActive,
  }
}

/** antd's tokens of one accent; `T` is its name there, `K` ours. */
function accent<T extends string>(name: T, ours: 'brand' | 'done' | 'warning' | 'overdue') {
  const tokens = {
    [`color${name}`]: color[ours],
    [`color${name}Hover`]: color[`${ours}Hover`],
    [`color${name}Active`]: color[`${ours}Active`],
    [`color${name}Text`]: color[ours],
    [`color${name}TextHover`]: color[`${ours}Hover`],
    [`color${name}TextActive`]: color[`${ours}Active`],
    [`color${name}Bg`]: color[`${ours}Soft`],
    [`color${name}BgHover`]: color[`${ours}Soft`],
    [`color${name}Border`]: color[`${ours}Line`],
    [`color${name}BorderHover`]: color[ours],
  }
  type Part =
    | ''
    | 'Hover'
    | 'Active'
    | 'Text'
    | 'TextHover'
    | 'TextActive'
    | 'Bg'
    | 'BgHover'
    | 'Border'
    | 'BorderHover'
  return tokens as Record<`color${T}${Part}`, string>
}
