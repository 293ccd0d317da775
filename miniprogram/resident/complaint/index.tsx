import { useEffect } from 'react'
import { useRouter } from '@tarojs/taro'
import type { ComplaintState } from '#shared/complaints/contract.ts'
import { api } from '#miniprogram/platform/api.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { KnownPerson } from '#miniprogram/features/bindings/known-person.tsx'
import { ComplaintView } from '#miniprogram/features/complaints/complaint-view.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { SignedIn } from '#miniprogram/platform/ui/signed-in.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { go } from '#miniprogram/features/pages.ts'
import { formatNumber } from '#shared/kernel/public-number.ts'
import { outboxOf } from '../complaint-file/outbox.ts'
import { FilerActs } from './filer-acts.tsx'

export default function ComplaintPage() {
  const { number = '', filed, community: asked } = useRouter().params
  const show = (who: { readonly community: string; readonly person: string }) => (
    <Asked {...who} number={number} filed={filed !== undefined} />
  )
  return (
    <Page title="我的投诉">
      {/* Who helps somebody may have no home, and so no community of their own. */}
      {asked === undefined ? (
        <SignedIn>{({ community, person }) => show({ community, person })}</SignedIn>
      ) : (
        <KnownPerson>{({ person }) => show({ community: asked, person })}</KnownPerson>
      )}
    </Page>
  )
}

interface AskedProps {
  readonly community: string
  readonly person: string
  readonly number: string
  readonly filed: boolean
}

function Asked({ community, person, number, filed }: AskedProps) {
  const query = useQuery(`complaint ${community} ${number}`, () =>
    api.complaints.get({ community, number }),
  )
  // What waits to be sent goes on with whatever page of this package is opened, not only where it was written.
  useEffect(() => outboxOf(person, community).hurry(), [person, community])
  if (query.data === undefined && query.trouble?.code === 'scope.not_found') return <MovedOut />
  return (
    <Loaded query={query}>
      {(complaint) => (
        <>
          {filed && JUST_FILED.includes(complaint.state) && (
            <NoticeBar tone="jade">{`已收到，编号 ${formatNumber(number)}。`}</NoticeBar>
          )}
          <ComplaintView complaint={complaint} community={community}>
            <FilerActs
              community={community}
              person={person}
              complaint={complaint}
              onDone={query.put}
              onLost={query.reload}
            />
          </ComplaintView>
        </>
      )}
    </Loaded>
  )
}

/** Nobody has answered yet: it may have gone straight to the street, or be taken on before its filer sees it. */
const JUST_FILED: readonly ComplaintState[] = [
  ...(['submitted', 'accepted', 'routed_street', 'street_accepted'] as const),
]

/** Who has no home there any more is let in no more; the case goes on, and what they wrote is theirs. */
const MovedOut = () => (
  <StateView
    title="您在这个小区已经没有登记的房屋"
    note="投诉照样办理。以前提交的内容和经过，可以在“导出我的信息”里取。房屋登记有误的，请到“我的房屋”里看。"
    act={{ word: '导出我的信息', onPress: () => go('privacyExport') }}
  />
)
