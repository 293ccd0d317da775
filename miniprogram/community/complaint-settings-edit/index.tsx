import Taro, { useRouter } from '@tarojs/taro'
import { Category } from '#shared/complaints/categories.ts'
import { ClockName } from '#shared/clocks/rule.ts'
import { NoFreeSpace } from '#miniprogram/features/draft-bars.tsx'
import { Permitted } from '#miniprogram/features/permitted.tsx'
import type { Identity } from '#miniprogram/platform/identity.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { useSettingsDraft } from '../settings-draft.ts'
import { CategoryForm } from './category-form.tsx'
import { DepartmentsForm } from './departments-form.tsx'
import { HoursForm } from './hours-form.tsx'
import { PeriodPart } from './period-part.tsx'
import type { PartProps } from './part-props.ts'
import { TemplatesForm } from './templates-form.tsx'

export default function SettingsEditPage() {
  return (
    <Page title="修改设置">
      <Permitted to="complaint:settings">
        {({ person, community }) => <Edit person={person} community={community} />}
      </Permitted>
    </Page>
  )
}

function Edit({ person, community }: Pick<Identity, 'person' | 'community'>) {
  const { query, settings, change, isKept } = useSettingsDraft({ person, community })
  return (
    <Loaded query={query}>
      {(current) => (
        <>
          {!isKept && <NoFreeSpace />}
          <EditedPart settings={settings ?? current.settings} onChange={change} />
          <Action>
            <Button id="edited" onPress={() => Taro.navigateBack()}>
              好了，回去看改动
            </Button>
          </Action>
        </>
      )}
    </Loaded>
  )
}

/** One part of the settings; what is typed goes into the draft as soon as it can stand there. */
function EditedPart(props: PartProps) {
  const { part, id, category } = useRouter().params
  switch (part) {
    case 'category':
      return <CategoryForm {...props} category={Category.safeParse(id).data} />
    case 'period':
      return (
        <PeriodPart
          {...props}
          clock={ClockName.safeParse(id).data}
          category={Category.safeParse(category).data}
        />
      )
    case 'departments':
      return <DepartmentsForm {...props} />
    case 'templates':
      return <TemplatesForm {...props} />
    case 'hours':
      return <HoursForm {...props} />
    case undefined:
    default:
      return <StateView title="没有这一项设置" note="请回到“投诉设置”再打开。" />
  }
}
