import { tariffs as texts } from '@heju/i18n/console/tariffs'
import { addDays, type CivilDate } from '@heju/kernel'
import { useQuery } from '@tanstack/react-query'
import { Alert, Form } from 'antd'
import { api, call } from '../../app/api.ts'
import { useTexts } from '../../app/language.tsx'
import { Failure } from '../../parts/states.tsx'
import { useScope, type ScopedTariff } from './scope-fields.tsx'

/** How many places will have no charge for the same once a tariff ends for them: nobody is to find that out a month later. */
export function EndPreview({ tariff }: { tariff: ScopedTariff & { id: string } }) {
  const t = useTexts(texts)
  const { complete, scope } = useScope()
  const toOn = Form.useWatch<CivilDate | undefined>('toOn')
  const { id, projectId = '', basis, feeItem } = tariff
  const days = toOn ? { fromOn: addDays(toOn, 1) } : {}
  const asked = { projectId, tariffId: id, basis, feeItem, scope, ...days }
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['tariffs', 'scope', asked],
    queryFn: () => call(api.tariffs.scope.$post({ json: asked })),
    // Of what falls under other services nothing else is the same.
    enabled: complete && Boolean(toOn) && feeItem !== 'other',
  })
  if (error !== null && !isFetching) return <Failure error={error} retry={() => void refetch()} />
  if (data === undefined || data.alone === 0) return null
  return <Alert type="warning" showIcon title={t('unassign.alone', { places: data.alone })} />
}
