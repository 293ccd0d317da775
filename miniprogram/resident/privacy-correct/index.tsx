import { useState } from 'react'
import { lengthOf } from '#shared/kernel/text.ts'
import { formatTime } from '#shared/kernel/calendar.ts'
import type { Correction } from '#shared/privacy/correction-contract.ts'
import { ABOUT_NAMES, STATE_WORDS } from '#miniprogram/features/privacy/correction-words.ts'
import { correctionsApi } from '#miniprogram/features/privacy/corrections-api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { useList } from '#miniprogram/platform/use-list.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { More } from '#miniprogram/platform/ui/more.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { SignedIn } from '#miniprogram/platform/ui/signed-in.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import { TextArea } from '#miniprogram/platform/ui/text-area.tsx'

type About = Correction['about']
const ABOUT = (['name', 'home', 'phone', 'other'] as const).map((value) => ({
  value,
  label: ABOUT_NAMES[value],
}))
const MOST = 300

/** The roll is the register office's to change: a person asks, and sees what became of it. */
export default function CorrectPage() {
  return (
    <Page title="申请更正">
      <SignedIn>{({ community }) => <Corrections community={community} />}</SignedIn>
    </Page>
  )
}

function Corrections({ community }: { readonly community: string }) {
  const list = useList(`corrections ${community}`, (from) =>
    correctionsApi.mine({ community, ...from }),
  )
  return (
    <>
      <Loaded query={list.query} cards={1}>
        {(asked) => (
          <>
            {asked.map((one) => (
              <Asked key={one.correction} correction={one} />
            ))}
            <More list={list} />
          </>
        )}
      </Loaded>
      <Ask community={community} onAsked={list.query.reload} />
    </>
  )
}

function Asked({
  correction: { about, text, state, askedAt, answer },
}: {
  correction: Correction
}) {
  const now = useNow()
  const { word, tone } = STATE_WORDS[state]
  return (
    <Card title={ABOUT_NAMES[about]} aside={<Tag tone={tone}>{word}</Tag>}>
      <Row title={text} note={`${formatTime(new Date(askedAt), now)} 提交`} />
      {answer !== undefined && <Row title="答复" note={answer} />}
    </Card>
  )
}

interface AskProps {
  readonly community: string
  readonly onAsked: () => Promise<void>
}

const whyOff = (about: About | undefined, text: string): string | undefined => {
  if (about === undefined) return '请选择哪里不对'
  if (lengthOf(text) < 2) return '请写明应该是什么'
  return lengthOf(text) > MOST ? `最多 ${MOST} 字` : undefined
}

function Ask({ community, onAsked }: AskProps) {
  const [about, setAbout] = useState<About>()
  const [text, setText] = useState('')
  const ask = useAct(async () => {
    if (about === undefined) return
    await correctionsApi.ask({ community, about, text }, { key: newKey() })
    setAbout(undefined)
    setText('')
    await onAsked()
  })
  return (
    <>
      <Card title="哪里不对">
        <ChoiceRow label="哪里不对" options={ABOUT} value={about} onChange={setAbout} />
        <Field label="应该是什么" hint="写明正确的内容和依据，例如“以不动产权证为准”。">
          <TextArea id="text" label="应该是什么" value={text} onChange={setText} most={MOST} />
        </Field>
      </Card>
      {ask.trouble && <NoticeBar tone="red">{ask.trouble.detail}</NoticeBar>}
      <Action>
        <Button id="ask" busy={ask.busy} off={whyOff(about, text)} onPress={() => ask.run()}>
          提交给业委会和社区
        </Button>
      </Action>
    </>
  )
}
