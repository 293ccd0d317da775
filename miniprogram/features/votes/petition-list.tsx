import type { PetitionCard } from '#shared/votes/petitions/petition.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useList } from '#miniprogram/platform/use-list.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { More } from '#miniprogram/platform/ui/more.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import { deskApi } from './api.ts'
import { petitionTime, petitionWord, ruleNote, supportNote } from './petition-words.ts'
import { usePetitionRule } from './use-petition-rule.ts'

interface PetitionListProps {
  readonly community: string
  readonly onOpen: (petition: string) => void
}

/** What owners ask an assembly for, latest first. */
export function PetitionList({ community, onOpen }: PetitionListProps) {
  const list = useList(`petitions ${community}`, (from) =>
    deskApi.petitions({ community, limit: 20, ...from }),
  )
  return (
    <>
      <Loaded query={list.query}>
        {(cards) =>
          cards.length === 0 ? (
            <NoPetitions community={community} />
          ) : (
            <Card title="联名要求开会">
              {cards.map((card) => (
                <PetitionRow key={card.petition} card={card} onOpen={onOpen} />
              ))}
            </Card>
          )
        }
      </Loaded>
      <More list={list} />
    </>
  )
}

function NoPetitions({ community }: Pick<PetitionListProps, 'community'>) {
  const rule = usePetitionRule(community)
  return (
    <Loaded query={rule} cards={1}>
      {(found) => <StateView title="还没有联名" note={ruleNote(found)} />}
    </Loaded>
  )
}

interface PetitionRowProps extends Pick<PetitionListProps, 'onOpen'> {
  readonly card: PetitionCard
}

function PetitionRow({ card, onOpen }: PetitionRowProps) {
  const now = useNow()
  const { word, tone } = petitionWord(card)
  return (
    <Row
      id={`petition-${card.petition}`}
      title={card.title}
      note={`${supportNote(card.support)}；${petitionTime(card, now)}`}
      tag={<Tag tone={tone}>{word}</Tag>}
      onPress={() => onOpen(card.petition)}
    />
  )
}
