import { tariffs as texts } from './texts.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { Link } from 'react-router'
import { api, call } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'

/**
 * Says before bills of a month go out that places of them are charged twice for the same, with the way to where that is settled;
 * nothing where there are none.
 */
export function TwiceTold({ of }: { of: { projectId: string; placeId?: string; period: string } }) {
  const t = useTexts(texts)
  const may = useMay()
  const found = useQuery({
    queryKey: ['tariffs', 'double', 'count', of],
    queryFn: () => call(api.tariffs.double.$get({ query: { ...of, limit: '1' } })),
    enabled: may('tariffs.read'),
  })
  const places = found.data?.places ?? 0
  const [first] = found.data?.items ?? []
  if (places === 0) return null
  const to =
    of.placeId === undefined || first === undefined
      ? `/console/fees/tariffs?projectId=${of.projectId}&period=${of.period}&double=1`
      : `/console/fees/charges/${first.place.kind}/${first.place.id}?projectId=${of.projectId}`
  return (
    <Alert
      type="warning"
      showIcon
      title={t(of.placeId === undefined ? 'double.foundIn' : 'double.here', { places, month: of.period })}
      description={<Link to={to}>{t('double.show')}</Link>}
      style={{ marginBottom: 12 }}
    />
  )
}
