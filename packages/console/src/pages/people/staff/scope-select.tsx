import { TreeSelect } from 'antd'
import { useState } from 'react'
import { scopesFound, settledScopes } from './scope-choices.ts'
import { scopeOf, wholeCompany } from './scope-values.ts'
import { useScopeChoices, useScopeWords } from './scopes.ts'

interface Chosen {
  value: string
  label: string
}

/** Chooses where a role holds: the whole company, units with what stands under them, projects one by one. */
export function ScopeSelect({
  value = [],
  onChange,
  id,
}: {
  id?: string
  value?: string[]
  onChange?: (scopes: string[]) => void
}) {
  const choices = useScopeChoices()
  const words = useScopeWords()
  const [typed, setTyped] = useState('')
  return (
    <TreeSelect<Chosen[]>
      {...(id === undefined ? {} : { id })}
      multiple
      // With their words: while something is sought the tree has only what was found, and never what is closed. What was
      // chosen would stand by its id.
      labelInValue
      value={value.map((scope) => ({ value: scope, label: words(scopeOf(scope)) }))}
      onChange={(next) =>
        onChange?.(
          settledScopes(
            choices,
            next.map((one) => one.value),
            value,
          ),
        )
      }
      // What is found stands by itself: what it stands under would be chosen by the next arrow key.
      treeData={typed === '' ? choices : scopesFound(choices, typed)}
      treeDefaultExpandedKeys={[wholeCompany, ...value]}
      showSearch={{ filterTreeNode: false, searchValue: typed, onSearch: setTyped }}
      popupMatchSelectWidth={false}
    />
  )
}
