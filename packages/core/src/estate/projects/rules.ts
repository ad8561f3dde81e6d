/** Kinds of property (D7). */
export const projectTypes = ['residential', 'office', 'apartment', 'villa', 'hospital', 'mixed'] as const
export type ProjectType = (typeof projectTypes)[number]

/** 酒店式, 公寓式, 东方管家式 service mode, or the company's own (D5). */
export const serviceModes = ['hotel', 'apartment', 'butler', 'custom'] as const
export type ServiceMode = (typeof serviceModes)[number]

/** 市场调节价 and 政府指导价 (D117). */
export const priceRegimes = ['market', 'guided'] as const
export type PriceRegime = (typeof priceRegimes)[number]

/** The price regime a kind of property usually falls under: housing estates follow the government's guidance (D117). */
export function usualPriceRegime(type: ProjectType): PriceRegime {
  return type === 'residential' ? 'guided' : 'market'
}
