import { Radio } from 'antd'
import type { KeyboardEvent } from 'react'

/** One thing to choose, with the digit that chooses it. */
export interface DigitOption<V> {
  digit: number
  value: V
  label: string
}

/** Marks what a digit leads on to. */
export const leadsOn = { 'data-leads-on': true } as const

/**
 * One of a few things, chosen by its digit as well: then what is asked next has the focus, so that somebody on the phone
 * needs one hand and no mouse.
 */
export function DigitChoice<V extends string | number>({
  label,
  options,
  value,
  onChange,
  autoFocus = false,
  ...field
}: {
  /** What is asked, for who does not see it. */
  label: string
  options: readonly DigitOption<V>[]
  value?: V
  onChange?: (value: V) => void
  autoFocus?: boolean
  id?: string
  'aria-required'?: boolean
}) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const chosen = options.find(({ digit }) => String(digit) === event.key)
    if (chosen === undefined) return
    event.preventDefault()
    onChange?.(chosen.value)
    focusAfter(event.currentTarget)
  }
  return (
    // The radios within have the focus; the digits are theirs.
    <div {...leadsOn} role="presentation" onKeyDown={onKeyDown}>
      <Radio.Group
        {...field}
        aria-label={label}
        optionType="button"
        buttonStyle="solid"
        block
        value={value ?? null}
        onChange={(event) => onChange?.(event.target.value as V)}
      >
        {options.map((option, at) => (
          <Radio.Button key={option.value} value={option.value} autoFocus={autoFocus && at === 0}>
            {option.label}
          </Radio.Button>
        ))}
      </Radio.Group>
    </div>
  )
}

/** Focuses what is asked after `here` in the same form: of a choice what is chosen, else the first. */
function focusAfter(here: HTMLElement): void {
  const all = [...(here.closest('form')?.querySelectorAll<HTMLElement>('[data-leads-on]') ?? [])]
  const next = all[all.indexOf(here) + 1]
  if (next === undefined) return
  const within = next.querySelector<HTMLElement>('input:checked') ?? next.querySelector<HTMLElement>('input')
  const target = within ?? next
  target.focus()
  target.closest('.ant-form-item')?.scrollIntoView({ block: 'nearest' })
}
