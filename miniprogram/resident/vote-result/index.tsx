import { Text } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { formatTime } from '#shared/kernel/calendar.ts'
import type { ItemResult, VoteResult } from '#shared/votes/result.ts'
import { ProfileBar } from '#miniprogram/features/votes/profile-bar.tsx'
import { majorityAxes, quorumAxes, RESULT_WORDS } from '#miniprogram/features/votes/words.ts'
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
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import { TwoAxisBar } from '#miniprogram/platform/ui/two-axis-bar.tsx'

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
  return <Loaded query={query}>{(result) => <Result result={result} />}</Loaded>
}

function Result({ result }: { readonly result: VoteResult }) {
  const now = useNow()
  const time = (at: string) => formatTime(new Date(at), now)
  return (
    <>
      <ProfileBar profile={result.profile} modeSentence={result.modeSentence} />
      <Card title={result.title}>
        <Text>{`${time(result.opensAt)} 至 ${time(result.closesAt)} 投票，${time(result.countedAt)} 计票。`}</Text>
        {result.voidHeads > 0 && <Text>{`无效选票 ${result.voidHeads} 人，不算参与。`}</Text>}
      </Card>
      {result.items.map((item) => (
        <ItemCard key={item.item} item={item} />
      ))}
      <Card title="核对与异议">
        <Text>{result.annulmentNote}</Text>
        <Row title="名册指纹" note={result.rollSha256} />
        <Row title="选票指纹" note={result.ballotsSha256} />
      </Card>
      <Button kind="plain" onPress={() => go('vote', { vote: result.vote })}>
        看议题和我的选票
      </Button>
    </>
  )
}

function ItemCard({ item }: { readonly item: ItemResult }) {
  const { word, tone } = RESULT_WORDS[item.result]
  const [quorum, majority] = [quorumAxes(item), majorityAxes(item)]
  return (
    <Card title={`${item.item}. ${item.title}`} aside={<Tag tone={tone}>{word}</Tag>}>
      <Text>{item.sentence}</Text>
      <Card title="参与够不够">{quorum && <TwoAxisBar {...quorum} />}</Card>
      <Card title="同意够不够">{majority && <TwoAxisBar {...majority} />}</Card>
    </Card>
  )
}
