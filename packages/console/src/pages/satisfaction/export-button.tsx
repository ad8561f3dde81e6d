import { satisfaction as texts } from '@heju/i18n/console/satisfaction'
import { Button } from 'antd'
import { useTexts } from '../../app/language.tsx'
import { useChange } from '../../parts/form.ts'
import { saveFile } from '../../parts/save-file.ts'

/** Saves what is shown as a workbook. */
export function ExportButton({ load, name }: { load: () => Promise<Blob>; name: string }) {
  const t = useTexts(texts)
  const save = useChange({ send: load, refreshes: [], onDone: (file) => saveFile(file, name) })
  return (
    <Button loading={save.isPending} onClick={() => save.mutate(undefined)}>
      {t('export')}
    </Button>
  )
}
