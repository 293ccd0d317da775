import { can } from '#shared/kernel/permissions.ts'
import { registerApi } from '#miniprogram/features/register/api.ts'
import type { Identity } from '#miniprogram/platform/identity.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { go } from '#miniprogram/features/pages.ts'
import { Permitted } from '#miniprogram/features/permitted.tsx'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { CurrentVersion } from './current-version.tsx'
import { TransferList } from './transfer-list.tsx'
import { UnitSearch } from './unit-search.tsx'
import { VersionList } from './version-list.tsx'

export default function RegisterPage() {
  return (
    <Page title="业主名册">
      <Permitted to="register:read">{(identity) => <Register {...identity} />}</Permitted>
    </Page>
  )
}

/** The register as it holds now, a search in it, and what it was before. */
function Register({ community, membership }: Identity) {
  const query = useQuery(`register ${community}`, () => registerApi.current({ community }))
  const mayImport = can(membership.roles, 'register:import')
  return (
    <Loaded query={query}>
      {({ current, buildings }) => (
        <>
          {current ? (
            <>
              <CurrentVersion version={current} />
              <UnitSearch community={community} version={current.version} buildings={buildings} />
              <TransferList community={community} newest={current.version} mayRecord={mayImport} />
              <VersionList community={community} newest={current.version} />
              {can(membership.roles, 'register:export') && (
                <Button kind="plain" id="export-register" onPress={() => go('registerExport')}>
                  导出名册
                </Button>
              )}
            </>
          ) : (
            <StateView
              title="还没有业主名册"
              note="有了名册，才知道谁是业主、有几套房、多大面积，投票才能按人数和面积计算。物业的房屋登记表（表格文件）就可以直接导入。"
            />
          )}
          {mayImport && (
            <Action>
              <Button id="import-register" onPress={() => go('registerImport')}>
                {current ? '导入新的名册' : '导入名册'}
              </Button>
            </Action>
          )}
        </>
      )}
    </Loaded>
  )
}
