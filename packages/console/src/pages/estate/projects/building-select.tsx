import { rooms as texts } from '../rooms/texts.ts'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { CSSProperties } from 'react'
import { useTexts } from '../../../app/language.tsx'
import { listBuildings } from './api.ts'

/** Chooses a building of a project. @param label where no form says what it is: then no choice means all of them */
export function BuildingSelect({
  projectId,
  label,
  ...field
}: {
  projectId: string
  label?: string
  id?: string
  value?: string
  onChange?: (buildingId: string | undefined) => void
  style?: CSSProperties
}) {
  const t = useTexts(texts)
  const list = useQuery({ queryKey: ['buildings', projectId], queryFn: () => listBuildings(projectId) })
  return (
    <Select
      {...field}
      {...(label === undefined ? {} : { allowClear: true, placeholder: label, 'aria-label': label })}
      showSearch={{ optionFilterProp: 'label' }}
      loading={list.isPending}
      notFoundContent={t('building.none')}
      options={(list.data?.buildings ?? []).map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
