import { useRouter } from '@tarojs/taro'
import { formatDay, formatTime } from '#shared/kernel/calendar.ts'
import type { VoteResult } from '#shared/votes/result.ts'
import { ProfileBar } from '#miniprogram/features/votes/profile-bar.tsx'
import { ResultFirst } from '#miniprogram/features/votes/result-first.tsx'
import { ResultItems } from '#miniprogram/features/votes/result-items.tsx'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { go } from '#miniprogram/features/pages.ts'
import { api } from '#miniprogram/platform/api.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { SignedIn } from '#miniprogram/platform/ui/signed-in.tsx'
import { Announcement } from './announcement.tsx'

export default function ResultPage() {
  const { vote = '' } = useRouter().params
  return (
    <Page title="表决结果">
      <SignedIn>{({ community }) => <AskedResult community={community} vote={vote} />}</SignedIn>
    </Page>
  )
}

function AskedResult({ community, vote }: { readonly community: string; readonly vote: string }) {
  const query = useQuery(`result ${vote}`, () => api.votes.result({ community, vote }))
  return (
    <Loaded query={query}>{(result) => <Result community={community} result={result} />}</Loaded>
  )
}

interface ResultProps {
  readonly community: string
  readonly result: VoteResult
}

function Result({ community, result }: ResultProps) {
  const now = useNow()
  const time = (at: string) => formatTime(new Date(at), now)
  const { vote } = result
  return (
    <>
      <ProfileBar profile={result.profile} modeSentence={result.modeSentence} />
      <Card title={result.title}>
        <Said>{`${time(result.opensAt)} 至 ${time(result.closesAt)} 投票，${time(result.countedAt)} 计票。`}</Said>
      </Card>
      <ResultFirst result={result} />
      <ResultItems items={result.items} voidHeads={result.voidHeads} />
      <Card title="核对与异议">
        <Said>{result.annulmentNote}</Said>
        {result.annulmentUntil !== undefined && (
          <Said>{`从公布之日算起，到 ${formatDay(result.annulmentUntil, now)}为止。`}</Said>
        )}
        <Row
          id="objections"
          title="对结果的异议和答复"
          onPress={() => void go('voteObjections', { vote, about: 'result' })}
        />
        <Row title="名册指纹" note={result.rollSha256} />
        <Row title="选票指纹" note={result.ballotsSha256} />
      </Card>
      <Announcement community={community} vote={vote} />
      <Button kind="plain" onPress={() => go('vote', { vote })}>
        看议题和我的选票
      </Button>
    </>
  )
}
