import { useEffect, useState } from 'react'
import { lengthOf } from '#shared/kernel/text.ts'
import type { Category } from '#shared/complaints/categories.ts'
import type { Place } from '#shared/complaints/places.ts'
import type { PublicComplaint } from '#shared/complaints/lists-contract.ts'
import { api } from '#miniprogram/platform/api.ts'

const PAUSE_MS = 600
const LEAST = 4

interface About {
  readonly category: Category | undefined
  readonly text: string
  readonly place: Place | undefined
}

/** Open complaints like this one, once typing pauses. A hint: where it cannot be had, nothing is said. */
export function useSimilar(
  community: string,
  { category, text, place }: About,
): readonly PublicComplaint[] {
  const [found, setFound] = useState<{ about: string; items: readonly PublicComplaint[] }>()
  const isAsked = category !== undefined && lengthOf(text) >= LEAST
  // In a common area the place is in words of the filer: others are compared by kind and words.
  const near = place?.kind === 'common' ? undefined : place
  const about = isAsked ? JSON.stringify({ community, category, text, near }) : ''
  useEffect(() => {
    if (about === '') return undefined
    const input = JSON.parse(about) as { category: Category; text: string; near?: Place }
    let isWanted = true
    const timer = setTimeout(() => {
      const asked = { community, category: input.category, text: input.text }
      api.complaints.similar({ ...asked, ...(input.near && { place: input.near }) }).then(
        ({ items }) => {
          if (isWanted) setFound({ about, items })
        },
        () => undefined,
      )
    }, PAUSE_MS)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [about, community])
  // While somebody types on, what was found stays: it is about nearly the same.
  return isAsked ? (found?.items ?? []) : []
}
