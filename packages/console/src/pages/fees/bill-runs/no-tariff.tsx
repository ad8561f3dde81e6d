import { billRuns as texts } from './texts.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { Link } from 'react-router'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { tariffsOf } from '../tariffs/api.ts'
import type { Run } from './api.ts'
import { whatIsLacking } from './nothing-to-bill.ts'

/** Where nothing is charged at all yet, the way to what a run bills by: a new tariff, or the approval of those imported. */
export function NoTariff({ run: { projectId, skipped } }: { run: Run }) {
  const t = useTexts(texts)
  const may = useMay()
  const tariffs = useQuery({ ...tariffsOf(projectId), enabled: may('tariffs.read') }).data?.tariffs
  const lacking = tariffs && whatIsLacking(skipped, tariffs)
  if (lacking === undefined) return null
  const to = `/console/fees/tariffs?projectId=${projectId}`
  return (
    <Alert
      type="warning"
      showIcon
      title={t(lacking === 'approval' ? 'runs.draftTariffs' : 'runs.noTariff')}
      action={
        may('tariffs.write') &&
        (lacking === 'approval' ? (
          <Link to={to}>{t('runs.toTariffs')}</Link>
        ) : (
          <Link to={`${to}&new=1`}>{t('skips.newTariff')}</Link>
        ))
      }
    />
  )
}
