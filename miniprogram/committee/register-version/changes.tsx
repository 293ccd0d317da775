import type { UnitChange } from '#shared/register/diff.ts'
import type { Version } from '#shared/register/terms.ts'
import { Text } from '@tarojs/components'
import { registerApi } from '#miniprogram/features/register/api.ts'
import { useList } from '#miniprogram/platform/use-list.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { grouped } from '#miniprogram/features/grouped.ts'
import { ChangeList } from '#miniprogram/features/register/change-list.tsx'
import { Fold } from '#miniprogram/features/register/fold.tsx'
import { CHANGE_WORDS } from '#miniprogram/features/register/words.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'

interface ChangesProps {
  readonly community: string
  readonly version: Version
}

const KINDS = ['added', 'changed', 'removed'] as const

/** How a version differs from the one before; each kind for whoever wants to see it. */
export function Changes({ community, version: { version } }: ChangesProps) {
  const query = useQuery(`register diff ${community} ${version}`, () =>
    registerApi.diff({ community, version, limit: 1 }),
  )
  return (
    <Card title={version === 1 ? '第一份名册' : `和第 ${version - 1} 版比`} id="changes">
      <Loaded query={query} cards={1}>
        {(counts) => {
          const kinds = KINDS.filter((kind) => counts[kind] > 0)
          return kinds.length === 0 ? (
            <Text>每一套房都和上一版一样。</Text>
          ) : (
            kinds.map((change) => (
              <Fold
                key={change}
                id={`see-${change}`}
                show={`看${CHANGE_WORDS[change]}的 ${grouped(counts[change])} 套`}
                hide={`收起${CHANGE_WORDS[change]}的`}
              >
                {() => <Units community={community} version={version} change={change} />}
              </Fold>
            ))
          )
        }}
      </Loaded>
    </Card>
  )
}

interface UnitsProps {
  readonly community: string
  readonly version: number
  readonly change: UnitChange['change']
}

function Units({ community, version, change }: UnitsProps) {
  const list = useList(`register diff ${community} ${version} ${change}`, (from) =>
    registerApi.diff({ community, version, change, limit: 20, ...from }),
  )
  return <ChangeList list={list} />
}
