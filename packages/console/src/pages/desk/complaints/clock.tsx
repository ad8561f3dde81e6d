import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  ExclamationCircleOutlined,
  FieldTimeOutlined,
} from '@ant-design/icons'
import { complaints as texts } from './texts.ts'
import { complaintTexts } from '@heju/core/desk/complaints/texts'
import { formatInstant } from '@heju/kernel'
import { Tag, Tooltip } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import { useSession } from '../../../app/session.tsx'
import type { Complaint } from './api.ts'

type Clock = Complaint['clocks']['whole']
const looks = {
  calm: { color: 'default', icon: <ClockCircleOutlined /> },
  soon: { color: 'warning', icon: <FieldTimeOutlined /> },
  late: { color: 'error', icon: <ExclamationCircleOutlined /> },
  done: { color: 'success', icon: <CheckCircleOutlined /> },
} as const

/** How a term stands in colour, sign and word, and the instant that matters: when it ended, or until when it runs. */
export function ClockTag({ clock, which, long }: { clock: Clock; which: 'first' | 'whole'; long?: boolean }) {
  const t = useTexts(texts)
  const c = useTexts(complaintTexts)
  const { zone } = useSession().company
  const { color, icon } = looks[clock.tone]
  const { stoppedAt } = clock
  // “Done in time” says already that it is done; “late” does not.
  const stoppedWords = (at: string) => (clock.tone === 'done' ? at : t('clock.stopped', { at }))
  const due = t('clock.due', { due: formatInstant(clock.dueAt, zone) })
  const when = stoppedAt === null ? due : stoppedWords(formatInstant(stoppedAt, zone))
  const term = c(`clock.${which}`)
  return (
    <Tooltip title={`${term} · ${due}`}>
      <Tag color={color} icon={icon}>
        {long && `${term}：`}
        {c(`tone.${clock.tone}`)} {when}
      </Tag>
    </Tooltip>
  )
}
