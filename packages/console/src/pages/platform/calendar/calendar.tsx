import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { calendar as texts } from './texts.ts'
import { addMonths, civilDateOf, type CivilDate, type Period } from '@heju/kernel'
import { color } from '@heju/look'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Card, Flex, Tag, Typography } from 'antd'
import { useState, type CSSProperties } from 'react'
import { useTexts } from '../../../app/language.tsx'
import { useMay, useSession } from '../../../app/session.tsx'
import { useFilter } from '../../../parts/address.ts'
import { Page } from '../../../parts/page.tsx'
import { Failure, Loading } from '../../../parts/states.tsx'
import { listCalendar, type CalendarYear } from './api.ts'
import './calendar.css'
import { CorrectDay } from './correct-day.tsx'
import { Month } from './month.tsx'

/** As far as the API goes. */
const [firstYear, lastYear] = [2020, 2100]
const colors = {
  '--day-ink': color.ink,
  '--day-faint': color.inkFaint,
  '--day-rest': color.doneSoft,
  '--day-rest-ink': color.done,
  '--day-work': color.warningSoft,
  '--day-work-ink': color.warning,
} as CSSProperties

export function Component() {
  const t = useTexts(texts)
  const { company } = useSession()
  const [today] = useState(() => civilDateOf(Date.now(), company.zone))
  const [filter, setFilter] = useFilter(['year'])
  const asked = Number(filter.year ?? today.slice(0, 4))
  const year = asked >= firstYear && asked <= lastYear ? Math.trunc(asked) : Number(today.slice(0, 4))
  const days = useQuery({ queryKey: ['calendar', year], queryFn: () => listCalendar(year) })
  const go = (to: number) => setFilter({ year: String(to) })
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        <Flex gap={8} align="center">
          <Button
            icon={<LeftOutlined />}
            aria-label={t('year.before')}
            disabled={year <= firstYear}
            onClick={() => go(year - 1)}
          />
          <Typography.Text strong aria-live="polite">
            {t('year', { year: String(year) })}
          </Typography.Text>
          <Button
            icon={<RightOutlined />}
            aria-label={t('year.after')}
            disabled={year >= lastYear}
            onClick={() => go(year + 1)}
          />
        </Flex>
      }
    >
      {days.isPending ? (
        <Loading />
      ) : days.isLoadingError ? (
        <Failure error={days.error} retry={() => void days.refetch()} />
      ) : (
        <Year calendar={days.data} today={today} />
      )}
    </Page>
  )
}

function Year({
  calendar: { year, provisional, days },
  today,
}: {
  calendar: CalendarYear
  today: CivilDate
}) {
  const t = useTexts(texts)
  const may = useMay()
  const [chosen, setChosen] = useState<CivilDate>()
  const named = new Map(days.map((day) => [day.onDay, day]))
  const january = `${year}-01` as Period
  return (
    <div style={colors}>
      {provisional && (
        <Alert
          type="warning"
          showIcon
          title={t('provisional', { year: String(year) })}
          description={t('provisional.about', { year: String(year) })}
          style={{ marginBottom: 16 }}
        />
      )}
      <Legend />
      <div className="year">
        {Array.from({ length: 12 }, (_, i) => addMonths(january, i)).map((period) => (
          <Card key={period} size="small">
            <Month
              period={period}
              named={named}
              today={today}
              {...(may('company.settings') ? { choose: setChosen } : {})}
            />
          </Card>
        ))}
      </div>
      <Corrected days={days} />
      {chosen !== undefined && (
        <CorrectDay key={chosen} day={chosen} known={named.get(chosen)} close={() => setChosen(undefined)} />
      )}
    </div>
  )
}

function Legend() {
  const t = useTexts(texts)
  return (
    <Flex gap={12} wrap style={{ marginBottom: 16 }} role="group" aria-label={t('legend')}>
      <Tag color="success">{t('legend.rest')}</Tag>
      <Tag color="warning">{t('legend.work')}</Tag>
      <Tag>{t('legend.corrected')}</Tag>
    </Flex>
  )
}

function Corrected({ days }: { days: CalendarYear['days'] }) {
  const t = useTexts(texts)
  const changed = days.filter((day) => day.corrected)
  return (
    <section style={{ marginTop: 24 }}>
      <Typography.Title level={2} style={{ fontSize: 16 }}>
        {t('corrected')}
      </Typography.Title>
      {changed.length === 0 ? (
        <Typography.Text type="secondary">{t('corrected.none')}</Typography.Text>
      ) : (
        <ul style={{ paddingInlineStart: 20, margin: 0 }}>
          {changed.map(({ onDay, kind, name }) => (
            <li key={onDay}>{[onDay, t(`day.${kind}`), name].filter(Boolean).join(' · ')}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
