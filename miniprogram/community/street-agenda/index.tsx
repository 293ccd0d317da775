import { useRouter } from '@tarojs/taro'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { OfficeOnly } from '../street-desk/office-only.tsx'
import { Agenda } from './agenda.tsx'

/** What a joint meeting could deal with: the street's, or with `scope=district` the district's. */
export default function StreetAgendaPage() {
  const { scope: asked, of } = useRouter().params
  const scope = asked === 'district' ? 'district' : 'street'
  return (
    <Page title="联席会议议题">
      <OfficeOnly scope={scope} of={of}>
        {(place) => <Agenda scope={scope} of={place.of} name={place.place} />}
      </OfficeOnly>
    </Page>
  )
}
