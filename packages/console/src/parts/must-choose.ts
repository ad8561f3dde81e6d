import { frame } from '../app/texts.ts'
import { useTexts } from '../app/language.tsx'

/** The rule of a field in which one thing of several has to be chosen: nothing is typed there, as antd's own words say. */
export function useMustChoose() {
  const t = useTexts(frame)
  // The form puts in the field's label.
  return [{ required: true, message: t('choose.needed', { label: '${label}' }) }]
}
