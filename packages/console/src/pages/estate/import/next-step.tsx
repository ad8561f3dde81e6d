import { importing as texts } from './texts.ts'
import { Alert, Button, Card, Flex, Progress } from 'antd'
import { Link, useNavigate } from 'react-router'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import type { Import } from './api.ts'
import { Confirm } from './confirm.tsx'
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
  if (job.outdated) return <Outdated job={job} />
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

/** Another import took effect since the preview: there is nothing to confirm any more. */
function Outdated({ job }: { job: Import }) {
  const t = useTexts(texts)
  const navigate = useNavigate()
  const ask = useDiscard(job)
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      title={t('outdated')}
      description={
        <Flex vertical gap={12}>
          {t('outdated.about')}
          <Flex gap={8} wrap>
            <Button
              type="primary"
              onClick={() => void navigate(`/console/import?projectId=${job.projectId}`)}
            >
              {t('upload.again')}
            </Button>
            <Button danger onClick={() => void ask()}>
              {t('discard')}
            </Button>
          </Flex>
        </Flex>
      }
    />
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
