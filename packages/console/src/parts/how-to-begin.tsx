import { Button, Flex } from 'antd'
import { Link } from 'react-router'
import { useMay } from '../app/session.tsx'

interface Words {
  import: string
  add: string
}

/** The two ways to fill an empty register, for whoever may: from a workbook, or one by one. */
export function HowToBegin(props: { projectId: string | undefined; words: Words; add: () => void }) {
  const { projectId, words, add } = props
  const may = useMay()
  return (
    <Flex gap={16} justify="center">
      {may('registry.import') && <Link to={`/console/import?projectId=${projectId}`}>{words.import}</Link>}
      {may('registry.write') && (
        <Button type="link" style={{ padding: 0, height: 'auto' }} onClick={add}>
          {words.add}
        </Button>
      )}
    </Flex>
  )
}
