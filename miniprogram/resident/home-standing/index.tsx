import { useRouter } from '@tarojs/taro'
import { bindingsApi } from '#miniprogram/features/bindings/api.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { KnownPerson } from '#miniprogram/features/bindings/known-person.tsx'
import { go } from '#miniprogram/features/pages.ts'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { Standing } from './standing.tsx'

export default function HomeStandingPage() {
  return (
    <Page title="房屋绑定">
      <KnownPerson>{({ person }) => <Asked person={person} />}</KnownPerson>
    </Page>
  )
}

function Asked({ person }: { readonly person: string }) {
  const { binding: id, filed } = useRouter().params
  const mine = useQuery(`bindings ${person}`, () => bindingsApi.mine({}))
  return (
    <Loaded query={mine}>
      {({ items }) => {
        const binding = items.find((one) => one.binding === id)
        return binding ? (
          <Standing binding={binding} isNew={filed === '1'} reload={mine.reload} />
        ) : (
          <StateView
            title="没有找到这条绑定"
            note="可能已经过了保存期，或不是用这个账号绑定的。"
            act={{ word: '看我的房屋', onPress: () => go('homes') }}
          />
        )
      }}
    </Loaded>
  )
}
