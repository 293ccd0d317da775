import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { can } from '#shared/kernel/permissions.ts'
import { Permitted } from '#miniprogram/features/permitted.tsx'
import { PetitionList } from '#miniprogram/features/votes/petition-list.tsx'
import type { Identity } from '#miniprogram/platform/identity.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { PetitionOf } from './petition-of.tsx'
import { StartForm } from './start-form.tsx'

export default function PetitionsPage() {
  return (
    <Page title="业主联名">
      <Permitted to="vote:petitions">{(identity) => <Petitions {...identity} />}</Permitted>
    </Page>
  )
}

/** All of them; one at a time with one's own part in it; an owner starts another. */
function Petitions({ community, person, membership }: Identity) {
  const [shown, setShown] = useState(useRouter().params['petition'])
  const [starting, setStarting] = useState(false)
  const back = () => {
    setShown(undefined)
    setStarting(false)
  }
  const mayAsk = can(membership.roles, 'vote:petition')
  if (shown !== undefined || starting) {
    return (
      <>
        <Button kind="quiet" id="back" onPress={back}>
          看全部联名
        </Button>
        {shown === undefined ? (
          <StartForm {...{ community, person }} onStarted={setShown} />
        ) : (
          <PetitionOf {...{ community, mayAsk }} petition={shown} />
        )}
      </>
    )
  }
  return (
    <>
      <PetitionList community={community} onOpen={setShown} />
      {mayAsk && (
        <Action>
          <Button id="start" onPress={() => setStarting(true)}>
            发起联名
          </Button>
        </Action>
      )}
    </>
  )
}
