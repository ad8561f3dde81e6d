import type { Gender, OccupancyRole, ParkingKind, RoomState, RoomUse, Tenure } from '../registry/index.ts'
import { wordKey } from '../registry/index.ts'

/** A column's words for its values. The numbers are those of a widely used system's export, used without legend too. */
interface Words<T> {
  exact: Readonly<Record<string, T>>
  /** In order; the first that is found decides. */
  containing?: readonly (readonly [RegExp, T])[]
}

export const roleWords: Words<OccupancyRole> = {
  exact: {
    '1001': 'owner',
    '1002': 'family',
    '1003': 'tenant',
    '1004': 'user',
    本人: 'owner',
    自己: 'owner',
    客户: 'owner',
  },
  containing: [
    [/共有|共同产权|按份/, 'co_owner'],
    [/开发商|发展商|建设单位/, 'developer'],
    [/家属|家庭|亲属|配偶|妻|夫|父|母|子|女|儿|孙|兄|弟|姐|妹|祖|爷|奶|外公|外婆|媳|婿|爱人|成员/, 'family'],
    [/租|承租/, 'tenant'],
    [/使用人|临时|住户$|同住|保姆|代管|借用/, 'user'],
    [/业主|产权|户主|房主|权利人|owner/, 'owner'],
  ],
}

export const useWords: Words<RoomUse> = {
  exact: { '110': 'residence', '119': 'dormitory', '120': 'office' },
  containing: [
    [/别墅|联排|叠拼|villa/, 'villa'],
    [/宿舍|dormitory/, 'dormitory'],
    [/公寓|apartment/, 'apartment'],
    // 商品房 is how a home came to its owner.
    [/商(?!品)|铺|门面|店|shop/, 'shop'],
    [/办公|写字|office/, 'office'],
    [/储藏|儲藏|仓|倉|杂物|地下室|storage/, 'storage'],
    [/厂|廠|工业|车间|industrial/, 'industrial'],
    [/公共|配套|会所|物业用房|公建|common/, 'public'],
    [/住宅|普通|高层|多层|洋房|居住|民用|residen|^home$/, 'residence'],
    [/其他|其它|^other$/, 'other'],
  ],
}

export const stateWords: Words<RoomState> = {
  exact: {},
  containing: [
    [/未售|未销售|待售|在售|unsold/, 'unsold'],
    [/未交|未收|未接|待交|nothandedover/, 'sold'],
    [/装修|裝修|renovating/, 'renovating'],
    [/出租|已租|租住|^let$/, 'let'],
    [/空置|空房|未入住|闲置|空关|无人|vacant/, 'vacant'],
    [/入住|自住|常住|居住|在住|已住|livedin/, 'occupied'],
    [/已交|已收|已接|交付/, 'vacant'],
    [/已售|已销售/, 'sold'],
  ],
}

export const parkingKindWords: Words<ParkingKind> = {
  exact: {},
  containing: [
    [/机械|機械|立体|mechanical/, 'mechanical'],
    [/地下|车库|负|人防|室内|underground/, 'underground'],
    [/地上|地面|露天|室外|ground/, 'ground'],
  ],
}

export const tenureWords: Words<Tenure> = {
  exact: { h: 'let', s: 'owned' },
  containing: [
    [/租|月保|临停|人防|公共|^let$/, 'let'],
    [/售|产权|买|私|自有|业主|owned/, 'owned'],
  ],
}

export const genderWords: Words<Gender> = {
  exact: {
    男: 'male',
    女: 'female',
    m: 'male',
    f: 'female',
    男性: 'male',
    女性: 'female',
    先生: 'male',
    女士: 'female',
  },
}

export const yesNoWords: Words<boolean> = {
  exact: {
    是: true,
    有: true,
    否: false,
    无: false,
    没有: false,
    y: true,
    n: false,
    yes: true,
    no: false,
    true: true,
    false: false,
    '1': true,
    '0': false,
    '√': true,
    x: false,
  },
}

/** The meaning of a value, or null when the word is not known. */
export function meaningOf<T>(words: Words<T>, text: string): T | null {
  const key = wordKey(text)
  const exact = Object.hasOwn(words.exact, key) ? words.exact[key] : undefined
  return exact ?? words.containing?.find(([pattern]) => pattern.test(key))?.[1] ?? null
}
