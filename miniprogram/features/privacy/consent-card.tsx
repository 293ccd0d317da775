import { useState } from 'react'
import { Text } from '@tarojs/components'
import { formatTime } from '#shared/kernel/calendar.ts'
import type { Consent, Consents, ShownPurpose } from '#shared/privacy/contract.ts'
import { PURPOSE_IDS, type PurposeId } from '#shared/privacy/purposes.ts'
import { consentsApi } from '#miniprogram/features/privacy/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Removal } from '#miniprogram/features/removal.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import type { Tone } from '#miniprogram/platform/ui/tone.ts'
import { PurposeRows } from './purpose-rows.tsx'

const STATES: Readonly<Record<Consent['state'], { readonly word: string; readonly tone: Tone }>> = {
  none: { word: '还没有决定', tone: 'grey' },
  given: { word: '已同意', tone: 'jade' },
  refused: { word: '没有同意', tone: 'grey' },
  withdrawn: { word: '已撤回', tone: 'grey' },
  outdated: { word: '规则有更新，请重新决定', tone: 'amber' },
}

interface ConsentCardProps {
  readonly purpose: ShownPurpose
  readonly consent: Consent
  readonly onChange: (consents: Consents) => void
}

const isKnown = (id: string): id is PurposeId => (PURPOSE_IDS as readonly string[]).includes(id)

/** One purpose with its own decision. What it means can be unfolded; what a withdrawal ends is said before it is made. */
export function ConsentCard({ purpose, consent, onChange }: ConsentCardProps) {
  const [isOpen, setOpen] = useState(false)
  const { word, tone } = STATES[consent.state]
  const now = useNow()
  return (
    <Card title={purpose.title} aside={<Tag tone={tone}>{word}</Tag>} id={`consent-${purpose.id}`}>
      {isOpen ? <PurposeRows purpose={purpose} /> : <Text>{purpose.text}</Text>}
      {consent.at !== undefined && (
        <Text>{`${word}：${formatTime(new Date(consent.at), now)}`}</Text>
      )}
      <Button kind="quiet" id={`more-${purpose.id}`} onPress={() => setOpen(!isOpen)}>
        {isOpen ? '收起说明' : '看详细说明'}
      </Button>
      {isKnown(purpose.id) && (
        <Decide id={purpose.id} purpose={purpose} state={consent.state} onChange={onChange} />
      )}
    </Card>
  )
}

interface DecideProps extends Pick<ConsentCardProps, 'purpose' | 'onChange'> {
  readonly id: PurposeId
  readonly state: Consent['state']
}

function Decide({ id, purpose, state, onChange }: DecideProps) {
  const act = useAct(async (how: 'give' | 'refuse' | 'withdraw') => {
    const options = { key: newKey() }
    const said = { purpose: id, version: purpose.version }
    onChange(
      how === 'withdraw'
        ? await consentsApi.withdraw({ purpose: id }, options)
        : await consentsApi[how](said, options),
    )
  })
  return (
    <>
      {act.trouble && <NoticeBar tone="red">{act.trouble.detail}</NoticeBar>}
      {state === 'given' ? (
        <Removal
          id={`withdraw-${id}`}
          act={`撤回对“${purpose.title}”的同意`}
          loses={purpose.onWithdrawal}
          keep="不撤回"
          onRemove={() => void act.run('withdraw')}
        />
      ) : (
        <Button
          kind="plain"
          id={`give-${id}`}
          openType="agreePrivacyAuthorization"
          onPress={() => act.run('give')}
        >
          {`同意“${purpose.title}”`}
        </Button>
      )}
      {(state === 'none' || state === 'outdated') && (
        <Button kind="quiet" id={`refuse-${id}`} onPress={() => act.run('refuse')}>
          不同意
        </Button>
      )}
    </>
  )
}
