import { Card } from 'antd'
import { Link } from 'react-router'
import { useTexts } from '../../../app/language.tsx'
import { When } from '../../../parts/figures.tsx'
import { List } from '../../../parts/list.tsx'
import { listHeld, type HeldThing, type Holdings } from './api.ts'
import { handOverTexts as texts } from './hand-over-texts.ts'

/** The things behind a count of what somebody holds. */
export function HeldThings({ staffId, group }: { staffId: string; group: Holdings['groups'][number] }) {
  const t = useTexts(texts)
  const { kind, projectId, projectName, count } = group
  const name = `${t(`kind.${kind}`)} · ${projectName ?? t('project.none')} · ${count}`
  return (
    <Card size="small" title={name}>
      <List<HeldThing>
        size="small"
        queryKey={['held', staffId, kind, projectId]}
        load={(after) =>
          listHeld(staffId, { kind, ...(projectId && { projectId }), ...(after && { after }) })
        }
        empty={t('things.empty')}
        columns={[
          {
            title: t('thing'),
            render: (_, { id, title }) =>
              id.startsWith('cmpl_') ? <Link to={`/console/desk/complaints/${id}`}>{title}</Link> : title,
          },
          { title: t('due'), render: (_, { dueAt }) => <When at={dueAt} /> },
        ]}
      />
    </Card>
  )
}
