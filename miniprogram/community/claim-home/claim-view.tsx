import { useState } from 'react'
import { View } from '@tarojs/components'
import { formatDay, formatTime } from '#shared/kernel/calendar.ts'
import { GROUND_NAMES } from '#shared/bindings/terms.ts'
import type { ClaimInFull } from '#shared/bindings/views.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { HistoryCard } from '#miniprogram/features/bindings/history-card.tsx'
import {
  MATCH_WORDS,
  reasonWords,
  RELATION_NAMES,
  STATUS_WORDS,
} from '#miniprogram/features/bindings/words.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import styles from './claim-view.module.scss'
import type { OfClaim } from './claim-props.ts'
import { Confirm } from './confirm.tsx'
import { End } from './end.tsx'
import { Reject } from './reject.tsx'
import { SeeDocument } from './see-document.tsx'

const ACTS = {
  document: { word: '记下看过的证件', Form: SeeDocument },
  confirm: { word: '核实通过', Form: Confirm },
  reject: { word: '不通过', Form: Reject },
  end: { word: '结束这条绑定', Form: End },
} as const
type ActName = keyof typeof ACTS
const ORDER = ['document', 'confirm', 'reject', 'end'] as const

/** One claim with everything needed to decide on it, and the decisions that may be made now. */
export function ClaimView(props: OfClaim) {
  const { claim } = props
  const [chosen, setChosen] = useState<ActName>()
  const { word, tone } = STATUS_WORDS[claim.status]
  const open = ORDER.filter((act) => claim.acts.includes(act))
  const Form = chosen && open.includes(chosen) ? ACTS[chosen].Form : undefined
  return (
    <>
      <Card
        id={`claim-${claim.binding}`}
        title={`${RELATION_NAMES[claim.relation]} ${claim.name}`}
        aside={<Tag tone={tone}>{word}</Tag>}
      >
        <Said claim={claim} />
        <Compared claim={claim} owners={props.home.owners} />
        <View className={classes(styles, 'acts')}>
          {Form ? (
            <Form {...props} onClose={() => setChosen(undefined)} />
          ) : (
            open.map((act) => (
              <Button
                key={act}
                id={`${act}-${claim.binding}`}
                kind={act === 'confirm' ? 'primary' : 'plain'}
                onPress={() => setChosen(act)}
              >
                {ACTS[act].word}
              </Button>
            ))
          )}
        </View>
      </Card>
      <HistoryCard title={`${claim.name} 的经过`} history={claim.history} />
    </>
  )
}

/** What the person said. */
function Said({ claim }: { readonly claim: ClaimInFull }) {
  const now = useNow()
  const { phone, ground, words, since, until, reason } = claim
  return (
    <>
      <Row title="手机号" value={phone ?? '没有提供'} />
      <Row title="提交时间" note={formatTime(new Date(since), now)} />
      {ground !== undefined && <Row title="情况" note={GROUND_NAMES[ground]} />}
      {words !== undefined && words !== '' && (
        <Row title={reason === undefined ? '本人说明' : '告诉本人的话'} note={words} />
      )}
      {until !== undefined && <Row title="有效到" note={formatDay(until, now)} />}
      {reason !== undefined && <Row title="原因" note={reasonWords(reason)} />}
    </>
  )
}

interface ComparedProps {
  readonly claim: ClaimInFull
  readonly owners: OfClaim['home']['owners']
}

/** What agrees with the register and what stands against it. */
function Compared({ claim, owners }: ComparedProps) {
  const { match, member, contested, binding } = claim
  const owner = owners.find((one) => one.member === member)
  const held = owner?.heldBy !== undefined && owner.heldBy !== binding
  return (
    <>
      {match !== undefined && (
        <Row
          title="和名册比"
          note={owner ? `对应名册上的 ${owner.name}` : '名册上找不到对应的业主'}
          tag={<Tag tone={MATCH_WORDS[match].tone}>{MATCH_WORDS[match].word}</Tag>}
        />
      )}
      {contested && (
        <NoticeBar tone="red">不止一个人说这是他的房。请看过双方材料再定，不能只看一边。</NoticeBar>
      )}
      {held && <NoticeBar tone="amber">名册上的这位业主已经由另一个账号绑定。</NoticeBar>}
    </>
  )
}
