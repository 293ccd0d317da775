import { useState } from 'react'
import { formatTime } from '#shared/kernel/calendar.ts'
import type { QueueCard } from '#shared/bindings/views.ts'
import { bindingsApi } from '#miniprogram/features/bindings/api.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import type { Identity } from '#miniprogram/platform/identity.ts'
import { useList } from '#miniprogram/platform/use-list.ts'
import { queueNote, queueWord } from '#miniprogram/features/bindings/words.ts'
import { go } from '#miniprogram/features/pages.ts'
import { Permitted } from '#miniprogram/features/permitted.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { More } from '#miniprogram/platform/ui/more.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'

export default function ClaimsPage() {
  return (
    <Page title="待核实的房屋">
      <Permitted to="binding:confirm">{(identity) => <Claims {...identity} />}</Permitted>
    </Page>
  )
}

const STAGES = [
  { value: 'open', label: '等待核实' },
  { value: 'appeals', label: '申诉', note: '第一次没有通过、居民不服的，由社区复核' },
] as const
type Stage = (typeof STAGES)[number]['value']

const EMPTY: Readonly<Record<Stage, string>> = {
  open: '没有等着核实的房屋',
  appeals: '没有等着复核的申诉',
}

/** Homes that wait, the longest waiting first. Appeals are for the community office alone. */
function Claims({ community, membership }: Identity) {
  const [stage, setStage] = useState<Stage>('open')
  const list = useList(`claims ${community} ${stage}`, (from) =>
    bindingsApi.queue({ community, stage, limit: 20, ...from }),
  )
  return (
    <>
      {membership.roles.includes('community') && (
        <Card>
          <ChoiceRow label="看哪一类" options={STAGES} value={stage} onChange={setStage} />
        </Card>
      )}
      <Loaded query={list.query}>
        {(cards) =>
          cards.length === 0 ? (
            <StateView title={EMPTY[stage]} note="有新的会出现在这里，等得最久的排在最前面。" />
          ) : (
            <Card title="等得最久的在最前">
              {cards.map((card) => (
                <QueueRow key={card.unit} card={card} />
              ))}
            </Card>
          )
        }
      </Loaded>
      <More list={list} />
      <Button kind="plain" id="paper-code" onPress={() => go('paperCode')}>
        发纸质验证码、管代办人
      </Button>
    </>
  )
}

function QueueRow({ card }: { readonly card: QueueCard }) {
  const now = useNow()
  const { word, tone } = queueWord(card)
  return (
    <Row
      id={`claim-${card.unit}`}
      title={card.unit}
      note={`${queueNote(card)}。${formatTime(new Date(card.since), now)} 提交`}
      tag={<Tag tone={tone}>{word}</Tag>}
      onPress={() => void go('claimHome', { unit: card.unit })}
    />
  )
}
