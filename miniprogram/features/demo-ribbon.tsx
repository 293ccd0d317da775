import { useEffect } from 'react'
import type { Community } from '#shared/communities/contract.ts'
import { api } from '#miniprogram/platform/api.ts'
import { cell, useCell } from '#miniprogram/platform/cell.ts'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'

type Profile = Community['profile']

// Asked once while the app is open: under which rules a community stands hardly ever changes.
const known = cell<Readonly<Record<string, Profile>>>({})

async function learn(community: string): Promise<void> {
  const { profile } = await api.communities.get({ community })
  known.write({ ...known.read(), [community]: profile })
}

interface DemoRibbonProps {
  readonly community: string
  /** Whether what the page itself asks for has been answered: the ribbon waits its turn. */
  readonly isTurn: boolean
}

/** Says where nothing is real, as long as one is there. */
export function DemoRibbon({ community, isTurn }: DemoRibbonProps) {
  const profile = useCell(known)[community]
  const isAsked = isTurn && profile === undefined
  useEffect(() => {
    // Where it fails, each vote says the same, and the next visit asks again.
    if (isAsked) void learn(community).catch(() => undefined)
  }, [community, isAsked])
  if (profile?.fictitious !== true) return null
  return <NoticeBar tone="amber">演示小区，全是虚构的，没有法律效力</NoticeBar>
}
