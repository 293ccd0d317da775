import type { ComponentType } from 'react'
import { useRouter } from '@tarojs/taro'
import { api } from '#miniprogram/platform/api.ts'
import type { Identity } from '#miniprogram/platform/identity.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { Permitted } from '../permitted.tsx'
import { CorrectForm } from './correct-form.tsx'
import type { DayPickerProps } from './day-picker.ts'
import { PublishForm } from './publish-form.tsx'

interface PublishPageProps {
  readonly DayPicker: ComponentType<DayPickerProps>
}

/** Publishes a notice; opened with `?notice=`, corrects that one. */
export function PublishPage({ DayPicker }: PublishPageProps) {
  const { notice } = useRouter().params
  return (
    <Page title={notice === undefined ? '发布公告' : '更正公告'}>
      <Permitted to="notice:publish">
        {(identity) =>
          notice === undefined ? (
            <PublishForm identity={identity} DayPicker={DayPicker} />
          ) : (
            <AskedCorrection identity={identity} notice={notice} />
          )
        }
      </Permitted>
    </Page>
  )
}

interface AskedCorrectionProps {
  readonly identity: Identity
  readonly notice: string
}

function AskedCorrection({ identity, notice }: AskedCorrectionProps) {
  const { community } = identity
  const query = useQuery(`notice ${notice}`, () => api.notices.get({ community, notice }))
  return (
    <Loaded query={query}>{(found) => <CorrectForm identity={identity} notice={found} />}</Loaded>
  )
}
