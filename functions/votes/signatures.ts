import { Strokes } from '#shared/votes/signature.ts'
import type { Table } from '../platform/table/table.ts'
import { FORMAT, signatureKey } from './items.ts'

/** The drawings under ballots, each an item of its own: neither turnout nor count reads one. */
export const signaturesIn = (table: Table) => ({
  /** Under an id made of its content: written twice it is one. */
  async put(vote: string, head: string, signature: string, strokes: Strokes): Promise<void> {
    const key = signatureKey(vote, head, signature)
    await table.putNew([{ version: 1, v: FORMAT, data: { strokes }, ...key }])
  },
  async find(vote: string, head: string, signature: string): Promise<Strokes | undefined> {
    const item = await table.get(signatureKey(vote, head, signature))
    return item && Strokes.parse((item.data as { strokes: unknown }).strokes)
  },
})
