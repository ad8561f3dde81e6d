import type { PlaceKey } from './organisation.ts'
import type { ProjectType, ServiceMode } from '@heju/core/estate/projects'

/** Three projects of different character: their size, prices, and how well they are run. */
export interface EstatePlan {
  name: string
  /** Where it stands in the group, and whose it is. */
  place: PlaceKey
  type: ProjectType
  serviceMode: ServiceMode
  address: string
  phone: string
  buildings: readonly { name: string; units: readonly string[]; floors: number; perFloor: number }[]
  /** Square metres of the rooms of a floor, in turn. */
  areas: readonly number[]
  use: string
  /** Yuan per square metre and month. */
  price: number
  /** Under guided prices: the grade's base price and how far from it is allowed, in per cent. */
  guided?: { grade: string; base: number; range: number }
  parking: { spaces: number; price: number }
  /** Rooms out of a hundred whose bills are paid within the month, and in the end. */
  paysOnTime: number
  paysInTheEnd: number
  /** Complaints of a month for every hundred rooms, and how many of a hundred are answered within the term. */
  complaints: number
  answeredInTime: number
  /** What owners feel on average, 1 to 5, and how many of a hundred households answer a survey. */
  perceived: number
  responds: number
  /** Of a hundred households, how many have an account in the portal. */
  inPortal: number
}

export const estates: readonly EstatePlan[] = [
  {
    name: '翠湖花园',
    place: 'branch',
    type: 'residential',
    serviceMode: 'butler',
    address: '滨湖区翠湖路 18 号',
    phone: '0755-26000018',
    buildings: [
      { name: '1栋', units: ['1单元', '2单元'], floors: 15, perFloor: 2 },
      { name: '2栋', units: ['1单元', '2单元'], floors: 15, perFloor: 2 },
    ],
    areas: [94.56, 128.3, 89.12, 141.05],
    use: '住宅',
    price: 2.8,
    guided: { grade: '二级', base: 2.6, range: 15 },
    parking: { spaces: 40, price: 120 },
    paysOnTime: 72,
    paysInTheEnd: 92,
    complaints: 4,
    answeredInTime: 88,
    perceived: 4.1,
    responds: 58,
    inPortal: 55,
  },
  {
    name: '云顶国际中心',
    place: 'south',
    type: 'office',
    serviceMode: 'hotel',
    address: '高新区云顶大道 66 号',
    phone: '0755-26000066',
    buildings: [{ name: 'A座', units: [], floors: 20, perFloor: 4 }],
    areas: [186.4, 220.75, 143.9, 98.6],
    use: '办公',
    price: 12.5,
    parking: { spaces: 30, price: 450 },
    paysOnTime: 86,
    paysInTheEnd: 98,
    complaints: 3,
    answeredInTime: 95,
    perceived: 4.4,
    responds: 64,
    inPortal: 40,
  },
  {
    name: '和风里',
    place: 'moved',
    type: 'mixed',
    serviceMode: 'apartment',
    address: '老城区和风里 5 号',
    phone: '0755-26000005',
    buildings: [{ name: '3栋', units: ['1单元'], floors: 6, perFloor: 4 }],
    areas: [48.2, 56.75, 61.3, 52.4],
    use: '商住',
    price: 3.6,
    parking: { spaces: 6, price: 200 },
    paysOnTime: 55,
    paysInTheEnd: 81,
    complaints: 9,
    answeredInTime: 60,
    perceived: 3.3,
    responds: 24,
    inPortal: 30,
  },
]
