import { tariffs as texts } from './texts.ts'
import { addDays, type CivilDate } from '@heju/kernel'
import { useQuery } from '@tanstack/react-query'
import { Alert, Form } from 'antd'
import { api, call } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { Failure, Loading } from '../../../parts/states.tsx'
import type { TariffDetail } from './api.ts'
import { scopePreviews, useScope, type scopeOf, type ScopedTariff } from './scope-fields.tsx'

type Scope = ReturnType<typeof scopeOf>

/** Of what stands beside others nothing else is the same: it is not asked for. */
function useAlone(
  tariff: ScopedTariff & { id: string },
  scope: Scope | undefined,
  fromOn: CivilDate | 'today' | undefined,
) {
  const { id, projectId = '', basis, feeItem, exclusive } = tariff
  const asked = { projectId, tariffId: id, basis, feeItem, scope: scope ?? { kind: 'project' as const } }
  const days = fromOn === undefined || fromOn === 'today' ? {} : { fromOn }
  return useQuery({
    queryKey: [...scopePreviews, { ...asked, ...days }],
    queryFn: () => call(api.tariffs.scope.$post({ json: { ...asked, ...days } })),
    staleTime: 0,
    enabled: scope !== undefined && fromOn !== undefined && exclusive,
  })
}

/**
 * How many places of a scope will have no charge for the same once a tariff ends for them on the day that the form says:
 * nobody is to find that out a month later.
 */
export function AlonePreview({
  tariff,
  scope,
}: {
  tariff: ScopedTariff & { id: string }
  scope: Scope | undefined
}) {
  const t = useTexts(texts)
  const toOn = Form.useWatch<CivilDate | undefined>('toOn')
  const { data, error, isFetching, refetch } = useAlone(tariff, scope, toOn ? addDays(toOn, 1) : undefined)
  if (error !== null && !isFetching) return <Failure error={error} retry={() => void refetch()} />
  if (data === undefined || data.alone === 0) return null
  return <Alert type="warning" showIcon title={t('unassign.alone', { places: data.alone })} />
}

/** The same for the scope that the form asks for. */
export function EndPreview({ tariff }: { tariff: ScopedTariff & { id: string } }) {
  const { complete, scope } = useScope()
  return <AlonePreview tariff={tariff} scope={complete ? scope : undefined} />
}

/** What comes of taking a tariff out of use, with the number of places that will have no charge for the same from today on. */
export function DisablePreview({ tariff }: { tariff: TariffDetail }) {
  const t = useTexts(texts)
  const { data, error, isFetching, refetch } = useAlone(tariff, { kind: 'project' }, 'today')
  // What nothing else is the same as is missed at all its places.
  const isOnly = !tariff.exclusive || tariff.surcharge
  const alone = isOnly ? tariff.places : data?.alone
  return (
    <>
      <p>{t('disable.about')}</p>
      {error !== null && !isFetching && <Failure error={error} retry={() => void refetch()} />}
      {error === null && alone === undefined && <Loading />}
      {alone !== undefined && alone > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t(isOnly ? 'disable.places' : 'disable.alone', { places: alone })}
        />
      )}
    </>
  )
}
