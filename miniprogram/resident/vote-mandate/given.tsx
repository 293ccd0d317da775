import type { Vote } from '#shared/votes/contract.ts'
import type { Mandate } from '#shared/votes/mandates/mandate.ts'
import { canEnd, isTimeForMandates } from '#shared/votes/mandates/rules.ts'
import { formatArea } from '#shared/kernel/area.ts'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { Removal } from '#miniprogram/features/removal.tsx'
import {
  givenSentence,
  MANDATE_WORDS,
  opinionWords,
} from '#miniprogram/features/votes/mandate-words.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'

export interface MandateProps {
  readonly community: string
  readonly vote: Vote
  readonly mandate: Mandate
  readonly onDone: () => Promise<void>
}

/** As far as its state goes: what ends it is the server's to decide. */
export const isEndable = ({ state }: Mandate): boolean =>
  canEnd({
    way: 'app',
    principal: '',
    ...(state === 'used' && { usedAt: 'used' }),
    ...(state === 'ended' && { ended: {} }),
  }).ok

/** Who may cast for me, and how I take it back. */
export function Given({ community, vote, mandate, onDone }: MandateProps) {
  const now = useNow()
  const end = useAct(async () => {
    const { mandate: id, head } = mandate
    await deskApi.endMandate({ community, vote: vote.vote, mandate: id, head }, { key: newKey() })
    await onDone()
  })
  const { word, tone } = MANDATE_WORDS[mandate.state]
  const opinion = opinionWords(mandate)
  return (
    <Card title={`我委托了${mandate.agent}`} aside={<Tag tone={tone}>{word}</Tag>}>
      <Said>{givenSentence(mandate)}</Said>
      <Row title={mandate.units.join('、')} value={formatArea(mandate.areaCenti)} />
      {opinion !== '' && <Row title="我的意见" note={opinion} />}
      {end.trouble && (
        <NoticeBar tone="red" act={{ word: '刷新', onPress: onDone }}>
          {end.trouble.detail}
        </NoticeBar>
      )}
      {isEndable(mandate) && isTimeForMandates(vote, now).ok && (
        <Removal
          id={`revoke-${mandate.mandate}`}
          act="撤回委托"
          loses={`撤回以后${mandate.agent}不能再替您投票，您可以本人投，也可以另外委托。`}
          keep="不撤回"
          onRemove={() => void end.run()}
        />
      )}
    </Card>
  )
}
