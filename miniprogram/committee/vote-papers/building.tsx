import { formatTime } from '#shared/kernel/calendar.ts'
import { canHandlePaper } from '#shared/votes/papers/phases.ts'
import type { PaperLine } from '#shared/votes/papers/terms.ts'
import { ENTRY_NAMES, SHEET_STATE_NAMES, WAY_NAMES } from '#shared/votes/papers/words.ts'
import type { Vote } from '#shared/votes/contract.ts'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useList } from '#miniprogram/platform/use-list.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { More } from '#miniprogram/platform/ui/more.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import type { Tone } from '#miniprogram/platform/ui/tone.ts'
import type { HandIn } from './hand-in.ts'
import { IssueAll } from './issue-all.tsx'
import { buildingName } from './overview.tsx'
import { PrintCard } from './print-card.tsx'

interface BuildingProps extends HandIn {
  readonly community: string
  readonly vote: Vote
  readonly building: string
  readonly onLine: (line: PaperLine) => void
  readonly onBack: () => void
}

/** Every head of a building with what became of its sheet, in the order of the numbers printed. */
export function Building({ community, vote, building, onLine, onBack, ...handIn }: BuildingProps) {
  const now = useNow()
  const list = useList(`papers ${vote.vote} ${building}`, async ({ cursor }) => {
    const page = await deskApi.papers({
      ...{ community, vote: vote.vote, building },
      ...(cursor !== undefined && { from: Number(cursor) }),
    })
    return { items: page.lines, ...(page.next !== undefined && { cursor: String(page.next) }) }
  })
  return (
    <>
      <Button kind="quiet" id="all-buildings" onPress={onBack}>
        返回楼栋列表
      </Button>
      {canHandlePaper('print', vote, now).ok && (
        <PrintCard community={community} vote={vote.vote} building={building} {...handIn} />
      )}
      <Loaded query={list.query}>
        {(lines) => (
          <Card title={buildingName(building)}>
            {lines.map((line) => (
              <Row
                key={line.place}
                id={`line-${line.place}`}
                title={`${line.place} 号　${line.units.join('、')}`}
                note={noteOf(line, now)}
                tag={<Tag tone={toneOf(line)}>{stateWord(line)}</Tag>}
                onPress={line.serial === undefined ? undefined : () => onLine(line)}
              />
            ))}
          </Card>
        )}
      </Loaded>
      <More list={list} />
      {canHandlePaper('issue', vote, now).ok && (
        <IssueAll
          community={community}
          vote={vote.vote}
          lines={list.query.data ?? []}
          onDone={list.query.reload}
        />
      )}
    </>
  )
}

export const stateWord = ({ state, returned, entry }: PaperLine): string => {
  if (state === undefined) return '还没有印'
  // Whoever entered it first hears of it here: nobody else tells them.
  if (entry === 'differs') return ENTRY_NAMES.differs
  return returned?.late === true ? '迟交，不计票' : SHEET_STATE_NAMES[state]
}

export function toneOf({ state, returned, entry }: PaperLine): Tone {
  if (entry === 'differs') return 'red'
  if (state === 'returned') return returned?.late === true ? 'red' : 'jade'
  return state === 'missing' || state === 'void' ? 'red' : 'amber'
}

export function noteOf({ serial, issued, returned, entry }: PaperLine, now: Date): string {
  const said = [
    serial === undefined ? undefined : `票号 ${serial}`,
    issued &&
      `${formatTime(new Date(issued.at), now)} ${WAY_NAMES[issued.way]}${issued.to === undefined ? '' : `（${issued.to}）`}`,
    returned && `${formatTime(new Date(returned.at), now)} 收回`,
    entry && entry !== 'differs' && ENTRY_NAMES[entry],
  ]
  return said.filter((one) => one !== undefined).join('；')
}
