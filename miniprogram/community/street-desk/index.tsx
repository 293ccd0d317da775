import { useRouter } from '@tarojs/taro'
import { PILES } from '#shared/complaints/rules/desk.ts'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { Desk } from './desk.tsx'
import { OfficeOnly } from './office-only.tsx'
import { PileList } from './pile-list.tsx'
import { PILE_NAMES } from './area-words.ts'

/** Everything that came up to the street, sorted; with `group`, one pile of it. */
export default function StreetDeskPage() {
  const { group: asked, street } = useRouter().params
  const pile = PILES.find((one) => one === asked)
  return (
    <Page title={pile === undefined ? '街道工作台' : `街道：${PILE_NAMES[pile]}`}>
      <OfficeOnly scope="street" of={street}>
        {(place) =>
          pile === undefined ? (
            <Desk street={place.of} name={place.place} />
          ) : (
            <PileList street={place.of} pile={pile} />
          )
        }
      </OfficeOnly>
    </Page>
  )
}
