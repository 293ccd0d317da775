import type { PersonalExport } from '#shared/privacy/contract.ts'
import type { Call } from '../platform/http/call.ts'
import type { Ports } from '../platform/ports.ts'
import type { PersonalData } from './personal-data.ts'

/** 个人信息保护法 §45: everything held, in an order to be read and as data to be taken elsewhere. */
export async function exportMine(
  parts: readonly PersonalData[],
  { person, now }: Call<Ports>,
): Promise<PersonalExport> {
  const all = await Promise.all(parts.map((part) => part.export(person, now)))
  return { madeAt: now.toISOString(), person, parts: all.flat() }
}
