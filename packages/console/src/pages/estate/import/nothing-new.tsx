import { whyNothing } from '@heju/core/estate/registry-import/shape'
import { importing as texts } from './texts.ts'
import { nothingNew } from './nothing-new-texts.ts'
import { Alert, Flex } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../../../app/language.tsx'
import { DownloadButton } from '../../../parts/download-button.tsx'
import { badRows, template, type Import } from './api.ts'

/** Reasons with which nothing in the file is of use as it is. */
const ofTheFile: readonly string[] = ['no_table', 'no_rows', 'errors']

/** That nothing would be written, why, and what helps: only where every row is on record there is nothing to do. */
export function NothingNew({ job, unsent, drop }: { job: Import; unsent: boolean; drop: ReactNode }) {
  const t = useTexts(texts)
  const n = useTexts(nothingNew)
  const why = whyNothing(job)
  const [first] = why
  const has = (because: string) => why.some((one) => one.because === because)
  // An answer may be what is wrong: a space that was said to be in two lots.
  const isAnswered = job.questions.some(({ about }) => about === 'lot')
  const isUnread = has('no_table') || has('no_rows')
  const title = first === undefined ? n('on_record') : isUnread ? n(first.because) : n('title')
  const type = first === undefined ? 'success' : ofTheFile.includes(first.because) ? 'warning' : 'info'
  return (
    <>
      <Alert
        type={type}
        showIcon
        title={title}
        description={
          first === undefined ? (
            n(job.warnings > 0 ? 'on_record.warnings' : 'on_record.about', { count: job.warnings })
          ) : isUnread ? (
            n(`${first.because as 'no_table'}.about`)
          ) : (
            <ul style={{ margin: 0, paddingInlineStart: 20 }}>
              {why.map(({ because, count, name = '' }) => (
                <li key={`${because} ${name}`}>
                  {n(because === 'errors' && isAnswered ? 'errors.answered' : because, { count, name })}
                </li>
              ))}
            </ul>
          )
        }
      />
      {unsent && <Alert type="warning" showIcon title={n('unsent')} />}
      <Flex gap={8} wrap align="center">
        {has('errors') && <DownloadButton load={() => badRows(job.id)}>{t('badRows')}</DownloadButton>}
        {isUnread && <DownloadButton load={template}>{t('template')}</DownloadButton>}
        {first !== undefined && (
          <Link to={`/console/import?projectId=${job.projectId}`}>{t('upload.again')}</Link>
        )}
        {drop}
      </Flex>
    </>
  )
}
