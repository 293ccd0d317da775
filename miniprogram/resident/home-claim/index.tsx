import { KnownPerson } from '#miniprogram/features/bindings/known-person.tsx'
import { AgreementGate } from '#miniprogram/features/privacy/agreement-gate.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { ClaimHome } from './claim-home.tsx'

export default function HomeClaimPage() {
  return (
    <Page title="绑定我的房屋">
      <KnownPerson>
        {({ person }) => (
          <AgreementGate>
            <ClaimHome person={person} />
          </AgreementGate>
        )}
      </KnownPerson>
    </Page>
  )
}
