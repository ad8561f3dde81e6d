/** Owner, co-owner, family, tenant, other user (物业使用人, D25) and the developer of what is not sold (D128). */
export const occupancyRoles = ['owner', 'co_owner', 'family', 'tenant', 'user', 'developer'] as const
export type OccupancyRole = (typeof occupancyRoles)[number]

/** Those whose place it is, and who owe its fees. */
export const owningRoles = ['owner', 'co_owner', 'developer'] as const satisfies readonly OccupancyRole[]

export const roomUses = [
  'residence',
  'apartment',
  'villa',
  'office',
  'shop',
  'dormitory',
  'storage',
  'industrial',
  'public',
  'other',
] as const
export type RoomUse = (typeof roomUses)[number]

/** 未售, 已售未交付, 空置, 装修, 自住, 出租. */
export const roomStates = ['unsold', 'sold', 'vacant', 'renovating', 'occupied', 'let'] as const
export type RoomState = (typeof roomStates)[number]

export const parkingKinds = ['ground', 'underground', 'mechanical'] as const
export type ParkingKind = (typeof parkingKinds)[number]

/** 产权车位 or 租赁车位. */
export const tenures = ['owned', 'let'] as const
export type Tenure = (typeof tenures)[number]

export const personKinds = ['natural', 'organisation'] as const
export type PersonKind = (typeof personKinds)[number]

/** 居民身份证, 统一社会信用代码, anything else (passport, 港澳通行证 …). */
export const idKinds = ['resident_id', 'uscc', 'other'] as const
export type IdKind = (typeof idKinds)[number]

export const genders = ['male', 'female'] as const
export type Gender = (typeof genders)[number]

/** An area beyond it is a slip of the pen: 1,000,000 ㎡, in ㎡ × 10^2. */
export const largestAreaE2 = 100_000_000
/** The whole of an ownership, in 1/10,000. */
export const wholeShareE4 = 10_000
