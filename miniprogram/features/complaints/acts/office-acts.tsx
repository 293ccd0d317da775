import { useEffect, useState } from 'react'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Complaint, ComplaintAct } from '#shared/complaints/contract.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { EVENT_WORDS } from '../words.ts'
import { aboutOf, type ActEntry, type ActFormProps } from './entry.ts'

/** The page's title stays above it, in px. */
const ABOVE = -64

interface OfficeActsProps extends Omit<ActFormProps, 'off'> {
  /** Every act the page knows, the likeliest first. */
  readonly entries: readonly ActEntry[]
}

/**
 * At the end of a complaint's page: the likeliest act as one large button, the others on demand, and the form of the one
 * that was chosen. What the person may do stands in the complaint; what somebody else did meanwhile is told.
 */
export function OfficeActs({ entries, ...props }: OfficeActsProps) {
  const { complaint } = props
  const [chosen, setChosen] = useState<ComplaintAct>()
  const [others, setOthers] = useState(false)
  const news = useNews(complaint)
  const may = entries.filter(({ act }) => complaint.acts.includes(act))
  const open = entries.find(({ act }) => act === chosen)
  useEffect(() => {
    // What was asked for stands at the end of a long page: it is shown from its first question on.
    const id = open ? '#acts' : '#other-acts'
    if (open ?? others) void Taro.pageScrollTo({ selector: id, offsetTop: ABOVE, duration: 0 })
  }, [open, others])

  const choose = (act: ComplaintAct | undefined): void => {
    setChosen(act)
    setOthers(false)
    news.forget()
  }
  const done = (after: Complaint): void => {
    setChosen(undefined)
    setOthers(false)
    news.skipTo(after)
    props.onDone(after)
  }
  const [main, ...rest] = may
  if (open) {
    return (
      <View id="acts">
        <Happened words={news.words} />
        <Button kind="quiet" id="act-back" onPress={() => choose(undefined)}>
          先不办，写的内容会留着
        </Button>
        <FormOf
          key={open.act}
          entry={open}
          {...props}
          off={may.includes(open) ? undefined : '现在不能做这一步了，写的内容还在'}
          onDone={done}
        />
      </View>
    )
  }
  return (
    <>
      <Happened words={news.words} />
      {others && <Others entries={rest} onChoose={choose} />}
      {main && (
        <Action>
          <Main entry={main} {...props} onDone={done} onChoose={choose} />
          {rest.length > 0 && (
            <Button kind="quiet" id="more-acts" onPress={() => setOthers(!others)}>
              {others ? '收起' : '办别的'}
            </Button>
          )}
        </Action>
      )}
    </>
  )
}

const Main = ({ onChoose, ...one }: OneProps & Pick<OthersProps, 'onChoose'>) =>
  one.entry.tap ? (
    <Tap {...one} />
  ) : (
    <Button id={`act-${one.entry.act}`} onPress={() => onChoose(one.entry.act)}>
      {one.entry.word}
    </Button>
  )

interface OthersProps {
  readonly entries: readonly ActEntry[]
  readonly onChoose: (act: ComplaintAct) => void
}

const Others = ({ entries, onChoose }: OthersProps) => (
  <Card title="还可以做" id="other-acts">
    {entries.map(({ act, word, note }) => (
      <Row key={act} id={`act-${act}`} title={word} note={note} onPress={() => onChoose(act)} />
    ))}
  </Card>
)

interface OneProps extends ActFormProps {
  readonly entry: ActEntry
}

/** Its own form; where nothing is to be said, what it does and the button. */
function FormOf({ entry, ...props }: OneProps) {
  if (entry.Form) return <entry.Form {...props} />
  return (
    <>
      <Card title={entry.word}>{entry.note !== undefined && <Text>{entry.note}</Text>}</Card>
      <Action>
        <Tap entry={entry} {...props} />
      </Action>
    </>
  )
}

function Tap({ entry, community, complaint, off, onDone, onLost }: OneProps) {
  const [key, setKey] = useState(newKey)
  const act = useAct(async () => {
    const after = await entry.tap?.(aboutOf(community, complaint), { key })
    setKey(newKey())
    if (after) onDone(after)
  })
  return (
    <>
      {act.trouble && (
        <NoticeBar tone="red" act={{ word: '刷新', onPress: onLost }}>
          {act.trouble.detail}
        </NoticeBar>
      )}
      <Button id={`act-${entry.act}`} busy={act.busy} off={off} onPress={() => act.run()}>
        {entry.word}
      </Button>
    </>
  )
}

const Happened = ({ words }: { readonly words: string | undefined }) =>
  words === undefined ? null : <NoticeBar tone="amber">{words}</NoticeBar>

/** What others did since the person first saw this complaint, or last acted on it. */
function useNews(complaint: Complaint) {
  const last = complaint.lastSeq ?? 0
  const [known, setKnown] = useState(last)
  const since = complaint.timeline.filter(({ seq }) => seq > known)
  const words = since
    .map(
      ({ kind, by }) =>
        `${[by.role, by.name].filter((one) => one !== '').join(' ')}${EVENT_WORDS[kind]}`,
    )
    .join('；')
  return {
    words: since.length === 0 ? undefined : `您打开以后有变化：${words}。`,
    forget: () => setKnown(last),
    skipTo: (done: Complaint) => setKnown(done.lastSeq ?? 0),
  }
}
