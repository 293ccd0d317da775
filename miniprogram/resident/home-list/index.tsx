import type { MyBinding } from '#shared/bindings/views.ts'
import type { Me } from '#shared/people/contract.ts'
import { bindingsApi } from '#miniprogram/features/bindings/api.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { KnownPerson } from '#miniprogram/features/bindings/known-person.tsx'
import { RELATION_NAMES, STATUS_WORDS } from '#miniprogram/features/bindings/words.ts'
import { go } from '#miniprogram/features/pages.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'

export default function HomeListPage() {
  return (
    <Page title="我的房屋">
      <KnownPerson>
        {({ person, formerly = [] }) => (
          <>
            <Homes person={person} />
            <Formerly communities={formerly} />
          </>
        )}
      </KnownPerson>
    </Page>
  )
}

/** Every home of the person, in whatever community, with how it stands; what has ended comes last. */
function Homes({ person }: { readonly person: string }) {
  const mine = useQuery(`bindings ${person}`, () => bindingsApi.mine({}))
  return (
    <Loaded query={mine} cards={2}>
      {({ phone, items }) => (
        <>
          <BindingRows items={items} />
          {phone !== undefined && (
            <Card title="核实用的手机号">
              <Row title={phone} note="加密保存，只有您和办理的工作人员看得到中间打星号的号码" />
            </Card>
          )}
          <Action>
            <Button id="claim-home" onPress={() => go('homeClaim')}>
              {items.length === 0 ? '绑定我的房屋' : '再绑定一套房'}
            </Button>
          </Action>
        </>
      )}
    </Loaded>
  )
}

/** Of the community nothing is left to them but what they filed: it is found here alone. */
const Formerly = ({ communities }: { readonly communities: NonNullable<Me['formerly']> }) =>
  communities.length === 0 ? null : (
    <Card title="以前小区的投诉">
      {communities.map(({ community, name }) => (
        <Row
          key={community}
          id={`formerly-${community}`}
          title={name}
          note="以前提交的照样办理，仍可查看、确认或提出异议"
          onPress={() => void go('complaintFormer', { community })}
        />
      ))}
    </Card>
  )

function BindingRows({ items }: { readonly items: readonly MyBinding[] }) {
  const live = items.filter(({ status }) => status !== 'ended')
  const ended = items.filter(({ status }) => status === 'ended')
  return (
    <>
      {live.length === 0 && (
        <StateView
          title="您还没有绑定房屋"
          note="绑定后就能投诉、看账单；核实后还能投票。大约要 3 分钟。"
        />
      )}
      {live.length > 0 && <Rows title="现在的" items={live} />}
      {ended.length > 0 && <Rows title="已经结束的" items={ended} />}
    </>
  )
}

interface RowsProps {
  readonly title: string
  readonly items: readonly MyBinding[]
}

const Rows = ({ title, items }: RowsProps) => (
  <Card title={title}>
    {items.map((one) => {
      const { binding, unit, communityName, relation, status } = one
      const { word, tone } = STATUS_WORDS[status]
      return (
        <Row
          key={`${binding} ${unit}`}
          id={`home-${unit}`}
          title={unit}
          note={`${communityName}，${RELATION_NAMES[relation]}`}
          tag={<Tag tone={tone}>{word}</Tag>}
          onPress={() => void go('homeStanding', { binding, community: one.community, unit })}
        />
      )
    })}
  </Card>
)
