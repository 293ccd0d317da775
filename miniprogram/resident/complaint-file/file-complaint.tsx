import { useEffect } from 'react'
import Taro from '@tarojs/taro'
import type { Home } from '#shared/kernel/home.ts'
import { bindingsApi } from '#miniprogram/features/bindings/api.ts'
import { api } from '#miniprogram/platform/api.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoFreeSpace } from '#miniprogram/features/draft-bars.tsx'
import { Begun } from './begun.tsx'
import { ForWhom, helpedIn, type Helped } from './for-whom.tsx'
import {
  kindOf,
  missingIn,
  missingKind,
  missingPlace,
  missingWords,
  placeOf,
  settled,
  whereOf,
  type Choices,
  type Form,
} from './form.ts'
import { JustSent } from './just-sent.tsx'
import { KindField } from './kind-field.tsx'
import { PhotoTiles } from './photo-tiles.tsx'
import { PlaceField } from './place-field.tsx'
import { SimilarCard } from './similar-card.tsx'
import { StatusBars } from './status-bars.tsx'
import { Steps } from './steps.tsx'
import { Submit } from './submit.tsx'
import { useFiling, type Filing } from './use-filing.ts'
import { useKinds, type Kinds } from './use-kinds.ts'
import { WayFields } from './way-fields.tsx'
import { WordsField } from './words-field.tsx'

interface FileComplaintProps {
  readonly person: string
  readonly community: string
  /** Of the person filing; none of somebody who only helps there. */
  readonly homes: readonly Home[]
}

export function FileComplaint({ person, community, homes }: FileComplaintProps) {
  const filing = useFiling(person, community)
  const { form, change } = filing
  const kinds = useKinds(community)
  const helped = useHelped(person, community)
  const place = useQuery(`community ${community}`, () => api.communities.get({ community }))
  const choices: Choices = {
    homes: form.onBehalfOf === undefined ? homes : [{ unit: form.onBehalfOf }],
    buildings: place.data?.buildings ?? [],
    offered: kinds.offered,
  }
  const { trouble } = form
  const { reload } = kinds
  useEffect(() => {
    // A kind may have been switched off meanwhile.
    if (trouble !== undefined) void reload()
  }, [trouble, reload])
  return (
    <>
      <JustSent community={community} but={filing.id} />
      <Begun filing={filing} community={community} />
      {!filing.isKept && <NoFreeSpace />}
      <StatusBars form={form} busy={filing.send.busy} onHold={filing.hold} />
      <ForWhom
        own={homes.length > 0}
        helped={helped}
        value={form.onBehalfOf}
        onChange={(onBehalfOf) => change((old) => ({ ...old, onBehalfOf, where: undefined }))}
      />
      <Steps
        key={filing.id}
        steps={stepsOf({ filing, kinds, choices, community })}
        last={
          <Submit
            form={form}
            busy={filing.send.busy}
            off={missingWho(homes, form) ?? missingIn(form, choices)}
            onSend={(without) => filing.send.run(settled(form, choices), without)}
          />
        }
      />
    </>
  )
}

interface Written {
  readonly filing: Filing
  readonly kinds: Kinds
  readonly choices: Choices
  readonly community: string
}

/** A photo first, it says most with least typing; what can be known is chosen already. */
function stepsOf({ filing, kinds, choices, community }: Written) {
  const { form, change } = filing
  const set = (to: Partial<Form>): void => change((old) => ({ ...old, ...to }))
  const about = {
    category: kindOf(form, kinds.offered),
    text: form.text,
    place: placeOf(form, choices),
  }
  return [
    {
      name: '照片',
      content: (
        <Card title="先拍一张照片">
          <PhotoTiles {...filing.photos} photos={form.photos} />
        </Card>
      ),
    },
    {
      name: '什么问题',
      missing: missingWords(form) ?? missingKind(form, choices),
      content: (
        <>
          <Card>
            <WordsField form={form} set={set} />
            <KindField form={form} kinds={kinds} onChange={(category) => set({ category })} />
          </Card>
          <SimilarCard
            {...{ community, about, kinds }}
            unit={form.onBehalfOf === undefined ? homeOf(form, choices) : undefined}
            onDone={() => {
              filing.discard()
              void Taro.navigateBack()
            }}
          />
        </>
      ),
    },
    {
      name: '在哪里',
      missing: missingPlace(form, choices),
      content: (
        <Card>
          <PlaceField form={form} choices={choices} set={set} />
        </Card>
      ),
    },
    {
      name: '交给谁',
      content: (
        <Card>
          <WayFields form={form} kinds={kinds} set={set} />
        </Card>
      ),
    },
  ]
}

/** With which the person joins in: the one it is about, else their first. */
const homeOf = (form: Form, choices: Choices): string | undefined =>
  choices.homes.find(({ unit }) => unit === whereOf(form, choices))?.unit ?? choices.homes[0]?.unit

/** `undefined` until it is known. */
function useHelped(person: string, community: string): readonly Helped[] | undefined {
  const now = useNow()
  const mine = useQuery(`bindings ${person}`, () => bindingsApi.mine({}))
  return mine.data && helpedIn(mine.data.items, community, now)
}

const missingWho = (homes: readonly Home[], { onBehalfOf }: Form): string | undefined =>
  homes.length > 0 || onBehalfOf !== undefined ? undefined : '请选择替谁提交'
