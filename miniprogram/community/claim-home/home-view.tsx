import { formatArea } from '#shared/kernel/area.ts'
import type { HomeInFull } from '#shared/bindings/views.ts'
import { HistoryCard } from '#miniprogram/features/bindings/history-card.tsx'
import { go } from '#miniprogram/features/pages.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import type { OfHome } from './claim-props.ts'
import { ClaimView } from './claim-view.tsx'
import { PaperRepresentation } from './paper-representation.tsx'

const OVER: readonly HomeInFull['claims'][number]['status'][] = ['rejected', 'ended']

/** What the register says, then who says the home is theirs, then what became of earlier claims. */
export function HomeView(props: OfHome) {
  const { home } = props
  const live = home.claims.filter(({ status }) => !OVER.includes(status))
  const over = home.claims.filter(({ status }) => OVER.includes(status))
  return (
    <>
      <NoticeBar tone="blue">您看了这户的资料，系统会记下来，本人能看到是谁看的。</NoticeBar>
      <Registered home={home} />
      {live.length === 0 && <NoticeBar tone="blue">这套房没有等着核实的。</NoticeBar>}
      {live.map((claim) => (
        <ClaimView key={claim.binding} claim={claim} {...props} />
      ))}
      {home.representation && (
        <PaperRepresentation {...props} representation={home.representation} />
      )}
      {over.map((claim) => (
        <ClaimView key={claim.binding} claim={claim} {...props} />
      ))}
      <HistoryCard title="这套房的经过" history={home.history} />
      <Button kind="plain" id="paper-code" onPress={() => go('paperCode', { unit: home.unit })}>
        给这套房发纸质验证码
      </Button>
    </>
  )
}

function Registered({ home: { unit, areaCenti, owners } }: { readonly home: HomeInFull }) {
  return (
    <Card title={unit}>
      {areaCenti === undefined ? (
        <NoticeBar tone="red">名册上没有这套房。请核对房号，或先更新名册。</NoticeBar>
      ) : (
        <Row title="名册上的面积" value={formatArea(areaCenti)} />
      )}
      {owners.map(({ member, name, organisation, phones, heldBy }) => (
        <Row
          key={member}
          title={`名册上的业主：${name}`}
          note={`${organisation ? '单位。' : ''}${phoneWords(phones)}`}
          tag={
            heldBy === undefined ? (
              <Tag tone="grey">没有人绑定</Tag>
            ) : (
              <Tag tone="jade">已有人绑定</Tag>
            )
          }
        />
      ))}
    </Card>
  )
}

const phoneWords = (phones: readonly string[]): string =>
  phones.length === 0 ? '名册上没有手机号' : `手机号后四位 ${phones.join('、')}`
