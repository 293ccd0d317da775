import { useState } from 'react'
import { formatArea } from '#shared/kernel/area.ts'
import type { Mandate } from '#shared/votes/mandates/mandate.ts'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { Removal } from '#miniprogram/features/removal.tsx'
import { MANDATE_WORDS } from '#miniprogram/features/votes/mandate-words.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'

interface MandateCardProps {
  readonly community: string
  readonly vote: string
  readonly mandate: Mandate
  readonly onDone: () => Promise<void>
}

/** One mandate; a paper that waits is looked at by a second person, one that the owner takes back is ended. */
export function MandateCard({ community, vote, mandate, onDone }: MandateCardProps) {
  const { word, tone } = MANDATE_WORDS[mandate.state]
  return (
    <Card
      title={`${mandate.principal} 委托 ${mandate.agent}`}
      aside={<Tag tone={tone}>{word}</Tag>}
    >
      <Row title={mandate.units.join('、')} value={formatArea(mandate.areaCenti)} />
      {mandate.way === 'paper' ? (
        <OnPaper community={community} vote={vote} mandate={mandate} onDone={onDone} />
      ) : (
        <Said>业主在手机上办理。</Said>
      )}
    </Card>
  )
}

function OnPaper({ community, vote, mandate, onDone }: MandateCardProps) {
  const [secret, setSecret] = useState<string>()
  const { mandate: id, head, recordedBy = '', confirmedBy = '还没有' } = mandate
  const which = { community, vote, mandate: id, head }
  const confirm = useAct(async () => {
    const confirmed = await deskApi.confirmMandate(which, { key: newKey() })
    setSecret(confirmed.secret)
    if (confirmed.secret === undefined) await onDone()
  })
  const end = useAct(async () => {
    await deskApi.endPaperMandate(which, { key: newKey() })
    await onDone()
  })
  const trouble = confirm.trouble ?? end.trouble
  return (
    <>
      <Said>{`纸质委托书。登记人：${recordedBy}。核对人：${confirmedBy}。`}</Said>
      {trouble && (
        <NoticeBar tone="red" act={{ word: '刷新', onPress: onDone }}>
          {trouble.detail}
        </NoticeBar>
      )}
      {secret === undefined ? (
        <PaperActs
          mandate={mandate}
          busy={confirm.busy}
          onConfirm={() => confirm.run()}
          onEnd={() => void end.run()}
        />
      ) : (
        <HandOver secret={secret} onDone={onDone} />
      )}
    </>
  )
}

interface PaperActsProps {
  readonly mandate: Mandate
  readonly busy: boolean
  readonly onConfirm: () => unknown
  readonly onEnd: () => void
}

const PaperActs = ({ mandate: { mandate: id, state }, busy, onConfirm, onEnd }: PaperActsProps) => (
  <>
    {state === 'recorded' && (
      <Button id={`confirm-${id}`} busy={busy} onPress={onConfirm}>
        我也看过原件，和登记的一致
      </Button>
    )}
    {state !== 'ended' && state !== 'used' && (
      <Removal
        id={`end-${id}`}
        act="登记业主撤回"
        loses="请先收下业主书面的撤回。登记以后受托人不能再替业主投票。"
        keep="不撤回"
        onRemove={onEnd}
      />
    )}
  </>
)

interface HandOverProps {
  readonly secret: string
  readonly onDone: () => Promise<void>
}

const HandOver = ({ secret, onDone }: HandOverProps) => (
  <>
    <NoticeBar tone="blue">{`委托码 ${secret}`}</NoticeBar>
    <Said>
      请把委托码交给受托人本人。对方在家园打开这次表决，点“委托投票”，输入后就能替业主投。
    </Said>
    <Button kind="plain" id="handed-over" onPress={onDone}>
      已交给受托人
    </Button>
  </>
)
