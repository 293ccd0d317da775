import { useRouter } from '@tarojs/taro'
import { KnownPerson } from '#miniprogram/features/bindings/known-person.tsx'
import { ComplaintRow } from '#miniprogram/features/complaints/complaint-row.tsx'
import { api } from '#miniprogram/platform/api.ts'
import { useList } from '#miniprogram/platform/use-list.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { More } from '#miniprogram/platform/ui/more.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'

/** What somebody filed in a community where they have no home any more. */
export default function ComplaintFormerPage() {
  const { community = '' } = useRouter().params
  return (
    <Page title="以前小区的投诉">
      <KnownPerson>{() => <Mine community={community} />}</KnownPerson>
    </Page>
  )
}

function Mine({ community }: { readonly community: string }) {
  const list = useList(`my complaints ${community}`, (from) =>
    api.complaints.mine({ community, limit: 30, ...from }),
  )
  return (
    <>
      <NoticeBar tone="grey">
        您在这个小区已没有登记的房屋，不能再提新的。以前提交的照样办理，您仍可查看、确认或提出异议。
      </NoticeBar>
      <Loaded query={list.query}>
        {(items) =>
          items.length === 0 ? (
            <StateView title="您在这个小区没有提过投诉" />
          ) : (
            <Card title="最近的在前">
              {items.map((card) => (
                <ComplaintRow key={card.number} card={card} mine community={community} />
              ))}
            </Card>
          )
        }
      </Loaded>
      <More list={list} />
    </>
  )
}
