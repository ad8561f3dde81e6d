import type { AreaKind } from '@heju/core/estate/areas/shape'
import { useQuery } from '@tanstack/react-query'
import { TreeSelect } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import { placesToChoose, type PlaceToChoose } from './api.ts'
import { areas as texts } from './texts.ts'

interface Node {
  value: string
  title: string
  children?: Node[]
}

/** Chooses buildings, units and single rooms of a project; each tells to which area it belongs by now. */
export function PlacesSelect({
  projectId,
  kind,
  areaId,
  ...field
}: {
  projectId: string
  kind: AreaKind
  /** The area itself, of which nothing is said. */
  areaId?: string
  id?: string
  value?: string[]
  onChange?: (places: string[]) => void
}) {
  const t = useTexts(texts)
  const found = useQuery({
    queryKey: ['areas', 'places', projectId, kind],
    queryFn: () => placesToChoose(projectId, kind),
  })
  const titleOf = ({ name, areaId: of, areaName }: PlaceToChoose) =>
    areaName === null || of === areaId ? name : t('places.of', { name, area: areaName })
  return (
    <TreeSelect
      {...field}
      multiple
      treeNodeFilterProp="title"
      loading={found.isLoading}
      treeData={treeOf(found.data?.places ?? [], titleOf)}
      styles={{ popup: { root: { maxHeight: 400 } } }}
    />
  )
}

function treeOf(places: readonly PlaceToChoose[], titleOf: (place: PlaceToChoose) => string): Node[] {
  const under = Map.groupBy(places, ({ parentId }) => parentId)
  const nodes = (parentId: string | null): Node[] =>
    (under.get(parentId) ?? []).map((place) => ({
      value: place.id,
      title: titleOf(place),
      ...(under.has(place.id) && { children: nodes(place.id) }),
    }))
  return nodes(null)
}
