import { useState } from 'react'
import { formatTime } from '#shared/kernel/calendar.ts'
import { can, type Role } from '#shared/kernel/permissions.ts'
import type { AskedCorrection } from '#shared/privacy/correction-contract.ts'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { ABOUT_NAMES, STATE_WORDS } from '#miniprogram/features/privacy/correction-words.ts'
import { go } from '#miniprogram/features/pages.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import { AnswerForm, type Verdict } from './answer-form.tsx'
import type { OfCorrection } from './correction-props.ts'

/** Who asks for what, then where to look it up, then the two answers. */
export function CorrectionView(props: OfCorrection & { readonly roles: readonly Role[] }) {
  const { asked, roles } = props
  return (
    <>
      <NoticeBar tone="blue">您看了这位居民的资料，系统会记下来，本人能看到是谁看的。</NoticeBar>
      <Wish asked={asked} />
      {asked.state === 'open' ? (
        <>
          {can(roles, 'register:read') && <WhereToLook units={asked.units} />}
          <Decide {...props} />
        </>
      ) : (
        <Answered asked={asked} />
      )}
    </>
  )
}

function Wish({ asked }: { readonly asked: AskedCorrection }) {
  const now = useNow()
  const { about, text, name, units, askedAt, state } = asked
  const { word, tone } = STATE_WORDS[state]
  return (
    <Card title={ABOUT_NAMES[about]} aside={<Tag tone={tone}>{word}</Tag>}>
      <Row title="居民写的" note={text} />
      <Row title="谁提出的" value={name} />
      <Row title="房屋" value={units.length === 0 ? '还没有绑定房屋' : units.join('、')} />
      <Row title="提出时间" value={formatTime(new Date(askedAt), now)} />
    </Card>
  )
}

const WhereToLook = ({ units }: { readonly units: readonly string[] }) => (
  <Card title="先查一查">
    {units.map((unit) => (
      <Row
        key={unit}
        id={`look-${unit}`}
        title={`名册上的 ${unit}`}
        note="看业主、面积和改动"
        onPress={() => void go('registerUnit', { unit })}
      />
    ))}
    <Row
      id="look-register"
      title="业主名册"
      note="名册写错了，先在这里改好，再回来答复"
      onPress={() => void go('register')}
    />
  </Card>
)

function Decide(props: OfCorrection) {
  const [verdict, setVerdict] = useState<Verdict>()
  if (verdict !== undefined) {
    return <AnswerForm {...props} verdict={verdict} onClose={() => setVerdict(undefined)} />
  }
  return (
    <Card title="怎么答复">
      <Said>改好了，或者查过了不用改，都要告诉本人。答复以后不能再改。</Said>
      <Button id="choose-done" onPress={() => setVerdict('done')}>
        已经改好
      </Button>
      <Button kind="plain" id="choose-declined" onPress={() => setVerdict('declined')}>
        不能改
      </Button>
    </Card>
  )
}

function Answered({ asked: { answer = '', answeredAt } }: { readonly asked: AskedCorrection }) {
  const now = useNow()
  return (
    <Card title="已经答复">
      <Row title="告诉本人的" note={answer} />
      {answeredAt !== undefined && (
        <Row title="答复时间" value={formatTime(new Date(answeredAt), now)} />
      )}
    </Card>
  )
}
