import { useState } from 'react'
import { Text } from '@tarojs/components'
import type { Preview } from '#shared/register/terms.ts'
import { grouped } from '#miniprogram/features/grouped.ts'
import { FiguresRows } from '#miniprogram/features/register/figures-rows.tsx'
import { fileWords } from '#miniprogram/features/register/words.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Columns } from './columns.tsx'
import { Confirm } from './confirm.tsx'
import { importInHand } from './import-in-hand.ts'
import { PreviewUnits } from './preview-units.tsx'
import { RowNotes } from './row-notes.tsx'
import { SameNamesCard } from './same-names.tsx'
import type { Same } from './same-decisions.ts'
import type { StepProps } from './step-props.ts'

/** What confirming would do, and the confirmation. */
export function Review(props: StepProps) {
  const [isMapping, setIsMapping] = useState(false)
  const { preview } = props.found
  if (!preview) return null
  if (isMapping) return <Columns {...props} onBack={() => setIsMapping(false)} />
  return <Reviewed {...props} preview={preview} onMap={() => setIsMapping(true)} />
}

interface ReviewedProps extends StepProps {
  readonly preview: Preview
  readonly onMap: () => void
}

function Reviewed(props: ReviewedProps) {
  const { person, community, found, preview, onEnd, onMap } = props
  const { import: id } = found
  const place = importInHand(person, community)
  const [same, setSame] = useState<Same>(() => place.read()?.same ?? [])
  const decide = (to: Same): void => {
    setSame(to)
    place.write({ import: id, same: to.map((list) => [...list]) })
  }
  return (
    <>
      <Outcome file={found.file} preview={preview} />
      {!preview.certain && (
        <>
          <NoticeBar tone="amber">
            有的列只是猜的。请先点“核对哪一列是什么”，核对后再确认导入。
          </NoticeBar>
          <SeeColumns kind="plain" onMap={onMap} />
        </>
      )}
      <RowNotes community={community} id={id} preview={preview} />
      {preview.sameNames > 0 && (
        <SameNamesCard
          community={community}
          id={id}
          groups={preview.sameNames}
          same={same}
          onDecide={decide}
        />
      )}
      <PreviewUnits community={community} id={id} preview={preview} />
      <Card title="导入后的名册">
        <FiguresRows figures={preview.figures} before={preview.before} />
      </Card>
      {preview.certain && <SeeColumns kind="quiet" onMap={onMap} />}
      <Button kind="quiet" id="other-file" onPress={onEnd}>
        不导入这份，换一个文件
      </Button>
      <Confirm {...props} same={same} />
    </>
  )
}

interface SeeColumnsProps {
  readonly kind: 'plain' | 'quiet'
  readonly onMap: () => void
}

const SeeColumns = ({ kind, onMap }: SeeColumnsProps) => (
  <Button kind={kind} id="see-columns" onPress={onMap}>
    核对哪一列是什么
  </Button>
)

interface OutcomeProps {
  readonly file: string
  readonly preview: Preview
}

const Outcome = ({ file, preview }: OutcomeProps) => {
  const { unchanged, comparedWith, added, changed, removed } = preview
  if (unchanged) {
    return (
      <Card title="和现在的名册一样，不用导入" id="outcome">
        <Text>{`${fileWords(file)}里的每一户，都和第 ${comparedWith} 版相同。`}</Text>
      </Card>
    )
  }
  return (
    <>
      <Card title="核对好了，还没有写进名册" id="outcome">
        <Text>{`${fileWords(file)}${againstWords(preview)}`}</Text>
      </Card>
      {removed > 0 && (
        <NoticeBar tone="amber">
          {`现在的名册里有 ${grouped(removed)} 套，这份文件里没有，导入后会去掉。请确认这份文件是整个小区的，不是其中几栋。`}
        </NoticeBar>
      )}
      {comparedWith > 0 && added + changed + removed === 0 && (
        <NoticeBar tone="blue">每一套房都没有变，只是业主的证件号码或电话有更新。</NoticeBar>
      )}
    </>
  )
}

const againstWords = ({ comparedWith, added, changed, removed }: Preview): string =>
  comparedWith === 0
    ? `会成为小区的第一份名册，共 ${grouped(added)} 套（含车位和储藏室）。`
    : `和第 ${comparedWith} 版相比：新增 ${grouped(added)} 套，改动 ${grouped(changed)} 套，去掉 ${grouped(removed)} 套。`
