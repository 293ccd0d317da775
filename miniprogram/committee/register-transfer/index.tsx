import { useRouter } from '@tarojs/taro'
import { registerApi } from '#miniprogram/features/register/api.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Permitted } from '#miniprogram/features/permitted.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { TransferForm } from './transfer-form.tsx'

export default function RegisterTransferPage() {
  const { unit = '' } = useRouter().params
  return (
    <Page title="登记换业主">
      <Permitted to="register:import">
        {({ community }) => <Unit community={community} label={decodeURIComponent(unit)} />}
      </Permitted>
    </Page>
  )
}

interface UnitProps {
  readonly community: string
  readonly label: string
}

function Unit({ community, label }: UnitProps) {
  const query = useQuery(`transfer of ${community} ${label}`, () =>
    registerApi.unit({ community, unit: label }),
  )
  return (
    <Loaded query={query}>{(found) => <TransferForm community={community} found={found} />}</Loaded>
  )
}
