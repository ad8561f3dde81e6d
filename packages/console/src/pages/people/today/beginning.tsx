import { CheckCircleFilled } from '@ant-design/icons'
import { today as texts } from './texts.ts'
import type { Permission } from '@heju/core/permissions'
import { useQuery } from '@tanstack/react-query'
import { Card, Flex, Typography } from 'antd'
import { Link } from 'react-router'
import { api, call } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'

const load = () => call(api.tasks.beginning.$get())
type Step = Awaited<ReturnType<typeof load>>['steps'][number]

/** Where each step is done, and what it takes. */
const ways: Record<Step['step'], { to: string; needs: Permission }> = {
  project: { to: '/console/projects', needs: 'projects.manage' },
  rooms: { to: '/console/import', needs: 'registry.import' },
  tariff: { to: '/console/fees/tariffs', needs: 'tariffs.write' },
  bills: { to: '/console/fees/runs', needs: 'bills.run' },
}

/** What is done once the company works, by whoever may. */
const after: Record<'merchant' | 'staff', { to: string; needs: Permission }> = {
  merchant: { to: '/console/settings/merchant', needs: 'merchant.write' },
  staff: { to: '/console/settings/staff', needs: 'staff.manage' },
}

const useSteps = () =>
  useQuery({ queryKey: ['tasks', 'beginning'], queryFn: load, refetchOnMount: 'always' }).data?.steps

/** Whether all that a company does first is done, also where nobody can say otherwise. */
export function useBegun(): boolean {
  return useSteps()?.every(({ done }) => done) ?? true
}

/** What a new company does first, in its order, each step with the way to it; nothing once all is done. */
export function Beginning() {
  const t = useTexts(texts)
  const may = useMay()
  const steps = useSteps()
  if (steps === undefined || steps.every(({ done }) => done)) return null
  const next = steps.find(({ done }) => !done)?.step
  return (
    <Card size="small" title={t('begin')} style={{ marginBottom: 24, maxWidth: 560 }}>
      <Typography.Paragraph type="secondary">{t('begin.about')}</Typography.Paragraph>
      <ol style={{ margin: 0, paddingInlineStart: 24, display: 'grid', gap: 12 }}>
        {steps.map(({ step, done }) => (
          <li key={step} aria-current={step === next ? 'step' : undefined}>
            <Flex gap={8} align="center" wrap>
              {may(ways[step].needs) && !done ? (
                <Link to={ways[step].to} style={{ fontWeight: step === next ? 600 : 400 }}>
                  {t(`begin.${step}`)}
                </Link>
              ) : (
                <span>{t(`begin.${step}`)}</span>
              )}
              <Typography.Text type={done ? 'success' : 'secondary'}>
                {done && <CheckCircleFilled aria-hidden="true" />} {t(done ? 'begin.done' : 'begin.open')}
              </Typography.Text>
            </Flex>
          </li>
        ))}
      </ol>
      <Then />
    </Card>
  )
}

/** What lets owners pay online and colleagues join in; without it a company bills, but works alone and takes cash. */
function Then() {
  const t = useTexts(texts)
  const may = useMay()
  const theirs = (['merchant', 'staff'] as const).filter((each) => may(after[each].needs))
  if (theirs.length === 0) return null
  return (
    <>
      <Typography.Paragraph type="secondary" style={{ margin: '16px 0 8px' }}>
        {t('begin.then')}
      </Typography.Paragraph>
      <ul style={{ margin: 0, paddingInlineStart: 24, display: 'grid', gap: 12 }}>
        {theirs.map((each) => (
          <li key={each}>
            <Link to={after[each].to}>{t(`begin.then.${each}`)}</Link>
          </li>
        ))}
      </ul>
    </>
  )
}
