import { useState } from 'react'
import { Text } from '@tarojs/components'
import type { complaintWork, WorkCard, WorkQueue } from '#shared/complaints/workbench-contract.ts'
import { WORK_QUEUES } from '#shared/complaints/rules/workbench.ts'
import type { Output } from '#shared/kernel/route.ts'
import { go } from '#miniprogram/features/pages.ts'
import { useList, type List } from '#miniprogram/platform/use-list.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { More } from '#miniprogram/platform/ui/more.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { workApi } from '../work/api.ts'
import { Chips } from '../work/chips.tsx'
import type { Filter } from '../work/filters.ts'
import { QUEUE_WORDS } from '../work/words.ts'
import { BulkActs } from './bulk-acts.tsx'
import { FilterCard } from './filter-card.tsx'
import { WorkRow } from './work-row.tsx'

interface Whose {
  readonly community: string
  readonly person: string
}
type Board = Output<typeof complaintWork.board>

/** What is with the property, by how pressing it is; several at once can be given to a colleague. */
export function Workbench({ community, person }: Whose) {
  const [queue, setQueue] = useState<WorkQueue>('due_soon')
  const [filter, setFilter] = useState<Filter>({})
  const [chosen, setChosen] = useState<readonly string[]>()
  const { list, board } = useBoard(community, queue, filter)
  const toggle = (number: string): void =>
    setChosen((old = []) =>
      old.includes(number) ? old.filter((one) => one !== number) : [...old, number],
    )
  return (
    <>
      <Card>
        <Chips
          label="看哪些"
          options={WORK_QUEUES.map((value) => ({ value, word: wordOf(value, board) }))}
          value={queue}
          onChange={setQueue}
        />
        <Text>{QUEUE_WORDS[queue].note}</Text>
      </Card>
      <FilterCard
        {...{ community, person, filter }}
        buildings={board?.buildings ?? []}
        onChange={setFilter}
      />
      {board?.cut === true && (
        <NoticeBar tone="amber">
          没办完的太多，这里只列出最早的 1,000 件，数目也只算这些。
        </NoticeBar>
      )}
      <Cards {...{ list, queue, chosen }} onToggle={toggle} />
      <More list={list} />
      {!chosen && (
        <Button kind="plain" id="go-round" onPress={() => go('complaintRound')}>
          今日要看（没有网络也能用）
        </Button>
      )}
      <BulkActs
        {...{ community, person, chosen }}
        seenAt={board?.at}
        onChange={setChosen}
        onDone={list.query.reload}
      />
    </>
  )
}

interface CardsProps {
  readonly list: List<WorkCard>
  readonly queue: WorkQueue
  readonly chosen: readonly string[] | undefined
  readonly onToggle: (number: string) => void
}

/** A tap opens one; while several are being chosen, it chooses. */
const Cards = ({ list, queue, chosen, onToggle }: CardsProps) => (
  <Loaded query={list.query}>
    {(cards) =>
      cards.length === 0 ? (
        <StateView title={`“${QUEUE_WORDS[queue].word}”里没有投诉`} />
      ) : (
        <Card title={chosen ? `已选 ${chosen.length} 件` : '最急的在最前面'}>
          {cards.map((card) => (
            <WorkRow
              key={card.number}
              card={card}
              chosen={chosen?.includes(card.number)}
              onPress={() =>
                chosen ? onToggle(card.number) : void go('handle', { number: card.number })
              }
              onHold={() => onToggle(card.number)}
            />
          ))}
        </Card>
      )
    }
  </Loaded>
)

const wordOf = (queue: WorkQueue, board: Board | undefined): string =>
  `${QUEUE_WORDS[queue].word}${board ? ` ${board.counts[queue]}` : ''}`

/** The list page by page, with what its latest answer says of all queues. */
function useBoard(community: string, queue: WorkQueue, filter: Filter) {
  const [board, setBoard] = useState<Board>()
  const about = `work ${community} ${queue} ${JSON.stringify(filter)}`
  const list = useList(about, async (from) => {
    const page = await workApi.board({ community, queue, ...filter, limit: 30, ...from })
    setBoard(page)
    return page
  })
  return { list, board }
}
