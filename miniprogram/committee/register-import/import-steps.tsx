import { useEffect, type ComponentType } from 'react'
import type { Import } from '#shared/register/terms.ts'
import { fileWords } from '#miniprogram/features/register/words.ts'
import { ProgressBar } from '#miniprogram/features/register/progress-bar.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Text } from '@tarojs/components'
import { ChooseFile } from './choose-file.tsx'
import { Columns } from './columns.tsx'
import { Done } from './done.tsx'
import { Review } from './review.tsx'
import type { StepProps } from './step-props.ts'

const Refused = ({ community, found, onSent }: StepProps) => (
  <ChooseFile
    community={community}
    onSent={onSent}
    note={`${fileWords(found.file)}没有导入，名册没有改动。${found.refusal?.detail ?? ''}`}
  />
)

const STEPS: Readonly<Record<Import['state'], ComponentType<StepProps>>> = {
  awaiting: AtWork,
  reading: AtWork,
  understanding: AtWork,
  writing: AtWork,
  unclear: Columns,
  ready: Review,
  done: Done,
  refused: Refused,
}

/** Where the import stands, and what a person does there. */
export const ImportSteps = (props: StepProps) => {
  const Step = STEPS[props.found.state]
  return <Step {...props} />
}

const ASK_AGAIN_MS = 1_000

/** The server works: it is asked again and again how far it is, as long as somebody looks. */
function AtWork({ found, query, onEnd }: StepProps) {
  const { at, reload } = query
  useEffect(() => {
    const timer = setTimeout(() => void reload(), ASK_AGAIN_MS)
    return () => clearTimeout(timer)
  }, [at, reload, query.trouble])
  const { what, note } = WORK[found.state] ?? WORK.reading
  return (
    <>
      <Card title={fileWords(found.file)}>
        <ProgressBar what={what} percent={percentOf(found)} />
        <Text>{note}</Text>
      </Card>
      {found.state === 'awaiting' && (
        <Button kind="quiet" id="other-file" onPress={onEnd}>
          等得太久？再选一次文件
        </Button>
      )}
    </>
  )
}

const READING = { what: '正在读取文件', note: '名册还没有改动。您可以离开，回来时接着看。' }
const WORK: Readonly<
  Partial<Record<Import['state'], typeof READING>> & { reading: typeof READING }
> = {
  awaiting: { what: '正在等文件传到', note: READING.note },
  reading: READING,
  understanding: { what: '正在逐行核对', note: READING.note },
  writing: {
    what: '正在写进名册',
    note: '您可以离开，它会接着写完。写完之前，大家看到的还是原来的名册。',
  },
}

const percentOf = ({ done, total }: Import): number | undefined =>
  done === undefined || total === undefined || total === 0
    ? undefined
    : Math.floor((done / total) * 100)
