import type { VoteResult } from '#shared/votes/result.ts'
import { VERDICT_NAMES } from '#shared/votes/words.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Said } from '../bindings/said.tsx'

/** What is read before any figure: where a result turns on silence, or is not what the official one says. */
export const ResultFirst = ({ result }: { readonly result: VoteResult }) => (
  <>
    {(result.first ?? []).map((sentence) => (
      <NoticeBar key={sentence} tone="red">
        {sentence}
      </NoticeBar>
    ))}
    {result.official && <Official official={result.official} />}
    {result.silence && (
      <Card title="没有交回的表决票">
        <Said>{result.silence.sentence}</Said>
      </Card>
    )}
  </>
)

const Official = ({ official }: { readonly official: NonNullable<VoteResult['official']> }) => (
  <Card title="政府平台公布的结果">
    <Row title={official.system} note={official.link} />
    <Row title="文号" value={official.document} />
    <Row title="日期" value={official.day} />
    {official.verdicts.map((verdict, place) => (
      <Row key={place} title={`第 ${place + 1} 项，平台的结论`} value={VERDICT_NAMES[verdict]} />
    ))}
    <Row title="录入" value={official.recordedBy} />
    <Said>下面的数字取自平台公布的结果，是否通过按《民法典》第二百七十八条重新算过。</Said>
  </Card>
)
