import { useState } from 'react'
import { canMark } from '#shared/votes/papers/sheets.ts'
import { ENTRY_NAMES, SHEET_STATE_NAMES } from '#shared/votes/papers/words.ts'
import type { PaperLine } from '#shared/votes/papers/terms.ts'
import type { Vote } from '#shared/votes/contract.ts'
import { formatArea } from '#shared/kernel/area.ts'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { EntryForm } from './entry-form.tsx'
import { SheetPhotos } from '../sheet-photos.tsx'
import { TakePhoto } from './take-photo.tsx'
import type { Held } from './held.ts'

interface InHandProps {
  readonly community: string
  readonly vote: Vote
  readonly held: Held
  readonly onNext: (said?: string) => void
}

/** Whose sheet it is, and the one thing to do with it now. */
export function InHand({ community, vote, held, onNext }: InHandProps) {
  const [line, setLine] = useState(held.sheet.line)
  const [hasUnsaved, setUnsaved] = useState(false)
  const { code, sheet } = held
  const unsaved = line.toPhotograph === true && hasUnsaved
  return (
    <>
      <Button kind="quiet" id="next" onPress={() => onNext()}>
        换一张
      </Button>
      <Card title={`票号 ${line.serial ?? ''}`}>
        <Row
          title={line.units.join('、')}
          note={`1 人，${formatArea(line.areaCenti)}，含 ${line.units.length} 套房`}
        />
        <Row title="业主" value={sheet.owners.join('、')} />
        <Row title="现在" value={stateOf(line)} />
      </Card>
      {line.toPhotograph === true && (
        <TakePhoto
          {...{ community, code }}
          vote={vote.vote}
          onLine={setLine}
          onUnsaved={setUnsaved}
        />
      )}
      <SheetPhotos community={community} vote={vote.vote} line={line} />
      <ToDo {...{ community, vote, code, sheet, line, unsaved }} onLine={setLine} onNext={onNext} />
    </>
  )
}

const stateOf = ({ state, entry, returned }: PaperLine): string => {
  if (returned?.late === true) return '迟交，不计票'
  if (entry) return ENTRY_NAMES[entry]
  return state ? SHEET_STATE_NAMES[state] : ''
}

interface ToDoProps extends Omit<InHandProps, 'held'>, Held {
  readonly line: PaperLine
  readonly unsaved: boolean
  readonly onLine: (line: PaperLine) => void
}

function ToDo(props: ToDoProps) {
  const { line } = props
  const { returned, entry, enteredByMe } = line
  if (!returned) {
    return canMark('return', { edition: 1, notice: '', struck: line.struck }, '').ok ? (
      <TakeBack {...props} />
    ) : (
      <NoticeBar tone="red">{`这张票已经作废（${line.struck?.reason ?? ''}），不能收。`}</NoticeBar>
    )
  }
  if (returned.late) {
    return <NoticeBar tone="red">截止以后才收回，只登记、不计票。请单独存放。</NoticeBar>
  }
  if (entry === 'settled') {
    return <NoticeBar tone="jade">已经由两个人录入一致，不用再录。请存档。</NoticeBar>
  }
  if (entry === 'one' && enteredByMe === true) {
    return <NoticeBar tone="amber">您已经录过这一张，请交给另一个人录第二次。</NoticeBar>
  }
  return (
    <>
      {entry === 'differs' && (
        <NoticeBar tone="amber">
          两次录入不一致。可以由第三个人录一次，或者两个人看着原件各自重新录。
        </NoticeBar>
      )}
      <EntryForm {...props} />
    </>
  )
}

/** The instant of this tap is when the paper was handed in. */
function TakeBack({ community, vote, code, onLine }: ToDoProps) {
  const [key] = useState(newKey)
  const act = useAct(async () => {
    onLine(await deskApi.returnSheet({ community, vote: vote.vote, code }, { key }))
  })
  return (
    <>
      {act.trouble && <NoticeBar tone="red">{act.trouble.detail}</NoticeBar>}
      <NoticeBar tone="amber">按下的时间就是收回的时间，登记以后不能再改。</NoticeBar>
      <Action>
        <Button id="take-back" busy={act.busy} onPress={() => act.run()}>
          登记收回
        </Button>
      </Action>
    </>
  )
}
