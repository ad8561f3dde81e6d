import { complaints as texts } from './texts.ts'
import { complaintTexts } from '@heju/core/desk/complaints/texts'
import { formatInstant } from '@heju/kernel'
import { useQuery } from '@tanstack/react-query'
import { Typography } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import { useSession } from '../../../app/session.tsx'
import { listCategories, type ComplaintDetail } from './api.ts'
import { useCategoryName } from './category-name.ts'
import { useColleagues } from './holders.ts'

type Step = ComplaintDetail['steps'][number]

/** What was decided at a step, beside what somebody wrote: to whom it was given, until when, from what to what. */
export function Decided({ step, projectId }: { step: Step; projectId: string }) {
  const say = useSay(projectId)
  const words = say(step)
  if (words.length === 0) return null
  return <Typography.Text style={{ display: 'block', margin: '4px 0' }}>{words.join('；')}</Typography.Text>
}

function useSay(projectId: string): (step: Step) => string[] {
  const t = useTexts(texts)
  const c = useTexts(complaintTexts)
  const { zone } = useSession().company
  const colleagues = useColleagues(projectId)
  const categoryName = useCategoryName()
  const categories = useQuery({ queryKey: ['complaint-categories'], queryFn: listCategories }).data
    ?.categories
  const colleague = (id: unknown) => colleagues.find((each) => each.id === id)?.name
  const category = (id: unknown) => {
    const found = categories?.find((each) => each.id === id)
    return found && categoryName(found)
  }
  const change = (from: string | undefined, to: string | undefined) =>
    to === undefined ? [] : [from === undefined ? `→ ${to}` : `${from} → ${to}`]
  const moment = (at: unknown) => (typeof at === 'number' ? formatInstant(at, zone) : undefined)
  const nature = (of: unknown, kind: unknown) => {
    if (of !== 'effective' && of !== 'communicative') return undefined
    const more = [`kind.${String(kind)}`, `ground.${String(kind)}`].find((key) => key in complaintTexts)
    const words = c(`nature.${of}`)
    return more === undefined ? words : `${words} · ${c(more as keyof typeof complaintTexts)}`
  }
  return ({ kind, detail }) => {
    const { from, to, agreedAt, nextUpdateAt } = detail
    if (kind === 'handed_over' || kind === 'answerer_changed' || kind === 'assigned')
      return change(colleague(from), colleague(to))
    if (kind === 'recategorised') return change(category(from), category(to))
    if (kind === 'nature_changed')
      return change(
        nature(from, detail['fromKind']),
        nature(detail['nature'], detail['kind'] ?? detail['ground']),
      )
    if (kind === 'agreed' || kind === 'words') {
      const [until, next] = [moment(agreedAt), moment(nextUpdateAt)]
      return [
        ...(until === undefined ? [] : [t('decided.agreed', { at: until })]),
        ...(next === undefined ? [] : [t('decided.next', { at: next })]),
      ]
    }
    if (kind === 'flagged')
      return (['emergency', 'major', 'special'] as const)
        .filter((mark) => typeof detail[mark] === 'boolean')
        .map((mark) => t(detail[mark] === true ? 'decided.on' : 'decided.off', { mark: t(`mark.${mark}`) }))
    return []
  }
}
