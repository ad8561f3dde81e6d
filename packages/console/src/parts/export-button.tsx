import { DownloadOutlined } from '@ant-design/icons'
import { frame } from '../app/texts.ts'
import type { FileAnswer } from '../app/api.ts'
import { useTexts } from '../app/language.tsx'
import { useMay } from '../app/session.tsx'
import { DownloadButton } from './download-button.tsx'

/** Saves the whole of a list as a workbook: all that its filter finds, and not only what is shown of it. */
export function ExportButton({
  load,
  label,
  refreshes,
}: {
  load: () => FileAnswer
  label?: string
  refreshes?: readonly (readonly unknown[])[]
}) {
  const t = useTexts(frame)
  const may = useMay()
  if (!may('exports.create')) return null
  return (
    <DownloadButton icon={<DownloadOutlined />} load={load} refreshes={refreshes} done={t('exported')}>
      {label ?? t('export')}
    </DownloadButton>
  )
}
