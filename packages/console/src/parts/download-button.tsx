import { frame } from '../app/texts.ts'
import { Button, type ButtonProps } from 'antd'
import { fetchFile, type FileAnswer } from '../app/api.ts'
import { useTexts } from '../app/language.tsx'
import { useChange } from './form.ts'
import { saveFile } from './save-file.ts'

/**
 * Fetches a file and hands it to the browser's downloads, under the name that the API gave it. Not a plain link: what is
 * fetched here renews a session that has run out meanwhile, and says so in words when the file cannot be had.
 */
export function DownloadButton({
  load,
  refreshes = [],
  done,
  ...button
}: {
  load: () => FileAnswer
  /** Keys of what shows that it was taken along. */
  refreshes?: readonly (readonly unknown[])[] | undefined
  /** What is said once it is there: browsers that save without a word leave one pressing again. */
  done?: string | undefined
} & Pick<ButtonProps, 'children' | 'size' | 'type' | 'icon'>) {
  const t = useTexts(frame)
  const save = useChange({
    send: () => fetchFile(load()),
    refreshes,
    onDone: ({ file, name }) => saveFile(file, name),
    done: done ?? t('downloaded'),
  })
  return <Button {...button} loading={save.isPending} onClick={() => save.mutate(undefined)} />
}
