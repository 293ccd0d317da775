import { useRouter } from '@tarojs/taro'
import { api } from '#miniprogram/platform/api.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { KnownPerson } from '#miniprogram/features/bindings/known-person.tsx'
import { ComplaintView } from '#miniprogram/features/complaints/complaint-view.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { SignedIn } from '#miniprogram/platform/ui/signed-in.tsx'
import { formatNumber } from '#shared/kernel/public-number.ts'
import { Answer } from './answer.tsx'

export default function ComplaintPage() {
  const { number = '', filed, community: asked } = useRouter().params
  const show = (community: string) => (
    <Asked community={community} number={number} filed={filed !== undefined} />
  )
  return (
    <Page title="我的投诉">
      {/* Who helps somebody may have no home, and so no community of their own. */}
      {asked === undefined ? (
        <SignedIn>{({ community }) => show(community)}</SignedIn>
      ) : (
        <KnownPerson>{() => show(asked)}</KnownPerson>
      )}
    </Page>
  )
}

interface AskedProps {
  readonly community: string
  readonly number: string
  readonly filed: boolean
}

function Asked({ community, number, filed }: AskedProps) {
  const query = useQuery(`complaint ${number}`, () => api.complaints.get({ community, number }))
  return (
    <Loaded query={query}>
      {(complaint) => (
        <>
          {filed && complaint.state === 'submitted' && (
            <NoticeBar tone="jade">{`已收到，编号 ${formatNumber(number)}。`}</NoticeBar>
          )}
          <ComplaintView complaint={complaint}>
            <Answer community={community} complaint={complaint} onDone={query.put} />
          </ComplaintView>
        </>
      )}
    </Loaded>
  )
}
