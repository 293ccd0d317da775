import { Page } from '#miniprogram/platform/ui/page.tsx'
import { SignedIn } from '#miniprogram/platform/ui/signed-in.tsx'
import { FileComplaint } from './file-complaint.tsx'

export default function ComplaintFilePage() {
  return (
    <Page title="我要投诉">
      <SignedIn>{(identity) => <FileComplaint {...identity} />}</SignedIn>
    </Page>
  )
}
