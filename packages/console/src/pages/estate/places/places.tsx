import { commonKinds } from '@heju/core/estate/places/shape'
import { Button, Flex, Segmented } from 'antd'
import { useState } from 'react'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMayIn } from '../../../app/session.tsx'
import { useFilter } from '../../../parts/address.ts'
import { InProject, ProjectSelect } from '../../../parts/chosen-project.tsx'
import { ExportButton } from '../../../parts/export-button.tsx'
import { ChoiceFilter } from '../../../parts/filters.tsx'
import { Page } from '../../../parts/page.tsx'
import { SearchBox } from '../../../parts/search-box.tsx'
import { BuildingSelect } from '../projects/building-select.tsx'
import type { CommonPlace, CommonPlaceFilter } from './api.ts'
import { PlaceForm } from './place-form.tsx'
import { PlaceList } from './place-list.tsx'
import { TemplateForm } from './template-form.tsx'
import { places as texts } from './texts.ts'

const states = ['used', 'retired'] as const

export function Component() {
  const t = useTexts(texts)
  return <InProject title={t('title')}>{(projectId) => <Places projectId={projectId} />}</InProject>
}

/** The common places of a project, and what is done with them. */
function Places({ projectId }: { projectId: string }) {
  const t = useTexts(texts)
  const manages = useMayIn(projectId)('places.manage')
  const filter = usePlaceFilter(projectId)
  const [form, setForm] = useState<CommonPlace | 'new' | 'template'>()
  const close = () => setForm(undefined)
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        <>
          <ProjectSelect projectId={projectId} />
          <ExportButton load={() => api.places.common.file.$get({ query: filter })} />
          {manages && (
            <>
              <Button onClick={() => setForm('template')}>{t('template')}</Button>
              <Button type="primary" onClick={() => setForm('new')}>
                {t('create')}
              </Button>
            </>
          )}
        </>
      }
    >
      <Narrow projectId={projectId} />
      <PlaceList filter={filter} {...(manages && { open: setForm })} />
      {form === 'template' && <TemplateForm projectId={projectId} close={close} />}
      {form === 'new' && <PlaceForm projectId={projectId} close={close} />}
      {typeof form === 'object' && <PlaceForm projectId={projectId} place={form} close={close} />}
    </Page>
  )
}

/** What the address narrows the list to. */
function usePlaceFilter(projectId: string): CommonPlaceFilter {
  const [{ search, buildingId, kind, state }] = useFilter(['search', 'buildingId', 'kind', 'state'])
  const known = commonKinds.find((each) => each === kind)
  return {
    projectId,
    state: states.find((each) => each === state) ?? 'used',
    ...(search !== undefined && { search }),
    ...(buildingId !== undefined && { buildingId }),
    ...(known !== undefined && { kind: known }),
  }
}

function Narrow({ projectId }: { projectId: string }) {
  const t = useTexts(texts)
  const [{ buildingId, state }, setFilter] = useFilter(['buildingId', 'state'])
  return (
    <Flex gap={8} wrap align="start">
      <SearchBox label={t('search')} />
      <BuildingSelect
        projectId={projectId}
        label={t('building.all')}
        {...(buildingId !== undefined && { value: buildingId })}
        onChange={(next) => setFilter({ buildingId: next })}
        style={{ minWidth: 130 }}
      />
      <ChoiceFilter
        name="kind"
        label={t('kind.all')}
        options={commonKinds.map((value) => ({ value, label: t(`common.${value}`) }))}
      />
      <Segmented
        aria-label={t('state')}
        value={states.find((each) => each === state) ?? 'used'}
        onChange={(next) => setFilter({ state: next === 'used' ? undefined : next })}
        options={states.map((value) => ({ value, label: t(`state.${value}`) }))}
        style={{ marginBottom: 16 }}
      />
    </Flex>
  )
}
