import {
  attitudes,
  categoryCodes,
  channels,
  communicativeKinds,
  complaintStates,
  effectiveGrounds,
  natures,
  procedure,
  raiseReasons,
  revisitChannels,
  revisitOutcomes,
  stepKindNames,
  stepKindsForOwners,
} from '@heju/core/desk/complaints'
import { clockTones } from '@heju/core/platform/procedure'
import { taskKindNames } from '@heju/core/platform/tasks'
import { definedErrors } from '@heju/kernel'
import { errorTexts } from '@heju/core/error-texts'
import { fill, locales, type Text } from '@heju/i18n'
import { complaintTexts } from '@heju/core/desk/complaints/texts'
import { taskTexts } from '@heju/core/platform/tasks/texts'
import { expect, test } from 'vitest'

/** What the texts are looked up by, from the one list that each kind of name has in the code. */
const names = [
  ...complaintStates.map((name) => `state.${name}`),
  ...procedure.map((name) => `procedure.${name}`),
  ...stepKindsForOwners.map((name) => `owner.${name}`),
  // The steps of the procedure are called by it.
  ...stepKindNames
    .filter((name) => !complaintStates.some((state) => state === name))
    .map((name) => `step.${name}`),
  ...[...channels, ...revisitChannels].map((name) => `channel.${name}`),
  ...natures.map((name) => `nature.${name}`),
  ...effectiveGrounds.map((name) => `ground.${name}`),
  ...communicativeKinds.map((name) => `kind.${name}`),
  ...revisitOutcomes.map((name) => `outcome.${name}`),
  ...attitudes.map((name) => `attitude.${name}`),
  ...raiseReasons.map((name) => `reason.${name}`),
  ...clockTones.map((name) => `tone.${name}`),
  ...categoryCodes.map((name) => `category.${name}`),
]

test('every state, step, channel and category of a complaint has its text', () => {
  const texts: Record<string, Text> = complaintTexts
  expect(names.filter((name) => texts[name] === undefined)).toEqual([])
})

test('every kind of task has a text that its parameters fill', () => {
  const params = {
    number: 'TS-20261122-0001',
    place: '3栋大堂',
    dimension: 'quiet',
    rooms: '3栋-2单元-101',
    amount: '¥264.77',
    count: 12,
  }
  for (const kind of taskKindNames)
    for (const locale of locales) expect(fill(taskTexts[kind], locale, params), kind).not.toMatch(/[{}]/)
})

test('every refusal about complaints, photos, tasks and the calendar says what to do', () => {
  const ours = definedErrors().filter(({ code }) => /^(complaints|files|tasks|calendar)\./.test(code))
  expect(ours.length).toBeGreaterThan(20)
  expect(ours.map(({ code }) => code).filter((code) => errorTexts[code] === undefined)).toEqual([])
})
