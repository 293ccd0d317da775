import type { Version } from '#shared/register/terms.ts'
import { registerApi } from '#miniprogram/features/register/api.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useList } from '#miniprogram/platform/use-list.ts'
import { go } from '#miniprogram/features/pages.ts'
import { versionNote } from '#miniprogram/features/register/words.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { More } from '#miniprogram/platform/ui/more.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'

interface VersionListProps {
  readonly community: string
  readonly newest: number
}

/** Every version there was, newest first; each leads to what it changed. */
export function VersionList({ community, newest }: VersionListProps) {
  const list = useList(`register versions ${community} ${newest}`, (from) =>
    registerApi.versions({ community, limit: 5, ...from }),
  )
  return (
    <Card title="历次版本">
      <Loaded query={list.query} cards={1}>
        {(items) => items.map((one) => <VersionRow key={one.version} version={one} />)}
      </Loaded>
      <More list={list} />
    </Card>
  )
}

function VersionRow({ version }: { readonly version: Version }) {
  const now = useNow()
  return (
    <Row
      id={`version-${version.version}`}
      title={`第 ${version.version} 版`}
      note={versionNote(version, now)}
      onPress={() => void go('registerVersion', { version: String(version.version) })}
    />
  )
}
