import { useRouter } from '@tarojs/taro'
import type { ObjectionAbout } from '#shared/votes/objections.ts'
import { ObjectionCard } from '#miniprogram/features/votes/objection-card.tsx'
import { ABOUT_NAMES, aboutOf, waitingFirst } from '#miniprogram/features/votes/objections-of.ts'
import { Permitted } from '#miniprogram/features/permitted.tsx'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { AnswerForm } from './answer-form.tsx'

/** Every objection to the roll or to the result, those without an answer first. */
export default function VoteAnswersPage() {
  const { vote = '', about } = useRouter().params
  return (
    <Page title={`答复对${ABOUT_NAMES[aboutOf(about)]}的异议`}>
      <Permitted to="vote:conduct">
        {({ community, person }) => (
          <Answers {...{ community, person, vote }} about={aboutOf(about)} />
        )}
      </Permitted>
    </Page>
  )
}

interface AnswersProps {
  readonly community: string
  readonly person: string
  readonly vote: string
  readonly about: ObjectionAbout
}

function Answers({ community, person, vote, about }: AnswersProps) {
  const list = useQuery(`objections ${vote} ${about}`, () =>
    deskApi.objections({ community, vote, about }),
  )
  return (
    <Loaded query={list}>
      {({ objections }) => {
        const open = objections.filter(({ answer }) => answer === undefined)
        if (objections.length === 0) {
          return <StateView title="没有异议" note="业主提了异议，会出现在这里。" />
        }
        return (
          <>
            <NoticeBar tone={open.length > 0 ? 'amber' : 'jade'}>
              {open.length > 0
                ? `还有 ${open.length} 件没有答复。每件都答复了，表决才能往下走。`
                : '每件都答复了。'}
            </NoticeBar>
            {waitingFirst(objections).map((one) => (
              <ObjectionCard key={one.objection} objection={one}>
                {one.answer === undefined && (
                  <AnswerForm
                    {...{ community, person, vote, about }}
                    objection={one.objection}
                    onDone={list.reload}
                  />
                )}
              </ObjectionCard>
            ))}
          </>
        )
      }}
    </Loaded>
  )
}
