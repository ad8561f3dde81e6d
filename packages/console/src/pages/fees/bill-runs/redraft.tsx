import { billRuns as texts } from './texts.ts'
import { civilDateOf } from '@heju/kernel'
import { Alert, Button } from 'antd'
import { useNavigate } from 'react-router'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMay, useSession } from '../../../app/session.tsx'
import { useCommand } from '../../../parts/form.ts'
import { useNewId } from '../../../parts/ids.ts'
import { useNow } from '../../../parts/now.ts'
import { useErrorText } from '../../../parts/states.tsx'
import type { Run } from './api.ts'
import { redraftOf } from './redraft-of.ts'

type Drafted = Pick<Run, 'projectId' | 'period' | 'dueOn'>

/** Drafts the month anew, as it is charged by now, by one press: the draft that is there goes with it. Then opens the new one. */
export function Redraft({ run, first = false }: { run: Drafted; first?: boolean }) {
  const t = useTexts(texts)
  const may = useMay()
  const { company } = useSession()
  const today = civilDateOf(useNow(), company.zone)
  const navigate = useNavigate()
  const [runId] = useNewId('brun')
  const redraft = useCommand({
    command: api['bill-runs'].$post,
    asks: (json: ReturnType<typeof redraftOf>) => ({ json: { runId, ...json } }),
    refreshes: [['bill-runs'], ['bills'], ['tasks']],
    done: t('runs.redrafted'),
    onDone: () => void navigate(`/console/fees/runs/${runId}`),
  })
  if (!may('bills.run')) return null
  return (
    <Button
      {...(first && { type: 'primary' as const })}
      loading={redraft.isPending}
      onClick={() => redraft.mutate(redraftOf(run, today))}
    >
      {t('runs.redraft')}
    </Button>
  )
}

/** Why a draft cannot be published any more, with the way on. */
export function Outdated({ run, error }: { run: Drafted; error: Error }) {
  const t = useTexts(texts)
  const may = useMay()
  const errorText = useErrorText()
  return (
    <Alert
      type="warning"
      showIcon
      title={errorText(error)}
      description={
        <>
          <p>{t(may('bills.run') ? 'runs.redraft.about' : 'runs.redraft.another')}</p>
          <Redraft run={run} first />
        </>
      }
    />
  )
}
