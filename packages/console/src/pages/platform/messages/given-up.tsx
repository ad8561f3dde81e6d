import { reasonText } from '@heju/core/error-texts'
import { messages as texts } from './texts.ts'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { api, call } from '../../../app/api.ts'
import { useLanguage, useTexts } from '../../../app/language.tsx'
import { useFilter } from '../../../parts/address.ts'
import { ChoiceFilter } from '../../../parts/filters.tsx'
import { useAskFirst } from '../../../parts/ask-first.ts'
import { useCommand } from '../../../parts/form.ts'

/** As many as the API sends again at one press. */
const mostAtOnePress = 500

/** The reason to which the list is narrowed, and, of those that were given up for it, one press to send them again. */
export function GivenUp({ purpose }: { purpose: string | undefined }) {
  const t = useTexts(texts)
  const { locale } = useLanguage()
  const askFirst = useAskFirst()
  const [{ failure }] = useFilter(['failure'])
  const about = purpose === undefined ? {} : { purpose }
  const failures =
    useQuery({
      queryKey: ['messages', 'failures', about],
      queryFn: () => call(api.messages.failures.$get({ query: about })),
    }).data?.failures ?? []
  const resend = useCommand({
    command: api.messages.resend.$post,
    asks: (json: { failure: string; purpose?: string }) => ({ json }),
    refreshes: [['messages'], ['today']],
    done: t('resent'),
  })
  const chosen = failures.find((one) => one.failure === failure)
  const confirm = (reason: string, count: number) =>
    askFirst({
      title: t('resendAll', { count }),
      content: t('resendAll.about', { reason: reasonText(reason, locale), count, most: mostAtOnePress }),
      okText: t('resendAll', { count: Math.min(count, mostAtOnePress) }),
      onOk: () => resend.mutateAsync({ failure: reason, ...about }),
    })
  if (failures.length === 0 && failure === undefined) return null
  return (
    <>
      <ChoiceFilter
        name="failure"
        label={t('failure.any')}
        options={failures.map((one) => ({
          value: one.failure,
          label: t('failure.one', { reason: reasonText(one.failure, locale), count: one.messages }),
        }))}
      />
      {chosen !== undefined && (
        <Button loading={resend.isPending} onClick={() => confirm(chosen.failure, chosen.messages)}>
          {t('resendAll', { count: chosen.messages })}
        </Button>
      )}
    </>
  )
}
