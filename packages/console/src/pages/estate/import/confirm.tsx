import { changesNothing, replacesCharges } from '@heju/core/estate/registry-import/shape'
import { importing as texts } from './texts.ts'
import { whoPays } from './who-pays-texts.ts'
import { Alert, App, Button, Card, Checkbox, Flex, Typography } from 'antd'
import { useState } from 'react'
import { api, ApiError } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useChosen } from '../../../parts/entered.ts'
import { useCommand } from '../../../parts/form.ts'
import type { Import } from './api.ts'
import { useNeedsRight, useNeedsRightLater } from './needs-right.ts'
import { NothingNew } from './nothing-new.tsx'
import { useDiscard } from './use-discard.tsx'

interface Props {
  job: Import
  /** Whether something was chosen on the page that was not sent: what is confirmed is what was sent. */
  unsent: boolean
}

/** What is on record by now makes another import of it: it is calculated anew, and looked at again. */
const meanwhile = {
  'registry_import.payers_meanwhile': 'again',
  'registry_import.changes_charges': 'again.charges',
  'registry_import.lots_meanwhile': 'again.lots',
} as const

function meanwhileIn(error: unknown): (typeof meanwhile)[keyof typeof meanwhile] | undefined {
  return error instanceof ApiError ? meanwhile[error.code as keyof typeof meanwhile] : undefined
}

/** Lets an import be applied as it is shown, or dropped; where nothing would be written, says why and what helps. */
export function Confirm({ job, unsent }: Props) {
  const { openQuestions } = job
  const t = useTexts(texts)
  const ask = useDiscard(job)
  const nothingNew = openQuestions === 0 && changesNothing(job.counts)
  const drop = (
    <Button danger={!nothingNew} onClick={() => void ask()}>
      {t('discard')}
    </Button>
  )
  return (
    <Card size="small">
      <Flex vertical gap={12}>
        {nothingNew ? (
          <NothingNew job={job} unsent={unsent} drop={drop} />
        ) : (
          <ToConfirm job={job} unsent={unsent}>
            {drop}
          </ToConfirm>
        )}
      </Flex>
    </Card>
  )
}

function ToConfirm({ job, unsent, children }: Props & { children: React.ReactNode }) {
  const { errors, openQuestions, revision } = job
  const open = openQuestions > 0
  const t = useTexts(texts)
  // What was ticked was ticked for what was shown: an answer since may have made nine errors of one.
  const [tickedAt, setTickedAt] = useState<number>()
  const leaveBadRows = tickedAt === revision
  useChosen(leaveBadRows)
  const { confirm, isPending } = useConfirm(job)
  const needsRight = useNeedsRight(job)
  const rows = job.tables.reduce((all, { uncharged = 0 }) => all + uncharged, 0)
  const permission = useNeedsRightLater(job, rows > 0)
  const isUnticked = errors > 0 && !leaveBadRows
  return (
    <>
      {open && <div>{t('confirm.open', { questions: openQuestions })}</div>}
      {!open && needsRight === null && <div>{t('confirm.about')}</div>}
      {needsRight !== null && (
        <Alert
          type="warning"
          showIcon
          title={t('confirm.right', needsRight)}
          description={replacesCharges(job.questions) && t('confirm.right.keep')}
        />
      )}
      {unsent && !open && <Alert type="warning" showIcon title={t('confirm.unsent')} />}
      {errors > 0 && !open && (
        <Checkbox
          checked={leaveBadRows}
          onChange={({ target }) => setTickedAt(target.checked ? revision : undefined)}
        >
          {t('leaveBadRows', { errors })}
        </Checkbox>
      )}
      {permission !== null && !open && (
        <Typography.Text type="secondary">{t('confirm.uncharged', { rows, permission })}</Typography.Text>
      )}
      <Flex gap={8} wrap>
        <Button
          type="primary"
          style={{ height: 'auto', minHeight: 32, paddingBlock: 4, whiteSpace: 'normal' }}
          disabled={open || unsent || isUnticked || needsRight !== null}
          loading={isPending}
          onClick={() => confirm({ leaveBadRows })}
        >
          {needsRight === null ? t('confirm') : t('confirm.by', needsRight)}
        </Button>
        {children}
      </Flex>
      {isUnticked && !open && <Typography.Text type="secondary">{t('confirm.tick')}</Typography.Text>}
    </>
  )
}

function useConfirm({ id, revision }: Import) {
  const t = useTexts(texts)
  const p = useTexts(whoPays)
  const { message } = App.useApp()
  const confirm = useCommand({
    command: api.imports[':importId'].confirm.$post,
    asks: (json: { leaveBadRows: boolean }) => ({ param: { importId: id }, json: { ...json, revision } }),
    refreshes: [['imports']],
    done: t('confirmed'),
    told: (error) => meanwhileIn(error) !== undefined,
  })
  const again = useCommand({
    command: api.imports[':importId'].answers.$post,
    asks: () => ({ param: { importId: id }, json: { answers: [] } }),
    refreshes: [['imports']],
  })
  return {
    isPending: confirm.isPending || again.isPending,
    confirm: (json: { leaveBadRows: boolean }) =>
      confirm.mutate(json, {
        onError: (error) => {
          const why = meanwhileIn(error)
          if (why) again.mutate(undefined, { onSuccess: () => void message.warning(p(why)) })
        },
      }),
  }
}
