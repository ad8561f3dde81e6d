import { complaints as texts } from './texts.ts'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useNavigate } from 'react-router'
import { useTexts } from '../../../app/language.tsx'
import { readComplaint } from './api.ts'

/** Long enough to read a number to whoever is on the telephone. */
const seconds = 12

/**
 * Says that a complaint is on record, under which number, and leads to it. The number is given as it is written, so it is
 * asked for afterwards; where it cannot be had, the way to the complaint is still shown.
 */
export function useSayRegistered(): (complaintId: string) => void {
  const t = useTexts(texts)
  const { message } = App.useApp()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const say = (complaintId: string, words: string) => {
    const open = () => {
      message.destroy(complaintId)
      void navigate(`/console/desk/complaints/${complaintId}`)
    }
    void message.success({
      key: complaintId,
      duration: seconds,
      content: (
        <>
          {words}
          <Button type="link" size="small" onClick={open}>
            {t('registered.open')}
          </Button>
        </>
      ),
    })
  }
  return (complaintId) => {
    const read = { queryKey: ['complaints', complaintId], queryFn: () => readComplaint(complaintId) }
    queries.fetchQuery(read).then(
      ({ number }) => say(complaintId, t('registered.one', { number })),
      () => say(complaintId, t('registered')),
    )
  }
}
