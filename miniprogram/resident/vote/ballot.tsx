import { useState } from 'react'
import { Text } from '@tarojs/components'
import * as z from '#shared/kernel/zod.ts'
import { ItemChoice, type MyHead, type Vote } from '#shared/votes/contract.ts'
import type { Choice } from '#shared/votes/terms.ts'
import { CHOICE_NAMES } from '#shared/votes/words.ts'
import { api } from '#miniprogram/platform/api.ts'
import { draftsOf, type Draft } from '#miniprogram/platform/drafts.ts'
import { useAct, type Act } from '#miniprogram/platform/use-act.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { BallotItem } from '#miniprogram/platform/ui/ballot-item.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { weightOf } from '#miniprogram/features/votes/words.ts'

interface BallotProps {
  readonly community: string
  readonly person: string
  readonly vote: Vote
  readonly head: MyHead
  readonly onCast: () => Promise<void>
}

const Choices = z.array(ItemChoice)
type Choices = z.infer<typeof Choices>

/** Choose on every item, read it once more, cast. What was chosen survives closing the app until it is cast. */
export function Ballot({ community, person, vote, head, onCast }: BallotProps) {
  const drafts = draftsOf(person, `ballot:${vote.vote}:${head.head}`, Choices)
  const [draft, setDraft] = useState<Draft<Choices>>(() => drafts.list()[0] ?? drafts.begin([]))
  const [reviewing, setReviewing] = useState(false)
  const cast = useAct(async () => {
    const sent = { community, vote: vote.vote, head: head.head, choices: draft.content }
    await api.votes.cast(sent, { key: draft.key })
    drafts.remove(draft.id)
    await onCast()
  })
  const choiceOf = (item: number) => draft.content.find((one) => one.item === item)?.choice
  const choose = (item: number, choice: Choice): void => {
    const content = [...draft.content.filter((one) => one.item !== item), { item, choice }]
    const changed = { ...draft, content: content.sort((a, b) => a.item - b.item) }
    setDraft(drafts.save(changed) ?? changed)
  }
  const open = vote.items.filter(({ item }) => choiceOf(item) === undefined)

  if (reviewing) {
    return (
      <Review
        vote={vote}
        head={head}
        choices={draft.content}
        cast={cast}
        onChange={() => setReviewing(false)}
        reload={onCast}
      />
    )
  }
  return (
    <>
      <NoticeBar tone="blue">{`您的一票：${weightOf(head)}。`}</NoticeBar>
      {vote.items.map((item) => (
        <Card key={item.item} id={`item-${item.item}`}>
          <BallotItem
            item={item}
            choice={choiceOf(item.item)}
            onChoose={(choice) => choose(item.item, choice)}
          />
        </Card>
      ))}
      <Action>
        <Button
          id="review"
          off={
            open.length === 0
              ? undefined
              : `第 ${open.map(({ item }) => item).join('、')} 项还没有选`
          }
          onPress={() => setReviewing(true)}
        >
          下一步：核对选票
        </Button>
      </Action>
    </>
  )
}

interface ReviewProps {
  readonly vote: Vote
  readonly head: MyHead
  readonly choices: Choices
  readonly cast: Act<readonly [], void>
  readonly onChange: () => void
  readonly reload: () => Promise<void>
}

/** The ballot once more, whole, before it is cast. */
const Review = ({ vote, head, choices, cast, onChange, reload }: ReviewProps) => (
  <>
    <Card title="请再看一遍">
      {choices.map(({ item, choice }) => (
        <Row
          key={item}
          title={`${item}. ${vote.items.find((one) => one.item === item)?.title ?? ''}`}
          value={CHOICE_NAMES[choice]}
        />
      ))}
      <Text>{`${weightOf(head)}。投出后不能更改。`}</Text>
    </Card>
    {cast.trouble && (
      // An answer that was lost may have been a receipt: whoever looks again sees what was received.
      <NoticeBar tone="red" act={{ word: '刷新', onPress: reload }}>
        {cast.trouble.detail}
      </NoticeBar>
    )}
    <Button kind="quiet" id="change" onPress={onChange}>
      返回修改
    </Button>
    <Action>
      <Button id="cast" busy={cast.busy} busyWord="正在投出…" onPress={() => cast.run()}>
        确认投票
      </Button>
    </Action>
  </>
)
