/** The items that every company has (D123): 物业公共服务费, 机动车停放费, 其他服务收费. Their ids are these words. */
export const productItems = ['property', 'parking', 'other'] as const
export type ProductItem = (typeof productItems)[number]

/** An item that every company has, or one of the company's own: `fitem_…`. */
export type FeeItem = string

/** UTF-16 units of what an item is called: it stands in one line of a bill. */
export const longestItemName = 40

/**
 * Whose money it is: the company's own revenue, the owners' common income (民法典 282), passed on to a supplier without a
 * mark-up (物业管理条例 44), or a deposit that is given back.
 */
export const moneyOwners = ['company', 'owners', 'passed_on', 'deposit'] as const

/** To what an item may be charged: rooms, parking spaces. */
export const targetKinds = ['room', 'parking'] as const
export type TargetKind = (typeof targetKinds)[number]

/** Who may set what is charged by an item: whoever sets tariffs in a project, or in all of them only. */
export const chargers = ['project', 'head_office'] as const

/** Which of two items is settled first, and stands first: the smaller number. */
export const lastSettled = 999
