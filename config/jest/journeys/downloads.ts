import { readFileSync } from 'node:fs'
import type { Phone } from './phone.ts'

/** What a tap hands to the person as a file. */
export async function download(
  phone: Phone,
  id: string,
): Promise<{ readonly name: string; readonly text: string }> {
  const [file] = await Promise.all([phone.page.waitForEvent('download'), phone.tap(id)])
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') }
}
