import { formatDay } from '#shared/kernel/calendar.ts'
import type { MyBinding } from '#shared/bindings/views.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { HistoryCard } from '#miniprogram/features/bindings/history-card.tsx'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { Papers } from '#miniprogram/features/bindings/papers.tsx'
import {
  isOwner,
  reasonWords,
  RELATION_NAMES,
  standingSentence,
  STATUS_WORDS,
} from '#miniprogram/features/bindings/words.ts'
import { go } from '#miniprogram/features/pages.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ClockLine } from '#miniprogram/platform/ui/clock-line.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import { Appeal } from './appeal.tsx'
import { GiveUp } from './give-up.tsx'

interface StandingProps {
  readonly binding: MyBinding
  /** Just sent: says that it arrived. */
  readonly isNew: boolean
  readonly reload: () => Promise<void>
}

const NEW: readonly MyBinding['status'][] = ['waiting', 'claimed', 'verified']
const WAITS: readonly MyBinding['status'][] = ['waiting', 'claimed', 'appealed']

/** How one binding stands, what happens next and when, what its person can do, and how it came about. */
export function Standing({ binding, isNew, reload }: StandingProps) {
  const { status, unit, history } = binding
  const { word, tone } = STATUS_WORDS[status]
  return (
    <>
      {isNew && NEW.includes(status) && <NoticeBar tone="jade">已收到您的绑定申请。</NoticeBar>}
      <Card title={unit} aside={<Tag tone={tone}>{word}</Tag>}>
        <Row title={binding.communityName} value={RELATION_NAMES[binding.relation]} />
        <Said>{standingSentence(binding)}</Said>
        <Why binding={binding} />
        <Until binding={binding} />
      </Card>
      {status === 'waiting' && <Papers streetName={undefined} />}
      {status === 'verified' && <ByRelation binding={binding} />}
      {binding.appealBy !== undefined && <Appeal binding={binding} onDone={reload} />}
      <HistoryCard history={history} />
      {status !== 'ended' && status !== 'rejected' && <GiveUp binding={binding} onDone={reload} />}
    </>
  )
}

/** Why it did not pass or has ended, and what else there is to know. */
function Why({ binding: { reason, words, contested } }: { readonly binding: MyBinding }) {
  return (
    <>
      {reason !== undefined && <Said>{`原因：${reasonWords(reason)}`}</Said>}
      {words !== undefined && words !== '' && <Said>{`说明：${words}`}</Said>}
      {contested && (
        <NoticeBar tone="amber">
          还有别人也说这套房是他的。两边都要由工作人员看过材料再定，请带不动产权证到社区。
        </NoticeBar>
      )}
    </>
  )
}

function Until({ binding: { status, expectedBy, until } }: { readonly binding: MyBinding }) {
  const now = useNow()
  return (
    <>
      {expectedBy !== undefined && WAITS.includes(status) && (
        <ClockLine
          who={status === 'appealed' ? '社区' : '业委会或社区'}
          act={status === 'appealed' ? '复核' : '核实'}
          by={expectedBy}
        />
      )}
      {until !== undefined && <Said>{`有效到 ${formatDay(until, now)}`}</Said>}
    </>
  )
}

/** What the person can go on to from this home. */
function ByRelation({ binding }: { readonly binding: MyBinding }) {
  if (isOwner(binding)) return <OfOwner binding={binding} />
  if (binding.relation === 'helper') return <OfHelper binding={binding} />
  return binding.relation === 'family' ? <OfFamily binding={binding} /> : null
}

const OfHelper = ({ binding: { community, unit, helps } }: { readonly binding: MyBinding }) => (
  <Card title={`替${helps?.name ?? '本人'}办事`}>
    <Row
      id="file-for"
      title="替他提交投诉"
      note="写明由您代为提交，由本人确认是否办好"
      onPress={() => void go('complaintFile', { community, for: unit })}
    />
    <Row
      id="filed-for"
      title="替人提交的投诉"
      note="看办到哪里了"
      onPress={() => void go('complaintAssisted', { community })}
    />
  </Card>
)

const OfFamily = ({ binding: { community, unit } }: { readonly binding: MyBinding }) => (
  <Card title="请人替我办事">
    <Row
      id="people"
      title="我的代办人"
      note="请亲友或志愿者替我提交投诉，随时可以解除"
      onPress={() => void go('homePeople', { community, unit })}
    />
  </Card>
)

const OfOwner = ({ binding: { community, unit, relation } }: { readonly binding: MyBinding }) => (
  <Card title="这套房的其他人">
    <Row
      id="people"
      title="租户、家人和代办人"
      note="添加、移除"
      onPress={() => void go('homePeople', { community, unit })}
    />
    {relation === 'co_owner' && (
      <Row
        id="representative"
        title="共有人和产权代表"
        note="几个人共有一套房，要推选一位代表投票"
        onPress={() => void go('homeRepresentative', { community, unit })}
      />
    )}
  </Card>
)
