import { importing as texts } from './texts.ts'
import { Card, Flex, Typography } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import { listChanges, type Change, type Import } from './api.ts'
import { useFieldWords } from './field-words.ts'
import { PartsTable } from './parts-table.tsx'

/** What the registry holds otherwise than the workbook says, before and after. */
export function Changes({ job: { id, revision } }: { job: Import }) {
  const t = useTexts(texts)
  const words = useFieldWords()
  return (
    <Card size="small" title={t('changes')}>
      <PartsTable<Change>
        label={t('changes')}
        queryKey={['import-changes', id, revision]}
        load={(part) => listChanges(id, part)}
        empty={t('changes.none')}
        columns={[
          { title: t('kind'), onPhone: 'name', render: (_, { kind }) => t(`change.${kind}`) },
          { title: t('which'), onPhone: 'name', dataIndex: 'name' },
          {
            title: `${t('field')}：${t('before')} → ${t('after')}`,
            onPhone: 'plain',
            render: (_, { kind, fields }) => (
              <Flex vertical>
                {fields.map(({ field, before, after }, at) => (
                  <div key={`${field} ${at}`}>
                    {words.name(field)}：
                    <Typography.Text type="secondary">{words.value(kind, field, before)}</Typography.Text>
                    {' → '}
                    <strong>{words.value(kind, field, after)}</strong>
                  </div>
                ))}
              </Flex>
            ),
          },
        ]}
      />
    </Card>
  )
}
