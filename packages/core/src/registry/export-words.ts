import { translator, type Locale } from '@heju/i18n'
import { registryTexts } from '@heju/i18n/texts/registry'
import type { RoomExportWords } from './export-rooms.ts'
import type { SpaceExportWords } from './export-parking-spaces.ts'

/** Headings and words of a list of rooms that people download, in their language: words that an import understands. */
export function roomExportWords(locale: Locale): RoomExportWords {
  const t = translator(registryTexts, locale)
  return {
    sheet: t('export.rooms'),
    headings: [
      t('export.room'),
      t('export.building'),
      t('export.unit'),
      t('export.number'),
      t('export.floor'),
      t('export.area'),
      t('export.use'),
      t('export.state'),
      t('export.owners'),
      t('export.phones'),
    ],
    use: (use) => t(`use.${use}` as 'use.other'),
    state: (state) => t(`state.${state}` as 'state.vacant'),
  }
}

/** The same for parking spaces. */
export function spaceExportWords(locale: Locale): SpaceExportWords {
  const t = translator(registryTexts, locale)
  return {
    sheet: t('export.spaces'),
    headings: [
      t('export.lot'),
      t('export.code'),
      t('export.kind'),
      t('export.tenure'),
      t('export.holders'),
      t('export.phones'),
      t('export.plates'),
    ],
    kind: (kind) => t(`parking.${kind}` as 'parking.ground'),
    tenure: (tenure) => t(`tenure.${tenure}` as 'tenure.owned'),
  }
}
