import { occupancies as texts } from './texts.ts'
import { people as peopleTexts } from '../people/texts.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Select, Spin } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTexts } from '../../../app/language.tsx'
import { listPeople } from '../people/api.ts'
import { NewPerson } from '../people/new-person.tsx'

/**
 * Finds somebody of a project by name, phone or last four digits, or takes them down on the spot. The form gives value,
 * id and change.
 */
export function PersonField({
  projectId,
  ...field
}: {
  projectId: string
  id?: string
  value?: string
  onChange?: (personId: string) => void
}) {
  const t = useTexts(texts)
  const p = useTexts(peopleTexts)
  const [typed, setTyped] = useState('')
  const [adding, setAdding] = useState(false)
  const [added, setAdded] = useState<{ value: string; label: string }[]>([])
  const search = useDeferredValue(typed.trim())
  const found = useQuery({
    queryKey: ['people', projectId, 'select', search],
    queryFn: () => listPeople({ projectId, search, limit: '20' }),
    placeholderData: (before) => before,
  })
  const options = (found.data?.items ?? []).map(({ id, name, phones }) => ({
    value: id,
    label: phones[0] === undefined ? name : `${name} ${phones[0]}`,
  }))
  const known = new Set(options.map(({ value }) => value))
  return (
    <>
      <Select
        {...field}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        placeholder={t('find')}
        loading={found.isFetching}
        notFoundContent={found.isFetching ? <Spin size="small" /> : t('find.none')}
        options={[...options, ...added.filter(({ value }) => !known.has(value))]}
      />
      <Button type="link" style={{ paddingInline: 0 }} onClick={() => setAdding(true)}>
        {p('create')}
      </Button>
      {adding && (
        <NewPerson
          projectId={projectId}
          close={() => setAdding(false)}
          onCreated={(value, label) => {
            setAdded((before) => [...before, { value, label }])
            field.onChange?.(value)
          }}
        />
      )}
    </>
  )
}
