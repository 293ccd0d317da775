import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { SCOPES, type Place, type Scope } from '#shared/people/scopes.ts'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { ChoosePlace } from './choose-place.tsx'
import { RolesOfPlace } from './roles-of-place.tsx'

export default function RolesPage() {
  const { scope, of } = useRouter().params
  const asked = SCOPES.find((one): one is Scope => one === scope)
  const [place, setPlace] = useState<Place | undefined>(
    asked && of !== undefined ? { scope: asked, of } : undefined,
  )
  return (
    <Page title="角色与授权">
      {place ? (
        <RolesOfPlace
          key={`${place.scope} ${place.of}`}
          place={place}
          onOther={() => setPlace(undefined)}
        />
      ) : (
        <ChoosePlace onChoose={setPlace} />
      )}
    </Page>
  )
}
