import { reasonText } from '@heju/core/error-texts'
import { stoppedWork as texts } from './texts.ts'
import { useLanguage, useTexts } from '../../../app/language.tsx'
import type { Stopped } from './api.ts'

/** What a piece of work is in words: its kind, what it is about, what it holds up and why it does not get on. */
export function useWords(): (stopped: Stopped) => Record<'kind' | 'subject' | 'holds' | 'why', string> {
  const t = useTexts(texts)
  const { locale } = useLanguage()
  return ({ id, kind, facts, failure }) => {
    const named = (part: 'kind' | 'subject' | 'holds') => {
      const key = `${part}.${kind}`
      return (key in texts ? key : `${part}.other`) as keyof typeof texts
    }
    // What it is about may have gone meanwhile: its name is then left out.
    const known = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, value ?? '…']))
    return {
      kind: t(named('kind')),
      subject: t(named('subject'), { ...blanks, ...known }),
      holds: t(named('holds')),
      why: failure === 'request.internal' ? t('why.internal', { id }) : reasonText(failure, locale),
    }
  }
}

const names = [
  'project',
  'period',
  'file',
  'last4',
  'day',
  'person',
  'number',
  'place',
  'payer',
  'fen',
] as const
const blanks = Object.fromEntries(names.map((name) => [name, '…']))

/** Where the thing itself can be looked at. */
const pages: Readonly<Record<string, (id: string) => string>> = {
  'billing.run_requested': (id) => `/console/fees/runs/${id}`,
  'registry_import.confirmed': (id) => `/console/import/${id}`,
  'message.send': () => '/console/desk/messages?state=waiting',
  'reminder.send': () => '/console/fees/reminders',
  'survey.ask': () => '/console/satisfaction/surveys',
  'complaints.registered': (id) => `/console/desk/complaints/${id}`,
  'complaints.replied': (id) => `/console/desk/complaints/${id}`,
  'complaints.reopened': (id) => `/console/desk/complaints/${id}`,
  'calendar.corrected': () => '/console/settings/calendar',
  'payments.watch': () => '/console/fees/payments',
  'payments.settled': () => '/console/fees/payments',
  'job.reminders': () => '/console/fees/reminders',
  'job.complaint_clocks': () => '/console/desk/complaints?view=overdue',
  'job.complaint_revisits': () => '/console/desk/revisits',
  'job.surveys': () => '/console/satisfaction/surveys',
}

export function pageOf({ kind, subjectId }: Stopped): string | undefined {
  return pages[kind]?.(subjectId ?? '')
}
