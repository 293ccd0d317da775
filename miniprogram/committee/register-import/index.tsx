import { useState } from 'react'
import { registerApi } from '#miniprogram/features/register/api.ts'
import type { Identity } from '#miniprogram/platform/identity.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Permitted } from '#miniprogram/features/permitted.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { ChooseFile } from './choose-file.tsx'
import { importInHand } from './import-in-hand.ts'
import { ImportSteps } from './import-steps.tsx'

export default function RegisterImportPage() {
  return (
    <Page title="导入名册">
      <Permitted to="register:import">{(identity) => <Wizard {...identity} />}</Permitted>
    </Page>
  )
}

/** One import from file to register. Whoever leaves comes back to where it stands: the server keeps it. */
function Wizard({ person, community }: Identity) {
  const place = importInHand(person, community)
  const [inHand, setInHand] = useState(() => place.read()?.import)
  const begin = (id: string): void => {
    place.write({ import: id, same: [] })
    setInHand(id)
  }
  const end = (): void => {
    place.remove()
    setInHand(undefined)
  }
  if (inHand === undefined) return <ChooseFile community={community} onSent={begin} />
  return (
    <UnderWay
      key={inHand}
      community={community}
      id={inHand}
      person={person}
      onAgain={begin}
      onEnd={end}
    />
  )
}

interface UnderWayProps {
  readonly community: string
  readonly person: string
  readonly id: string
  readonly onAgain: (id: string) => void
  readonly onEnd: () => void
}

function UnderWay({ community, person, id, onAgain, onEnd }: UnderWayProps) {
  const query = useQuery(`import ${id}`, () => registerApi.progress({ community, import: id }))
  // Of another community, or so old that it was swept away: there is nothing to come back to.
  if (query.trouble?.status === 404) {
    return (
      <ChooseFile
        community={community}
        onSent={onAgain}
        note="上一次上传的文件已经清理掉了，请再选一次。名册没有改动。"
      />
    )
  }
  return (
    <Loaded query={query}>
      {(found) => (
        <ImportSteps
          person={person}
          community={community}
          found={found}
          query={query}
          onSent={onAgain}
          onEnd={onEnd}
        />
      )}
    </Loaded>
  )
}
