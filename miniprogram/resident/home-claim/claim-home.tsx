import { useState } from 'react'
import Taro from '@tarojs/taro'
import type { MyBinding } from '#shared/bindings/views.ts'
import { bindingsApi } from '#miniprogram/features/bindings/api.ts'
import { draftsOf } from '#miniprogram/platform/drafts.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { NoFreeSpace, Unfinished } from '#miniprogram/features/draft-bars.tsx'
import { PAGES } from '#miniprogram/features/pages.ts'
import { useDraft } from '#miniprogram/features/use-draft.ts'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { EMPTY, filingOf, Form, stepsOf } from './form.ts'
import { Question } from './question.tsx'

const standingOf = ({ binding, community, unit }: MyBinding): string =>
  `${PAGES.homeStanding}?binding=${binding}&community=${community}&unit=${encodeURIComponent(unit)}&filed=1`

/** Which home is mine, one question a screen. Every answer is kept on the phone until it was sent. */
export function ClaimHome({ person }: { readonly person: string }) {
  const drafts = draftsOf(person, 'home', Form)
  const [left] = useState(() => drafts.list()[0])
  const { draft, change, isKept } = useDraft(drafts, () => left ?? drafts.begin(EMPTY))
  const mine = useQuery('bindings mine', () => bindingsApi.mine({}))
  const [at, setAt] = useState(0)
  const form = draft.content
  const steps = stepsOf(form)
  const step = steps[Math.min(at, steps.length - 1)] ?? 'review'
  const send = useAct(async () => {
    const filing = filingOf(form)
    if (!filing) return
    const options = { key: draft.key }
    const made =
      'claim' in filing
        ? await bindingsApi.claim(filing.claim, options)
        : await bindingsApi.redeem(filing.redeem, options)
    drafts.remove(draft.id)
    await Taro.redirectTo({ url: standingOf(made) })
  })

  return (
    <>
      {left && at === 0 && <Unfinished savedAt={left.savedAt} />}
      {!isKept && <NoFreeSpace />}
      <Loaded query={mine} cards={1}>
        {({ phone }) => (
          <Question
            key={step}
            step={step}
            place={`第 ${at + 1} 步，共 ${steps.length} 步`}
            form={form}
            phone={phone}
            send={send}
            set={(to) => change((old) => ({ ...old, ...to }))}
            onPhone={mine.reload}
            onNext={() => setAt(at + 1)}
            onBack={at === 0 ? undefined : () => setAt(at - 1)}
          />
        )}
      </Loaded>
    </>
  )
}
