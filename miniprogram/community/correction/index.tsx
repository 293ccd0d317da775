import { useRouter } from '@tarojs/taro'
import { correctionsApi } from '#miniprogram/features/privacy/corrections-api.ts'
import { Permitted } from '#miniprogram/features/permitted.tsx'
import type { Identity } from '#miniprogram/platform/identity.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { CorrectionView } from './correction-view.tsx'

export default function CorrectionPage() {
  const { correction = '' } = useRouter().params
  return (
    <Page title="办理更正申请">
      <Permitted to="binding:confirm">
        {(identity) => <Asked {...identity} correction={correction} />}
      </Permitted>
    </Page>
  )
}

function Asked({ community, membership, correction }: Identity & { readonly correction: string }) {
  const query = useQuery(`correction ${community} ${correction}`, () =>
    correctionsApi.read({ community, correction }),
  )
  return (
    <Loaded query={query}>
      {(asked) => (
        <CorrectionView
          community={community}
          roles={membership.roles}
          asked={asked}
          put={query.put}
          reload={query.reload}
        />
      )}
    </Loaded>
  )
}
