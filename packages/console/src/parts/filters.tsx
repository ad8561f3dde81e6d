import { frame } from '../app/texts.ts'
import { Button, Flex, Input, Select, Typography } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { useTexts } from '../app/language.tsx'
import { useFilter } from './address.ts'
import { isDayOfOurTime, isMonthOfOurTime } from './address-values.ts'
import { useProjects } from './projects.ts'

/** What narrows a list, each thing as what it is, and a way to drop all of it. @param names in the address */
export function Filters({ names, children }: { names: readonly string[]; children: ReactNode }) {
  const t = useTexts(frame)
  const [filter, setFilter] = useFilter(names)
  const narrowed = Object.keys(filter).length > 0
  return (
    <Flex gap={8} wrap align="center" className="no-print" style={{ marginBottom: 16 }}>
      {children}
      {narrowed && (
        <Button
          type="link"
          style={{ paddingInline: 4 }}
          onClick={() => setFilter(Object.fromEntries(names.map((name) => [name, undefined])))}
        >
          {t('filters.clear')}
        </Button>
      )}
    </Flex>
  )
}

/** One of several things, kept in the address. */
export function ChoiceFilter<V extends string>({
  name,
  label,
  options,
}: {
  name: string
  label: string
  options: readonly { value: V; label: string }[]
}) {
  const [filter, setFilter] = useFilter([name])
  return (
    <Select
      aria-label={label}
      placeholder={label}
      allowClear
      value={options.find(({ value }) => value === filter[name])?.value ?? null}
      onChange={(value) => setFilter({ [name]: value ?? undefined })}
      options={[...options]}
      showSearch={options.length > 8 ? { optionFilterProp: 'label' } : false}
      popupMatchSelectWidth={false}
      style={{ minWidth: 130 }}
    />
  )
}

/** The project, kept in the address; absent for who works in one only. */
export function ProjectFilter() {
  const t = useTexts(frame)
  const projects = useProjects()
  if (projects.length < 2) return null
  const options = projects.map(({ id, name }) => ({ value: id, label: name }))
  return <ChoiceFilter name="projectId" label={t('project.all')} options={options} />
}

const width = 150

/**
 * A day or a month, kept in the address as soon as it is one: browsers without a picker for months have it typed letter by
 * letter, and until it is whole it stands in the field alone.
 * @param otherwise what it is where the address says nothing
 * @param wrong what is the matter with it as it stands
 */
export function DateFilter({
  name,
  label,
  type,
  otherwise = '',
  max,
  wrong,
}: {
  name: string
  label: string
  type: 'date' | 'month'
  otherwise?: string
  max?: string
  wrong?: string | undefined
}) {
  const f = useTexts(frame)
  const check = type === 'month' ? isMonthOfOurTime : isDayOfOurTime
  const [filter, setFilter] = useFilter([name], { [name]: check })
  const kept = filter[name] ?? otherwise
  const [typed, setTyped] = useState<{ text: string; over: string; left?: boolean }>()
  // What came into the address meanwhile, by a link or by going back, stands instead of what was begun.
  const text = typed?.over === kept ? typed.text : kept
  const help =
    text !== kept && typed?.left === true ? f(type === 'month' ? 'filter.month' : 'filter.day') : wrong
  const helpId = useId()
  const change = (next: string) => {
    const whole = check(next)
    setTyped(whole ? undefined : { text: next, over: next === '' ? otherwise : kept })
    if (whole || next === '') setFilter({ [name]: next })
  }
  return (
    <Flex vertical>
      <Input
        type={type}
        aria-label={label}
        title={label}
        value={text}
        {...(max !== undefined && { max })}
        // An empty one shows dashes, on a phone nothing else: it has to say of what.
        {...(otherwise === '' && { prefix: label })}
        {...(help !== undefined && { status: 'error', 'aria-invalid': true, 'aria-describedby': helpId })}
        onChange={(event) => change(event.target.value)}
        onBlur={() => setTyped(typed?.text === '' ? undefined : typed && { ...typed, left: true })}
        style={otherwise === '' ? { width: 'fit-content', minWidth: width } : { width }}
      />
      {help !== undefined && (
        <Typography.Text id={helpId} type="danger" role="status" style={{ fontSize: 12, maxWidth: width }}>
          {help}
        </Typography.Text>
      )}
    </Flex>
  )
}

/** What a link narrowed a list to, in words; taking it away shows all again. */
export function GivenFilter({ name, label }: { name: string; label: string }) {
  const [filter, setFilter] = useFilter([name])
  if (filter[name] === undefined) return null
  return (
    <Button onClick={() => setFilter({ [name]: undefined })}>
      {label} <span aria-hidden="true">×</span>
    </Button>
  )
}
