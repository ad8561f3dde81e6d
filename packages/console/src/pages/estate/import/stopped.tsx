import { importing as texts } from './texts.ts'
import { Alert, Button, Flex } from 'antd'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMayIn } from '../../../app/session.tsx'
import { useCommand } from '../../../parts/form.ts'
import type { Import } from './api.ts'
import { useNeedsRight } from './needs-right.ts'
import { useDiscard } from './use-discard.tsx'

/** Reasons that trying again meets again: the file is to be read anew, against what there is by now. */
const standing = [
  'registry_import.refused',
  'registry_import.tariffs_meanwhile',
  'registry_import.charged_meanwhile',
  'registry_import.owned_meanwhile',
  'registry_import.buildings_meanwhile',
  'registry_import.rooms_meanwhile',
  'registry_import.lots_meanwhile',
]

/** Why an import stopped, what it has written, and the two ways on, first the one that may help; and who may take it. */
export function Stopped({ job }: { job: Import }) {
  const { id, progress, failure, failedStage, failureMessage } = job
  const t = useTexts(texts)
  const discard = useDiscard(job)
  const needsRight = useNeedsRight(job)
  const retry = useCommand({
    command: api.imports[':importId'].retry.$post,
    asks: (importId: string) => ({ param: { importId } }),
    refreshes: [['imports']],
    done: t('retried'),
  })
  const may = useMayIn(job.projectId)
  const isAllowed = failure === 'registry_import.changes_charges' && needsRight === null
  const why = isAllowed
    ? t(may('tariffs.write') ? 'stopped.allowed' : 'stopped.over')
    : needsRight === null || needsRight.charges === ''
      ? failureMessage
      : t('stopped.right', needsRight)
  const anew = failure !== null && standing.includes(failure)
  const stage = failedStage === null ? t('stopped.somewhere') : t(`stage.${failedStage}`)
  return (
    <Alert
      type="error"
      showIcon
      title={t('stopped', { stage, percent: Math.floor(progress * 100) })}
      description={
        <Flex vertical gap={12}>
          <div>{anew ? failureMessage : why}</div>
          <div>{t(anew ? 'stopped.anew' : 'stopped.next')}</div>
          <Flex gap={8} wrap>
            {anew ? (
              <Button type="primary" danger onClick={discard}>
                {t('discard')}
              </Button>
            ) : (
              <>
                <Button
                  type="primary"
                  style={{ height: 'auto', minHeight: 32, paddingBlock: 4, whiteSpace: 'normal' }}
                  disabled={needsRight !== null}
                  loading={retry.isPending}
                  onClick={() => retry.mutate(id)}
                >
                  {needsRight === null ? t('retry') : t('stopped.by', needsRight)}
                </Button>
                <Button danger onClick={discard}>
                  {t('discard')}
                </Button>
              </>
            )}
          </Flex>
        </Flex>
      }
    />
  )
}
