import { complaints as texts } from './texts.ts'
import type { Permission } from '@heju/core/permissions'
import { Button, Card, Flex, Typography } from 'antd'
import { useState, type ComponentType } from 'react'
import { useTexts } from '../../../app/language.tsx'
import { useMayIn } from '../../../app/session.tsx'
import { AddNote } from './add-note.tsx'
import { AgreeTime } from './agree-time.tsx'
import type { ComplaintDetail } from './api.ts'
import { ChangeMarks } from './change-marks.tsx'
import { CorrectNature } from './correct-nature.tsx'
import { HandOver } from './hand-over.tsx'
import { Recategorise } from './recategorise.tsx'
import { TellOwner } from './tell-owner.tsx'
import type { VerbProps } from './verb.ts'

type Name = 'news' | 'agree' | 'note' | 'handOver' | 'nature' | 'marks' | 'category'

/** In the order in which a day asks for them: first what the owner hears of, then what concerns staff alone. */
const verbs: readonly { name: Name; needs: Permission; Form: ComponentType<VerbProps> }[] = [
  { name: 'news', needs: 'complaints.handle', Form: TellOwner },
  { name: 'agree', needs: 'complaints.handle', Form: AgreeTime },
  { name: 'handOver', needs: 'complaints.assign', Form: HandOver },
  { name: 'note', needs: 'complaints.receive', Form: AddNote },
  { name: 'marks', needs: 'complaints.receive', Form: ChangeMarks },
  { name: 'category', needs: 'complaints.handle', Form: Recategorise },
  { name: 'nature', needs: 'complaints.assign', Form: CorrectNature },
]

/** Why something is not for now, though for whoever looks: nothing to correct yet, or nothing to be said on the way to a reply. */
function whyNotNow(name: Name, { nature, repliedAt }: ComplaintDetail) {
  if (name === 'nature' && nature === null) return 'verb.nature.early'
  if ((name === 'news' || name === 'agree') && repliedAt !== null) return 'verb.answered'
  return undefined
}

/** What can be done with a complaint at any step, each with what will come of it. Who may do nothing sees nothing. */
export function Verbs({ complaint }: { complaint: ComplaintDetail }) {
  const t = useTexts(texts)
  const may = useMayIn(complaint.projectId)
  // A form goes by what whoever opened it saw: what a colleague does meanwhile is no choice of theirs.
  const [open, setOpen] = useState<{ name: Name; complaint: ComplaintDetail }>()
  const closed = complaint.state === 'closed'
  const theirs = verbs.filter(({ name, needs }) => may(needs) && (!closed || name === 'note'))
  if (theirs.length === 0) return null
  const Open = theirs.find(({ name }) => name === open?.name)?.Form
  return (
    <Card title={t('verbs')} size="small" style={{ marginTop: 16 }}>
      {closed && <Typography.Paragraph type="secondary">{t('verbs.closed')}</Typography.Paragraph>}
      <Flex vertical gap={8}>
        {theirs.map(({ name }) => {
          const whyNot = whyNotNow(name, complaint)
          return (
            <Flex key={name} gap="0 12px" align="baseline" wrap>
              <Button
                id={`verb-${name}`}
                aria-describedby={`verb-${name}-about`}
                disabled={whyNot !== undefined}
                onClick={() => setOpen({ name, complaint })}
                style={{ minWidth: 128 }}
              >
                {t(`verb.${name}`)}
              </Button>
              <Typography.Text
                id={`verb-${name}-about`}
                type="secondary"
                style={{ flex: '1 1 200px', fontSize: 13 }}
              >
                {t(whyNot ?? `verb.${name}.about`)}
              </Typography.Text>
            </Flex>
          )
        })}
      </Flex>
      {Open !== undefined && open !== undefined && (
        <Open complaint={open.complaint} close={() => setOpen(undefined)} />
      )}
    </Card>
  )
}
