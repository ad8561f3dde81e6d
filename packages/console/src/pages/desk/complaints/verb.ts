import { complaints as texts } from './texts.ts'
import type { FormInstance } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import type { Keyed } from '../../../app/api.ts'
import { useCommand } from '../../../parts/form.ts'
import type { ComplaintDetail } from './api.ts'

/** What the form of something that is done with a complaint, beside the steps of its procedure, is given. */
export interface VerbProps {
  complaint: ComplaintDetail
  close: () => void
}

type Command<I, A extends { header: Keyed }, O> = Parameters<typeof useCommand<I, A, O>>[0]

/** Something that is done with a complaint, beside the steps of its procedure; its form goes when it is done. */
export function useVerb<I, A extends { header: Keyed }, O>(
  form: FormInstance,
  close: () => void,
  more: Pick<Command<I, A, O>, 'command' | 'asks' | 'fieldOf'>,
) {
  const t = useTexts(texts)
  return useCommand<I, A, O>({
    ...more,
    refreshes: [['complaints'], ['tasks']],
    form,
    done: t('done'),
    onDone: close,
  })
}
