import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { Text } from '@tarojs/components'
import { can } from '#shared/kernel/permissions.ts'
import type { Version } from '#shared/register/terms.ts'
import { registerApi } from '#miniprogram/features/register/api.ts'
import { ApiError } from '#miniprogram/platform/api-error.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import type { Identity } from '#miniprogram/platform/identity.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { registerRefusals } from '#shared/register/refusals.ts'
import { FiguresRows } from '#miniprogram/features/register/figures-rows.tsx'
import { versionNote } from '#miniprogram/features/register/words.ts'
import { Permitted } from '#miniprogram/features/permitted.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { Changes } from './changes.tsx'
import { Undo } from './undo.tsx'

export default function RegisterVersionPage() {
  const number = Number(useRouter().params['version'])
  return (
    <Page title={Number.isInteger(number) ? `名册第 ${number} 版` : '名册版本'}>
      <Permitted to="register:read">
        {(identity) => <OneVersion {...identity} number={number} />}
      </Permitted>
    </Page>
  )
}

interface OneVersionProps extends Identity {
  readonly number: number
}

function OneVersion({ community, membership, number }: OneVersionProps) {
  const [undone, setUndone] = useState<Version>()
  const query = useQuery(`register version ${community} ${number}`, () =>
    findVersion(community, number),
  )
  const now = useNow()
  return (
    <Loaded query={query}>
      {(version) => (
        <>
          {undone && (
            <NoticeBar tone="jade">
              {`已撤销。现在用的是第 ${undone.version} 版，内容和第 ${number - 1} 版一样。`}
            </NoticeBar>
          )}
          <Card title={`第 ${version.version} 版`} id="version">
            <Text>{versionNote(version, now)}</Text>
            {version.reason !== undefined && <Text>{`原因：${version.reason}`}</Text>}
            <FiguresRows figures={version.figures} />
          </Card>
          <Changes community={community} version={version} />
          {version.undoable && !undone && can(membership.roles, 'register:import') && (
            <Undo
              community={community}
              version={version}
              onUndone={(now_) => {
                setUndone(now_)
                void query.reload()
              }}
            />
          )}
        </>
      )}
    </Loaded>
  )
}

const PAGES_AT_MOST = 50

/** Versions are listed newest first: one is found on its way down. */
async function findVersion(community: string, number: number): Promise<Version> {
  let cursor: string | undefined
  for (let page = 0; page < PAGES_AT_MOST; page += 1) {
    const { items, cursor: next } = await registerApi.versions({
      community,
      limit: 100,
      ...(cursor !== undefined && { cursor }),
    })
    const found = items.find(({ version }) => version === number)
    if (found) return found
    if (next === undefined) break
    cursor = next
  }
  const { status, detail } = registerRefusals['register.version_unknown']
  throw new ApiError('register.version_unknown', detail, status)
}
