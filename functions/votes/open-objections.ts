import { openOnes } from '#shared/votes/rules/objections.ts'
import type { StoredObjections } from './stored.ts'

/** As the rules ask. */
export const factsOf = ({ list }: StoredObjections) =>
  list.map(({ by, answer }) => ({ person: by.person, answered: answer !== undefined }))

export const openObjections = (found: StoredObjections): number =>
  openOnes({ list: factsOf(found) })
