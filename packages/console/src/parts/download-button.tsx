import { Button, type ButtonProps } from 'antd'
import { callFile, type Keyed, type FileAnswer } from '../app/api.ts'
import { useChange } from './form.ts'
import { saveFile } from './save-file.ts'

/**
 * Fetches a file and hands it to the browser's downloads. Not a plain link: what is fetched here renews a session that
 * has run out meanwhile, and says so in words when the file cannot be had.
 */
export function DownloadButton({
  load,
  name,
  done,
  ...button
}: {
  load: (header: Keyed) => FileAnswer
  /** What it is saved as. */
  name: string
  done?: string | undefined
} & Pick<ButtonProps, 'children' | 'size' | 'type' | 'icon'>) {
  const save = useChange({
    send: (_: null, header) => callFile(load(header)),
    refreshes: [],
    onDone: (file) => saveFile(file, name),
    ...(done === undefined ? {} : { done }),
  })
  return <Button {...button} loading={save.isPending} onClick={() => save.mutate(null)} />
}
