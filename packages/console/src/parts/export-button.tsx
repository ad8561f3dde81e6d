import { DownloadOutlined } from '@ant-design/icons'
import { frame } from '@heju/i18n/console/frame'
import { Button } from 'antd'
import type { NamedFile } from '../app/api.ts'
import { useTexts } from '../app/language.tsx'
import { useMay } from '../app/session.tsx'
import { useChange } from './form.ts'
import { saveFile } from './save-file.ts'

/** Saves the whole of a list as a workbook: all that its filter finds, and not only what is shown of it. */
export function ExportButton({ load, label }: { load: () => Promise<NamedFile>; label?: string }) {
  const t = useTexts(frame)
  const may = useMay()
  const save = useChange({ send: load, refreshes: [], onDone: ({ file, name }) => saveFile(file, name) })
  if (!may('exports.create')) return null
  return (
    <Button icon={<DownloadOutlined />} loading={save.isPending} onClick={() => save.mutate(undefined)}>
      {label ?? t('export')}
    </Button>
  )
}
