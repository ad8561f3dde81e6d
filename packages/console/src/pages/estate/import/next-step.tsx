import { importing as texts } from './texts.ts'
import { whoPays } from './who-pays-texts.ts'
import { Alert, App, Button, Card, Checkbox, Flex, Progress } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { api, ApiError } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { useChosen } from '../../../parts/entered.ts'
import { useCommand } from '../../../parts/form.ts'
import type { Import } from './api.ts'
import { Stopped } from './stopped.tsx'
import { useDiscard } from './use-discard.tsx'

interface Props {
  job: Import
  /** Whether something was chosen on the page that was not sent: what is confirmed is what was sent. */
  unsent: boolean
}

/** What can be done about an import, by its state. */
export function NextStep({ job, unsent }: Props) {
  const t = useTexts(texts)
  if (job.state === 'previewed') return <Confirm job={job} unsent={unsent} />
  if (job.state === 'applying') {
    return (
      <Card size="small">
        <p role="status" style={{ margin: '0 0 8px' }}>
          {t('applying')}
        </p>
        <Progress percent={Math.floor(job.progress * 100)} status="active" aria-label={t('progress')} />
      </Card>
    )
  }
  if (job.state === 'failed') return <Stopped job={job} />
  if (job.state === 'applied') return <Applied projectId={job.projectId} />
  return (
    <Alert
      type="info"
      showIcon
      title={t(job.confirmedAt === null ? 'discarded' : 'discarded.partly')}
      action={<Link to={`/console/import?projectId=${job.projectId}`}>{t('to.imports')}</Link>}
    />
  )
}

/** Whether an import would leave the registry as it is. */
function changesNothing({ counts }: Import): boolean {
  return Object.values(counts).every(({ created, changed }) => created + changed === 0)
}

/** Who could pay has changed since somebody looked at who does: it is listed anew, and looked at again. */
function isOfOtherPayers(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'registry_import.payers_meanwhile'
}

function Confirm({ job, unsent }: Props) {
  const { id, errors, openQuestions } = job
  const open = openQuestions > 0
  const t = useTexts(texts)
  const p = useTexts(whoPays)
  const { message } = App.useApp()
  const nothingNew = !open && changesNothing(job)
  const [leaveBadRows, setLeaveBadRows] = useState(false)
  useChosen(leaveBadRows)
  const confirm = useCommand({
    command: api.imports[':importId'].confirm.$post,
    asks: (json: { leaveBadRows: boolean }) => ({ param: { importId: id }, json }),
    refreshes: [['imports']],
    done: t('confirmed'),
    told: isOfOtherPayers,
  })
  const again = useCommand({
    command: api.imports[':importId'].answers.$post,
    asks: () => ({ param: { importId: id }, json: { answers: [] } }),
    refreshes: [['imports'], ['import-problems', id], ['import-changes', id], ['import-payers', id]],
    onDone: () => void message.warning(p('again')),
  })
  const ask = useDiscard(id)
  return (
    <Card size="small">
      <Flex vertical gap={12}>
        {nothingNew ? (
          <Alert type="success" showIcon title={t('nothingNew')} description={t('nothingNew.about')} />
        ) : (
          <div>{open ? t('confirm.open', { questions: openQuestions }) : t('confirm.about')}</div>
        )}
        {unsent && !open && <Alert type="warning" showIcon title={t('confirm.unsent')} />}
        {errors > 0 && !nothingNew && !open && (
          <Checkbox checked={leaveBadRows} onChange={({ target }) => setLeaveBadRows(target.checked)}>
            {t('leaveBadRows', { errors })}
          </Checkbox>
        )}
        <Flex gap={8} wrap>
          {!nothingNew && (
            <Button
              type="primary"
              disabled={open || unsent || (errors > 0 && !leaveBadRows)}
              loading={confirm.isPending || again.isPending}
              onClick={() =>
                confirm.mutate(
                  { leaveBadRows },
                  { onError: (error) => isOfOtherPayers(error) && again.mutate(undefined) },
                )
              }
            >
              {t('confirm')}
            </Button>
          )}
          <Button danger={!nothingNew} onClick={() => void ask()}>
            {t('discard')}
          </Button>
        </Flex>
      </Flex>
    </Card>
  )
}

/** Where one goes on once the registry is loaded. */
function Applied({ projectId }: { projectId: string }) {
  const t = useTexts(texts)
  const may = useMay()
  return (
    <Alert
      type="success"
      showIcon
      title={t('applied')}
      description={
        <Flex vertical gap={8}>
          {t('applied.next')}
          <Flex gap={16} wrap>
            <Link to={`/console/rooms?projectId=${projectId}`}>{t('to.rooms')}</Link>
            <Link to={`/console/people?projectId=${projectId}`}>{t('to.people')}</Link>
            {may('tariffs.read') && (
              <Link to={`/console/fees/tariffs?projectId=${projectId}`}>{t('to.tariffs')}</Link>
            )}
          </Flex>
        </Flex>
      }
    />
  )
}
