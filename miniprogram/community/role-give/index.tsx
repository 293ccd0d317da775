import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { PLATFORM, SCOPES, type Place, type Scope } from '#shared/people/scopes.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { named, rolesAt } from '#miniprogram/features/people/roles-at.ts'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { GiveForm } from './give-form.tsx'
import type { Given } from './given.ts'
import { ShownCode } from './shown-code.tsx'

export default function RoleGivePage() {
  const { scope: asked, of = PLATFORM } = useRouter().params
  const scope = SCOPES.find((one): one is Scope => one === asked)
  return (
    <Page title="邀请担任角色">
      {scope === undefined ? (
        <StateView title="没有选择在哪里授予" note="请回到“角色与授权”重新选择。" />
      ) : (
        <Give place={{ scope, of }} />
      )}
    </Page>
  )
}

function Give({ place }: { readonly place: Place }) {
  const [given, setGiven] = useState<Given>()
  const roles = useQuery(`givable at ${place.scope} ${place.of}`, () =>
    rolesAt(place).list({ ...named(place), limit: 1 }),
  )
  return (
    <Loaded query={roles}>
      {({ name, givable }) =>
        given ? (
          <ShownCode given={given} placeName={name} />
        ) : (
          <GiveForm place={place} placeName={name} givable={givable} onGiven={setGiven} />
        )
      }
    </Loaded>
  )
}
