import { expect, test } from 'vitest'
import { askAboutCharges, chargesDecided } from './ask-about-charges.ts'
import type { TariffDraft } from './draft.ts'
import { nothingSaid } from './question.ts'
import type { SecondCharge } from './tariff-port.ts'

const tariff = { key: '1', name: '物业费', source: { sheet: '房屋', row: 2 } } as TariffDraft
const charge = (roomKey: string, other: string, otherState: SecondCharge['otherState']): SecondCharge => ({
  roomKey,
  tariffKey: '1',
  other,
  otherState,
  fromOn: '2026-11-01' as SecondCharge['fromOn'],
  otherPrice: '',
  ownPrice: '',
})
const charges = [
  charge('1||101', '甲', 'active'),
  charge('1||101', '乙', 'active'),
  charge('1||102', '乙', 'active'),
  charge('1||102', '丙', 'draft'),
  charge('1||103', '丙', 'disabled'),
]

test('a room with several other charges is one room, and what charges nothing is not asked about', () => {
  const [asked] = askAboutCharges([tariff], charges, nothingSaid)
  expect(asked!.question).toMatchObject({
    rooms: 2,
    values: [
      { value: '乙', rows: 2 },
      { value: '甲', rows: 1 },
    ],
  })
  expect(askAboutCharges([tariff], charges.slice(4), nothingSaid)).toEqual([])
})

test('a room under nothing but what charges nothing does not stay as it is, and what it is under ends like the rest', () => {
  expect([...chargesDecided(charges, { 1: 'keep' }).kept]).toEqual(['1||101|1', '1||102|1'])
  expect(chargesDecided(charges, { 1: 'replace' }).replaced).toEqual(charges)
})
