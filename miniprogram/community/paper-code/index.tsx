import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import type { Identity } from '#miniprogram/platform/identity.ts'
import { Permitted } from '#miniprogram/features/permitted.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { ChooseHome } from './choose-home.tsx'
import { CodesOfHome } from './codes-of-home.tsx'

export default function PaperCodePage() {
  return (
    <Page title="纸质验证码">
      <Permitted to="binding:assist">{(identity) => <PaperCodes {...identity} />}</Permitted>
    </Page>
  )
}

/** Which home first, then for whom. */
function PaperCodes({ community, membership }: Identity) {
  const { unit: asked } = useRouter().params
  const [unit, setUnit] = useState(asked)
  return unit === undefined ? (
    <ChooseHome community={community} onChoose={setUnit} />
  ) : (
    <CodesOfHome
      key={unit}
      community={community}
      communityName={membership.name}
      roles={membership.roles}
      unit={unit}
      onOther={() => setUnit(undefined)}
    />
  )
}
