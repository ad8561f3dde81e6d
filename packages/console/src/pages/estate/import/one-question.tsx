import { useRights } from './needs-right.ts'
import { importQuestions as texts } from './question-texts.ts'
import { Alert, Radio, Select, Typography } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import { useMayIn } from '../../../app/session.tsx'
import type { Import } from './api.ts'

type Question = Import['questions'][number]

/** Choices beyond this are chosen from a list, and not looked through at once. */
const mostRadios = 6

interface OneProps {
  question: Question
  projectId: string
  value: string | null
  disabled: boolean
  onChange: (answer: string) => void
}

/** One thing that a workbook leaves open, with what stands there and what may be answered. */
export function OneQuestion({ question, projectId, value, disabled, onChange }: OneProps) {
  const t = useTexts(texts)
  const label = useLabels(question)
  const rights = useRights()
  const may = useMayIn(projectId)
  const { about, sheet, column, heading, values, choices, spaces, codes } = question
  const where = column === null ? sheet : t('questions.column', { sheet, column, heading: heading ?? '' })
  const title = t(titleOf(question), {
    sheet,
    heading: heading ?? '',
    value: values[0]?.value ?? '',
    lot: spaces?.lot ?? '',
    before: spaces?.lotOnRecord ?? '',
    spaces: spaces?.onRecord ?? codes?.count ?? 0,
    codes: firstOf(values),
  })
  const seen = useSeen(question)
  const options = choices.map((choice) => ({ value: choice, label: label(choice) }))
  return (
    <div role="group" aria-label={title}>
      <Typography.Text strong>{title}</Typography.Text>
      <div>
        <Typography.Text type="secondary">{where}</Typography.Text>
      </div>
      <div style={{ margin: '4px 0 8px', overflowWrap: 'anywhere' }}>
        {t(beforeValues[about])}
        {seen}
      </div>
      {spaces !== undefined && spaces.ofOthers > 0 && (
        <Alert type="info" showIcon style={{ marginBottom: 8 }} title={t('questions.ofOthers')} />
      )}
      {about === 'charge' && !disabled && !may('tariffs.write') && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 8 }}
          title={t('choice.needs', { permission: rights })}
        />
      )}
      {options.length <= mostRadios ? (
        <Radio.Group
          value={value}
          disabled={disabled}
          onChange={({ target }) => onChange(String(target.value))}
          options={options}
          vertical
        />
      ) : (
        <Select
          style={{ width: '100%', maxWidth: 480 }}
          aria-label={title}
          placeholder={t('questions.choose')}
          value={value}
          disabled={disabled}
          onChange={onChange}
          options={options}
          showSearch={{ optionFilterProp: 'label' }}
        />
      )}
    </div>
  )
}

const beforeValues = {
  estate: 'questions.values',
  column: 'questions.values',
  same: 'questions.differing',
  which: 'questions.values',
  sheet: 'questions.firstRow',
  charge: 'questions.charged',
  fee: 'questions.values',
  payers: 'questions.values',
  place: 'questions.values',
  lot: 'questions.spaces',
  space: 'questions.codes',
} as const

/** The first values, to be named in a title. */
function firstOf(values: Question['values']): string {
  const first = values.slice(0, 2).map(({ value }) => value)
  return `${first.join('、')}${values.length > first.length ? '…' : ''}`
}

/** One estate is asked about where it is not that of the rooms on record. */
function titleOf({ about, heading, values, spaces, codes }: Question) {
  if (about === 'fee' || about === 'payers' || about === 'place') return 'fees'
  if (about === 'lot' && (spaces?.lot === '' || spaces?.lot === spaces?.lotOnRecord))
    return 'question.lot.none'
  if (about === 'lot' && spaces?.lotOnRecord !== '') return 'question.lot.other'
  if (about === 'space') return `question.space.${codes?.doubt ?? 'new'}` as const
  if (about !== 'estate') return `question.${about}` as const
  const of = heading === null ? 'question.sheets' : 'question.estate'
  return values.length > 1 ? (of as 'question.sheets') : (`${of}.one` as const)
}

/** Values that are looked through at once. */
const mostSeen = 12

/** What stands in the file: of a sheet, and of codes that one answer is for, all; else the first, with how many there are of each. */
function useSeen({ about, values, codes }: Question): string {
  const t = useTexts(texts)
  const rowsOf = useRows()
  const isWhole = about === 'sheet' || about === 'space'
  const told = (one: Question['values'][number]) => {
    if (isWhole) return one.value
    if (about === 'charge') return t('questions.places', { value: one.value, rows: one.rows })
    return t('questions.value', { value: one.value || t('blank'), rows: rowsOf(one) })
  }
  const shown = isWhole ? values : values.slice(0, mostSeen)
  return shown.map(told).join('、') + (shown.length < (codes?.count ?? values.length) ? '…' : '')
}

/** How many rows have a value, of several sheets those of each. */
function useRows(): (value: Question['values'][number]) => string {
  const t = useTexts(texts)
  return ({ rows, sheets }) =>
    sheets === undefined ? t('rows.of', { rows }) : sheets.map((one) => t('rows.of.sheet', one)).join('、')
}

function useLabels({ values, about, codes }: Question): (choice: string) => string {
  const t = useTexts(texts)
  const rowsOf = useRows()
  return (choice) => {
    if (choice.startsWith('only:')) {
      const value = choice.slice(5)
      const told = values.find((one) => one.value === value)
      return t('choice.only', { value: value || t('blank'), rows: told ? rowsOf(told) : '' })
    }
    // A sheet is taken as a whole.
    if (choice.startsWith('take:')) {
      const [, heading = '', nth] = /^take:(.*?)(?:#(\d+))?$/s.exec(choice) ?? []
      return nth === undefined ? t('choice.column', { heading }) : t('choice.column.again', { heading, nth })
    }
    if (choice.startsWith('in:')) {
      const estate = choice.slice(3)
      return estate === '' ? t('choice.in.none') : t('choice.in', { estate })
    }
    if (choice.startsWith('is:')) {
      const key = `means.${choice.slice(3)}`
      return key in texts ? t(key as 'means.room') : choice.slice(3)
    }
    if (choice === 'ignore' && about === 'estate') return t(values.length > 1 ? 'choice.one' : 'choice.same')
    if (about === 'lot') return t(`choice.lot.${choice as 'same'}`)
    if (about === 'space')
      return t(
        `choice.space.${choice === 'right' && codes?.doubt === 'alike' ? 'alike' : (choice as 'right')}`,
      )
    return t(`choice.${choice as 'building'}`)
  }
}
