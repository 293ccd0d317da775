import { formatTime } from '#shared/kernel/calendar.ts'
import type { Petition } from '#shared/votes/petitions/petition.ts'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { useNow } from '#miniprogram/platform/clock.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import { TwoAxisBar } from '#miniprogram/platform/ui/two-axis-bar.tsx'
import { CHECK_SENTENCES, petitionAxes, petitionTime, petitionWord } from './petition-words.ts'

/** What a petition asks and why, and how far it has come on both axes. */
export function PetitionFacts({ petition }: { readonly petition: Petition }) {
  const now = useNow()
  const { word, tone } = petitionWord(petition)
  const { support, rule, check, mine } = petition
  return (
    <>
      {check && mine && <NoticeBar tone="amber">{CHECK_SENTENCES[check]}</NoticeBar>}
      <Card title={petition.title} aside={<Tag tone={tone}>{word}</Tag>}>
        <Said>{`要讨论：${petition.text}`}</Said>
        <Said>{`理由：${petition.reason}`}</Said>
        <Said>{`${petitionTime(petition, now)}。`}</Said>
      </Card>
      <Card title="联名情况">
        <TwoAxisBar {...petitionAxes(petition)} />
        <Said>{`${formatTime(new Date(support.asOf), now)} 统计，有人联名后约十秒更新。`}</Said>
      </Card>
      <NoticeBar tone="blue">
        {`按人数算，达到全体业主的 ${rule.numerator}/${rule.denominator}，业委会就要组织业主大会临时会议；面积一并列出。依据：${rule.source}。`}
      </NoticeBar>
    </>
  )
}
