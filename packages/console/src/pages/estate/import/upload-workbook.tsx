import { FileExcelOutlined } from '@ant-design/icons'
import { importing as texts } from './texts.ts'
import { Upload } from 'antd'
import { useNavigate } from 'react-router'
import { useTexts } from '../../../app/language.tsx'
import { useChange } from '../../../parts/form.ts'
import { useIdOfFile } from '../../../parts/ids.ts'
import { uploadWorkbook } from './api.ts'

/** Where a workbook is dropped or chosen; what it would do is shown on the page of the import. */
export function UploadWorkbook({ projectId }: { projectId: string }) {
  const t = useTexts(texts)
  const navigate = useNavigate()
  const idOf = useIdOfFile('imp')
  const upload = useChange({
    send: uploadWorkbook,
    refreshes: [['imports']],
    onDone: ({ id }) => void navigate(`/console/import/${id}`),
  })
  return (
    <Upload.Dragger
      accept=".xlsx,.csv,.xls,.htm,.html"
      showUploadList={false}
      height={220}
      disabled={upload.isPending}
      customRequest={({ file }) => {
        if (file instanceof File) upload.mutate({ importId: idOf(file), projectId, file })
      }}
    >
      <p aria-hidden style={{ fontSize: 40, margin: 8 }}>
        <FileExcelOutlined />
      </p>
      <p role="status" style={{ fontSize: 16, margin: '0 0 4px' }}>
        {t(upload.isPending ? 'reading' : 'drop')}
      </p>
      <p style={{ margin: '0 16px 8px' }}>{t('drop.hint')}</p>
    </Upload.Dragger>
  )
}
