/** By what the ids of places begin. */
const prefixes = {
  project: 'proj',
  building: 'bldg',
  /** 建筑单元: an entrance of a building. */
  unit: 'unit',
  room: 'room',
  parking: 'park',
  common: 'place',
} as const
export const placeKinds = ['project', 'building', 'unit', 'room', 'parking', 'common'] as const
type PlaceKind = (typeof placeKinds)[number]

/** One place of an estate, whatever it is: what matters, patrols, meters and equipment are at. */
export interface PlaceRef {
  kind: PlaceKind
  id: string
}

/** The place of an id, which its prefix tells; null where it is no place's. */
export function placeOf(id: string): PlaceRef | null {
  const prefix = id.slice(0, id.indexOf('_'))
  const kind = placeKinds.find((each) => prefixes[each] === prefix)
  return kind === undefined ? null : { kind, id }
}

/** What stands above a common place, by name, and its own. */
interface Standing {
  building: string | null
  unit: string | null
  floor: number | null
  name: string
}

/** A common place as the trade writes it: 3栋-2单元-电梯厅, 3栋-5F-走廊楼道, B1-水泵房. `commonPlaceName` says the same in SQL. */
export function nameOfCommonPlace({ building, unit, floor, name }: Standing): string {
  const storey = floor === null ? null : floor < 0 ? `B${-floor}` : `${floor}F`
  return [building, unit, storey, name].filter((part) => part !== null && part !== '').join('-')
}
