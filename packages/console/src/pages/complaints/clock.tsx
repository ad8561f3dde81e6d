import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  ExclamationCircleOutlined,
  FieldTimeOutlined,
} from '@ant-design/icons'
import { complaintTexts } from '@heju/i18n/texts/complaints'
import { Tag, Tooltip } from 'antd'
import { useTexts } from '../../app/language.tsx'
import { When } from '../../parts/figures.tsx'
import type { Complaint } from './api.ts'

type Clock = Complaint['clocks']['whole']
const looks = {
  calm: { color: 'default', icon: <ClockCircleOutlined /> },
  soon: { color: 'warning', icon: <FieldTimeOutlined /> },
  late: { color: 'error', icon: <ExclamationCircleOutlined /> },
  done: { color: 'success', icon: <CheckCircleOutlined /> },
} as const

/** A term with the instant at which it ends: colour, sign and word say how it stands. */
export function ClockTag({ clock, which }: { clock: Clock; which: 'first' | 'whole' }) {
  const c = useTexts(complaintTexts)
  const { color, icon } = looks[clock.tone]
  return (
    <Tooltip title={`${c(`clock.${which}`)} · ${c(`tone.${clock.tone}`)}`}>
      <Tag color={color} icon={icon}>
        <When at={clock.dueAt} />
      </Tag>
    </Tooltip>
  )
}
