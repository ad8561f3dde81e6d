import { heldOn } from '@heju/core/estate/organisation/shape'
import { addDays, type CivilDate } from '@heju/kernel'
import { Drawer, Flex, Tag, Timeline, Typography } from 'antd'
import { organisation as texts } from './texts.ts'
import { useTexts } from '../../../app/language.tsx'
import { useToday } from '../../../parts/organisation.ts'

/** What held from a day on, by its name; from the beginning where the day is null. */
export interface Held {
  fromOn: string | null
  name: string
}

/** Where something stood, stands and will stand, the latest first. */
export function History({
  name,
  parts,
  close,
}: {
  name: string
  parts: readonly { title: string; held: readonly Held[] }[]
  close: () => void
}) {
  const t = useTexts(texts)
  return (
    <Drawer
      title={t('history.title', { name })}
      open
      onClose={close}
      size={480}
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      {parts.map(({ title, held }) => (
        <section key={title}>
          <Typography.Title level={2} style={{ fontSize: 16 }}>
            {title}
          </Typography.Title>
          <Stretches held={held} />
        </section>
      ))}
    </Drawer>
  )
}

function Stretches({ held }: { held: readonly Held[] }) {
  const t = useTexts(texts)
  const today = useToday()
  const present = heldOn(held, today)
  const items = held.map((row, i) => {
    const next = held[i + 1]?.fromOn
    const since = row.fromOn === null ? t('history.first') : t('history.since', { day: row.fromOn })
    const until = next ? t('history.until', { day: addDays(next as CivilDate, -1) }) : ''
    const isPlanned = (row.fromOn ?? '') > today
    return {
      key: row.fromOn ?? '',
      color: row === present ? 'green' : 'gray',
      content: (
        <Flex vertical>
          <Flex gap={8} wrap>
            <span>{row.name}</span>
            {row === present && <Tag color="success">{t('history.now')}</Tag>}
            {isPlanned && <Tag color="warning">{t('history.planned')}</Tag>}
          </Flex>
          <Typography.Text type="secondary">
            {since} {until}
          </Typography.Text>
        </Flex>
      ),
    }
  })
  return <Timeline items={items.toReversed()} />
}
