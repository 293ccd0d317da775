import * as z from '#shared/kernel/zod.ts'
import { AssistedSide } from '#shared/complaints/contract.ts'
import { formatTime } from '#shared/kernel/calendar.ts'
import { api } from '#miniprogram/platform/api.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { draftsOf } from '#miniprogram/platform/drafts.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { useList } from '#miniprogram/platform/use-list.ts'
import { ComplaintRow } from '#miniprogram/features/complaints/complaint-row.tsx'
import { ASSISTED_TITLES } from '#miniprogram/features/complaints/words.ts'
import { go } from '#miniprogram/features/pages.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { More } from '#miniprogram/platform/ui/more.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'

interface Whose {
  readonly person: string
  readonly community: string
}

const Begun = z.object({ text: z.string(), sending: z.object({}).optional() })

export function MyComplaints({ person, community }: Whose) {
  const list = useList(`my complaints ${community}`, (from) =>
    api.complaints.mine({ community, limit: 30, ...from }),
  )
  return (
    <>
      <Drafts person={person} community={community} />
      <Loaded query={list.query}>
        {(items) =>
          items.length === 0 ? (
            <StateView
              title="您还没有投诉"
              note="家里或小区里有问题，点下面的按钮，一分钟就能提交。"
            />
          ) : (
            <Card title="我的投诉">
              {items.map((card) => (
                <ComplaintRow key={card.number} card={card} mine />
              ))}
            </Card>
          )
        }
      </Loaded>
      <More list={list} />
      <Neighbours />
      <Assisted community={community} />
      <Card title="在社区窗口提过的">
        <Row id="go-claim" title="凭回执认领" onPress={() => void go('complaintClaim')} />
      </Card>
      <Action>
        <Button id="go-file" onPress={() => go('complaintFile')}>
          我要投诉
        </Button>
      </Action>
    </>
  )
}

/** Begun and not sent: on this phone only. */
function Drafts({ person, community }: Whose) {
  const now = useNow()
  const drafts = draftsOf(person, `complaint:${community}`, Begun).list()
  if (drafts.length === 0) return null
  return (
    <Card title="没有提交的（只在这部手机上）">
      {drafts.map(({ id, savedAt, content }) => (
        <Row
          key={id}
          title={content.text === '' ? '还没有写文字' : content.text.slice(0, 30)}
          note={`${formatTime(new Date(savedAt), now)} 存下${content.sending ? '，等网络恢复后发送，点开就发' : ''}`}
          onPress={() => void go('complaintFile', { draft: id })}
        />
      ))}
    </Card>
  )
}

/** What the community complains about, without persons, and what of it I joined. */
const Neighbours = () => (
  <Card title="邻居的投诉">
    <Row
      id="go-public"
      title="小区投诉目录"
      note="没有姓名和内容；您家也有的，可以点“我也是”"
      onPress={() => void go('complaintPublic')}
    />
    <Row
      id="go-joined"
      title="我家也有的"
      note="点过“我也是”的"
      onPress={() => void go('complaintPublic', { stage: 'joined' })}
    />
  </Card>
)

/** What a helper sent in: by me for others, or for me before I used the app. Nothing where there is none. */
function Assisted({ community }: Pick<Whose, 'community'>) {
  const found = useQuery(`assisted both ${community}`, async () => {
    const asked = { community, limit: 1 } as const
    const [byMe, forMe] = await Promise.all([
      api.complaints.assisted({ ...asked, side: 'by_me' }),
      api.complaints.assisted({ ...asked, side: 'for_me' }),
    ])
    return { by_me: byMe.items.length > 0, for_me: forMe.items.length > 0 }
  })
  const sides = AssistedSide.options.filter((side) => found.data?.[side] === true)
  if (sides.length === 0) return null
  return (
    <Card title="代办人提交的">
      {sides.map((side) => (
        <Row
          key={side}
          id={`assisted-${side}`}
          title={ASSISTED_TITLES[side]}
          onPress={() => void go('complaintAssisted', { community, side })}
        />
      ))}
    </Card>
  )
}
