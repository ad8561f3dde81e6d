import { billRuns as texts } from './texts.ts'
import { Alert } from 'antd'
import { Link } from 'react-router'
import { useTexts } from '../../../app/language.tsx'
import type { Run } from './api.ts'
import { whyNothing } from './nothing-to-bill.ts'

/** What to do with a draft that is ready: check and publish it, or, where it has no bills, why and what next. */
export function ToCheck({ run }: { run: Run }) {
  const t = useTexts(texts)
  if (run.bills > 0) return <Alert type="info" showIcon title={t('runs.check')} />
  const why = whyNothing(run.skipped)
  return (
    <Alert
      type={why === 'billed' ? 'success' : 'warning'}
      showIcon
      title={t(`nothing.${why}`, { month: run.period })}
      description={
        <>
          {t(`nothing.${why}.about`)}{' '}
          {why === 'billed' && (
            <Link to={`/console/fees/bills?projectId=${run.projectId}&period=${run.period}`}>
              {t('nothing.see')}
            </Link>
          )}
        </>
      }
    />
  )
}
