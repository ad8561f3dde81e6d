import { charges as chargeTexts } from '../../fees/tariffs/charge-texts.ts'
import { occupancies as occupancyTexts } from '../occupancies/texts.ts'
import { parking as texts } from './texts.ts'
import { people as peopleTexts } from '../people/texts.ts'
import { rooms as roomTexts } from '../rooms/texts.ts'
import { registryTexts } from '@heju/core/estate/registry/texts'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Descriptions, Flex } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { Area } from '../../../parts/figures.tsx'
import { Page } from '../../../parts/page.tsx'
import { useProjectNames } from '../../../parts/projects.ts'
import { Failure, Loading } from '../../../parts/states.tsx'
import { GiveOccupancy } from '../occupancies/give.tsx'
import { Occupants } from '../occupancies/occupants.tsx'
import { Transfer } from '../occupancies/transfer.tsx'
import { readSpace, type SpaceDetail } from './api.ts'
import { SpaceForm } from './space-form.tsx'

export function Component() {
  const t = useTexts(texts)
  const { parkingSpaceId = '' } = useParams()
  const space = useQuery({
    queryKey: ['spaces', parkingSpaceId],
    queryFn: () => readSpace(parkingSpaceId),
  })
  if (space.data !== undefined) return <Sheet space={space.data} />
  return (
    <Page title={t('title')}>
      {space.error ? <Failure error={space.error} retry={() => void space.refetch()} /> : <Loading />}
    </Page>
  )
}

function Sheet({ space }: { space: SpaceDetail }) {
  const t = useTexts(texts)
  const o = useTexts(occupancyTexts)
  const p = useTexts(peopleTexts)
  const c = useTexts(chargeTexts)
  const room = useTexts(roomTexts)
  const may = useMay()
  const projectName = useProjectNames()
  const [doing, setDoing] = useState<'give' | 'transfer' | 'change'>()
  const close = () => setDoing(undefined)
  const { id, projectId, occupants } = space
  const owned = occupants.some(
    ({ role, toOn }) => toOn === null && (role === 'owner' || role === 'co_owner' || role === 'developer'),
  )
  const name = p('place.parking', { name: space.code })
  const named = { place: { kind: 'parking' as const, id }, name, projectId }
  return (
    <Page
      title={name}
      about={
        <Flex gap={12} wrap>
          <Link to={`/console/parking?projectId=${projectId}`}>{projectName(projectId)}</Link>
          {may('tariffs.read') && (
            <Link to={`/console/fees/charges/parking/${id}?projectId=${projectId}`}>{c('title')}</Link>
          )}
        </Flex>
      }
      actions={
        may('registry.write') && (
          <>
            <Button onClick={() => setDoing('change')}>{t('change')}</Button>
            {owned && <Button onClick={() => setDoing('transfer')}>{room('transfer')}</Button>}
            <Button type="primary" onClick={() => setDoing('give')}>
              {o('give')}
            </Button>
          </>
        )
      }
    >
      <Facts space={space} />
      <Card size="small" title={room('occupants')}>
        <Occupants occupants={occupants} place={{ kind: 'parking', id }} empty={t('history.none')} />
      </Card>
      {doing === 'change' && <SpaceForm projectId={projectId} space={space} close={close} />}
      {doing === 'transfer' && <Transfer at={named} close={close} />}
      {doing === 'give' && <GiveOccupancy projectId={projectId} at={{ ...named, owned }} close={close} />}
    </Page>
  )
}

function Facts({ space: { lot, kind, tenure, areaE2 } }: { space: SpaceDetail }) {
  const t = useTexts(texts)
  const r = useTexts(registryTexts)
  return (
    <Card size="small" style={{ marginBottom: 16 }}>
      <Descriptions
        size="small"
        column={{ xs: 1, sm: 2, lg: 4 }}
        items={[
          { key: 'lot', label: t('lot'), children: lot || '—' },
          { key: 'kind', label: t('kind'), children: kind === null ? '—' : r(`parking.${kind}`) },
          { key: 'tenure', label: t('tenure'), children: tenure === null ? '—' : r(`tenure.${tenure}`) },
          { key: 'area', label: t('area'), children: <Area e2={areaE2} /> },
        ]}
      />
    </Card>
  )
}
