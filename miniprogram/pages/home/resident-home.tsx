import { api } from '#miniprogram/platform/api.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { ComplaintRow } from '#miniprogram/features/complaints/complaint-row.tsx'
import { DemoRibbon } from '#miniprogram/features/demo-ribbon.tsx'
import { EmergencyEntry } from '#miniprogram/features/emergencies/emergency-entry.tsx'
import { NoticeRow } from '#miniprogram/features/notices/notice-row.tsx'
import { VoteRow } from '#miniprogram/features/votes/vote-row.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { Block } from './block.tsx'
import { isQuiet, movedComplaints, openVotes, unreadNotices } from './concerns.ts'
import { Due } from './due.tsx'
import { ShortList } from './short-list.tsx'

interface Scope {
  readonly community: string
}

/** Votes to cast, money to pay, complaints that moved, notices to read: nothing else, and nothing where there is none. */
export function ResidentHome({ community }: Scope) {
  const now = useNow()
  const votes = useQuery(`home votes ${community}`, () => api.votes.list({ community, limit: 20 }))
  const complaints = useQuery(`home complaints ${community}`, () =>
    api.complaints.mine({ community, limit: 30 }),
  )
  const notices = useQuery(`home notices ${community}`, () =>
    api.notices.list({ community, limit: 30 }),
  )
  const bills = useQuery(`home bills ${community}`, () => api.fees.mine({ community, limit: 1 }))

  return (
    <>
      <DemoRibbon community={community} isTurn={!votes.waiting} />
      <Block name="表决" query={votes}>
        {({ items }) => (
          <ShortList title="正在投票" all={openVotes(items)} seeAll="affairs" unit="次表决">
            {(card) => <VoteRow key={card.vote} card={card} />}
          </ShortList>
        )}
      </Block>
      <Block name="物业费" query={bills}>
        {({ dueFen }) => dueFen > 0 && <Due fen={dueFen} />}
      </Block>
      <Block name="投诉" query={complaints}>
        {({ items }) => (
          <ShortList
            title="我的投诉"
            all={movedComplaints(items, now)}
            seeAll="complaints"
            unit="件投诉"
          >
            {(card) => <ComplaintRow key={card.number} card={card} mine brief />}
          </ShortList>
        )}
      </Block>
      <Block name="公告" query={notices}>
        {({ items }) => (
          <ShortList title="没读的公告" all={unreadNotices(items)} seeAll="affairs" unit="条公告">
            {(card) => <NoticeRow key={card.notice} card={card} />}
          </ShortList>
        )}
      </Block>
      <EmergencyEntry />
      {isQuiet([votes.data, complaints.data, notices.data, bills.data], now) && (
        <StateView
          title="今天没有要您办的事"
          note="没有要投的票，没有没读的公告，物业费也缴清了。有事会出现在这里。"
        />
      )}
    </>
  )
}
