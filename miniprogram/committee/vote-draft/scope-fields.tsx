import type { AskedPlace, VotePlace } from '#shared/votes/scope/scope.ts'
import { isSameScope } from '#shared/votes/scope/places.ts'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { TickRow } from '#miniprogram/features/tick-row.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import type { Form } from './form.ts'

interface ScopeFieldsProps {
  readonly community: string
  readonly form: Form
  readonly change: (to: (old: Form) => Form) => void
  /** As it was published, once owners were shown a roll: nothing to be chosen any more. */
  readonly fixed?: string | undefined
}

const OPTIONS = [
  { value: 'all', label: '全小区', note: '全体业主投票' },
  {
    value: 'part',
    label: '只涉及部分楼栋、单元',
    note: '例如某一栋的电梯、屋面、外墙：只由那里的业主投票，按他们的人数和面积计算',
  },
] as const

/** Whose matter it is: everybody's, or that of some buildings and entrances. */
export function ScopeFields({ community, form, change, fixed }: ScopeFieldsProps) {
  if (fixed !== undefined) {
    return (
      <Card title="涉及哪些业主">
        <Said>{fixed}</Said>
        <Said>名册已经按这个范围公示，不能再改。要改范围，请取消后重新发起。</Said>
      </Card>
    )
  }
  return (
    <Card title="涉及哪些业主">
      <ChoiceRow
        label="涉及哪些业主"
        options={OPTIONS}
        value={form.scope ? 'part' : 'all'}
        onChange={(value) =>
          change((old) => ({ ...old, scope: value === 'part' ? (old.scope ?? []) : undefined }))
        }
      />
      {form.scope && <AskedPlaces community={community} chosen={form.scope} change={change} />}
    </Card>
  )
}

interface PlacesProps extends Pick<ScopeFieldsProps, 'community' | 'change'> {
  readonly chosen: readonly AskedPlace[]
}

function AskedPlaces({ community, chosen, change }: PlacesProps) {
  const query = useQuery(`vote places ${community}`, () => deskApi.places({ community }))
  const put = (scope: readonly AskedPlace[]) => change((old) => ({ ...old, scope: [...scope] }))
  return (
    <Loaded query={query} cards={1}>
      {({ places }) =>
        places.length === 0 ? (
          <Said>还没有导入房屋名册，导入后才能选楼栋。</Said>
        ) : (
          <>
            {places.map((place) => (
              <Building key={place.building} {...{ place, chosen, put }} />
            ))}
          </>
        )
      }
    </Loaded>
  )
}

const has = (chosen: readonly AskedPlace[], place: AskedPlace): boolean =>
  chosen.some((one) => isSameScope([one], [place]))

interface BuildingProps {
  readonly place: VotePlace
  readonly chosen: readonly AskedPlace[]
  readonly put: (scope: readonly AskedPlace[]) => void
}

/** A building whole, or one by one the entrances of it. */
function Building({ place: { building, name, homes, entrances }, chosen, put }: BuildingProps) {
  const others = chosen.filter((one) => one.building !== building)
  const isWhole = has(chosen, { building })
  return (
    <>
      <TickRow
        id={`place-${building}`}
        title={`${name}，整栋`}
        note={`${homes} 套`}
        isOn={isWhole}
        onChange={() => put(isWhole ? others : [...others, { building }])}
      />
      {!isWhole &&
        entrances.length > 1 &&
        entrances.map((one) => {
          const place = { building, entrance: one.entrance }
          const isIn = has(chosen, place)
          const rest = chosen.filter((other) => !isSameScope([other], [place]))
          return (
            <TickRow
              key={one.entrance}
              id={`place-${building}-${one.entrance}`}
              title={one.name}
              note={`${one.homes} 套`}
              isOn={isIn}
              onChange={() => put(isIn ? rest : [...chosen, place])}
            />
          )
        })}
    </>
  )
}
