import { othersDecisions, type OthersDecision } from '@heju/core/fees/billing/shape'
import type { ScopeKind, TariffBasis, TariffState } from '@heju/core/fees/billing/shape'
import { parkingKinds, roomUses } from '@heju/core/estate/registry/shape'
import { tariffs as texts } from './texts.ts'
import { registryTexts } from '@heju/core/estate/registry/texts'
import { useQuery } from '@tanstack/react-query'
import { Alert, Form, Radio, Select } from 'antd'
import { api, call } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMustChoose } from '../../../parts/must-choose.ts'
import { PlaceSelect } from '../../../parts/place-select.tsx'
import { Failure } from '../../../parts/states.tsx'

type Kind = ScopeKind | 'places'

/** Which rooms or spaces, as a form has it, and what becomes of their other charges for the same. */
export interface ScopeValues {
  kind: Kind
  values?: string[]
  ids?: string[]
  others?: OthersDecision
}

/** The scope as the API takes it. */
export function scopeOf({ kind, values = [], ids = [] }: Omit<ScopeValues, 'others'>) {
  if (kind === 'project') return { kind }
  if (kind === 'places') return { kind, ids }
  if (kind === 'room_use') return { kind, values: values as (typeof roomUses)[number][] }
  if (kind === 'parking_kind') return { kind, values: values as (typeof parkingKinds)[number][] }
  return { kind, values }
}

/** The fields in which a refusal about a scope is said. */
export const scopeFields = {
  'billing.wrong_targets': 'kind',
  'billing.charged_twice': 'others',
  'scope.values': 'values',
  'scope.ids': 'ids',
}

/**
 * What a form shows before it is sent, by a key beside those that are fetched anew once it is saved: the form would wait for
 * an answer that nobody reads any more.
 */
export const scopePreviews = ['scope-previews'] as const

/** What a tariff is, as far as its scope asks. */
export interface ScopedTariff {
  id?: string
  projectId: string | undefined
  basis: TariffBasis
  feeItem: string
  /** Whether a place has one charge of its item a day. */
  exclusive: boolean
  /** Of a new one left out: it is in use. */
  state?: TariffState
}

export function ScopeFields({ tariff }: { tariff: ScopedTariff }) {
  const t = useTexts(texts)
  const mustChoose = useMustChoose()
  const kind = Form.useWatch<Kind | undefined>('kind')
  const ofSpaces = tariff.basis === 'parking_space'
  const kinds: Kind[] = ofSpaces
    ? ['project', 'parking_kind', 'places']
    : ['project', 'building', 'room_use', 'places']
  return (
    <>
      <Form.Item
        name="kind"
        label={t('scope.kind')}
        rules={mustChoose}
        extra={kind === 'project' && !ofSpaces && t('scope.shops')}
      >
        <Select options={kinds.map((value) => ({ value, label: t(`scope.${value}`) }))} />
      </Form.Item>
      {kind === 'places' ? (
        <Form.Item name="ids" label={t('scope.value')} rules={mustChoose}>
          <PlaceSelect projectId={tariff.projectId} several />
        </Form.Item>
      ) : (
        kind !== undefined &&
        kind !== 'project' && (
          <Form.Item key={kind} name="values" label={t('scope.value')} rules={mustChoose}>
            <ScopeValue kind={kind} projectId={tariff.projectId} />
          </Form.Item>
        )
      )}
    </>
  )
}

/** Which buildings, uses or kinds of spaces. The form gives value, id and change. */
function ScopeValue({
  kind,
  projectId,
  ...field
}: {
  kind: Exclude<ScopeKind, 'project'>
  projectId: string | undefined
  id?: string
  value?: string[]
  onChange?: (value: string[]) => void
}) {
  const r = useTexts(registryTexts)
  const buildings = useQuery({
    queryKey: ['buildings', projectId],
    queryFn: () => call(api.registry.buildings.$get({ query: { projectId: projectId ?? '' } })),
    enabled: kind === 'building' && projectId !== undefined,
  })
  const options = {
    building: (buildings.data?.buildings ?? []).map(({ id, name }) => ({ value: id, label: name })),
    room_use: roomUses.map((value) => ({ value, label: r(`use.${value}`) })),
    parking_kind: parkingKinds.map((value) => ({ value, label: r(`parking.${value}`) })),
  }
  return (
    <Select
      {...field}
      mode="multiple"
      maxCount={100}
      options={options[kind]}
      showSearch={{ optionFilterProp: 'label' }}
    />
  )
}

/** What the fields of a scope hold now, and whether that is a scope already. */
export function useScope() {
  const kind = Form.useWatch<Kind | undefined>('kind')
  const values = Form.useWatch<string[] | undefined>('values')
  const ids = Form.useWatch<string[] | undefined>('ids')
  const listed = kind === 'places' ? ids : values
  const complete = kind === 'project' || (listed !== undefined && listed.length > 0)
  return { kind, complete, scope: scopeOf({ kind: kind ?? 'project', values, ids }) }
}

/** What becomes of other charges for the same. */
function OthersField({ extra, required }: { extra: string; required: boolean }) {
  const t = useTexts(texts)
  const mustChoose = useMustChoose()
  return (
    <Form.Item
      name="others"
      preserve={false}
      label={t('others')}
      rules={required ? mustChoose : []}
      extra={extra}
    >
      <Radio.Group
        style={{ display: 'grid', gap: 8 }}
        options={othersDecisions.map((each) => ({ value: each, label: t(`others.${each}`) }))}
      />
    </Form.Item>
  )
}

const readPreview = (json: Parameters<typeof api.tariffs.scope.$post>[0]['json']) =>
  call(api.tariffs.scope.$post({ json }))
type Preview = Awaited<ReturnType<typeof readPreview>>

/** How many rooms or spaces will be charged, and the question where some have a charge for the same already. */
export function ScopePreview({ tariff }: { tariff: ScopedTariff }) {
  const t = useTexts(texts)
  const { kind, complete, scope } = useScope()
  const fromOn = Form.useWatch<string | undefined>('fromOn')
  const toOn = Form.useWatch<string | undefined>('toOn')
  const isSurcharge = Form.useWatch<boolean | undefined>('surcharge') === true
  const { id, projectId = '', basis, feeItem, exclusive, state = 'active' } = tariff
  const inUse = state === 'active'
  const asked = {
    projectId,
    basis,
    feeItem,
    scope,
    ...(id && { tariffId: id }),
    ...(fromOn && { fromOn }),
    ...(toOn && { toOn }),
  }
  const found = useQuery({
    queryKey: [...scopePreviews, asked],
    queryFn: () => readPreview(asked),
    staleTime: 0,
    enabled: complete && projectId !== '',
  })
  // While it is asked again after a failure, the answer of before is as unknown: its field stays.
  const { isFetching, errorUpdateCount } = found
  const isFailed = found.error !== null && !isFetching
  const isUnknown = isFailed || (isFetching && errorUpdateCount > 0 && !found.isSuccess)
  const preview = isUnknown ? undefined : found.data
  if (!complete || (preview === undefined && !isUnknown)) return null
  const others = isSurcharge ? [] : (preview?.others ?? [])
  // Without an answer the form can be sent, and the API asks, here. What stands beside others replaces nothing.
  const mayBeOthers = inUse && !isSurcharge && exclusive
  return (
    <>
      {isFailed && (
        <div style={{ marginBottom: 16 }}>
          <Failure error={found.error} retry={() => void found.refetch()} />
        </div>
      )}
      {preview !== undefined && (
        <Counted {...{ preview, kind, inUse, isSurcharge }} ofSpaces={basis === 'parking_space'} />
      )}
      {/* An answer about other places, or other days, does not count here. */}
      {(isUnknown ? mayBeOthers : others.length > 0) && (
        <OthersField
          key={JSON.stringify(asked)}
          extra={t(id === undefined ? 'others.tickSurcharge' : 'others.newSurcharge')}
          required={!isUnknown}
        />
      )}
    </>
  )
}

interface CountedProps {
  preview: Preview
  kind: Kind | undefined
  inUse: boolean
  isSurcharge: boolean
  ofSpaces: boolean
}

/** How many are in a scope, which of them are charged for the same, and which have bills for it already. */
function Counted({ preview, kind, inUse, isSurcharge, ofSpaces }: CountedProps) {
  const t = useTexts(texts)
  const beside = isSurcharge ? [] : preview.others
  const tariffs = beside.map(({ name, places }) => t('others.one', { name, places }))
  const none = preview.places === 0 ? 'scope.countedNone' : 'scope.counted'
  const counted = t(kind === 'places' ? 'scope.countedSingle' : none, {
    places: preview.places,
    kind: t(ofSpaces ? 'scope.spaces' : 'scope.rooms'),
  })
  return (
    <>
      <Alert
        type={preview.places === 0 || tariffs.length > 0 ? 'warning' : 'info'}
        showIcon
        title={counted}
        description={inUse ? tariffs.length > 0 && t('others.found', { tariffs }) : t('others.notInUse')}
        style={{ marginBottom: 16 }}
      />
      {inUse && preview.billed > 0 && !isSurcharge && (
        <Alert
          type="warning"
          showIcon
          title={t('others.billed', { places: preview.billed })}
          style={{ marginBottom: 16 }}
        />
      )}
    </>
  )
}
