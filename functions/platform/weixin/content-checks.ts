import { afterAsking, isDueCheck, type ContentCheck } from '#shared/kernel/content-check.ts'
import * as z from '#shared/kernel/zod.ts'
import { WeixinError, type Suggestion, type Weixin } from './weixin.ts'

/** As it is stored beside the words. */
export const StoredCheck = z.discriminatedUnion('state', [
  z.object({ state: z.literal('passed') }),
  z.object({ state: z.literal('held'), why: z.enum(['review', 'risky', 'no_verdict']) }),
  z.object({
    state: z.literal('pending'),
    since: z.string(),
    nextAt: z.string(),
    attempts: z.int(),
  }),
])

export interface CheckNeeds {
  readonly weixin: Pick<Weixin, 'checkText'>
  readonly openidOf: (person: string) => Promise<string | undefined>
}

/** How far the check of a person's words is once WeChat was asked, where it is due for that. */
export async function contentChecked(
  needs: CheckNeeds,
  check: ContentCheck,
  { person, content }: { readonly person: string; readonly content: string },
  now: Date,
): Promise<ContentCheck> {
  return isDueCheck(check, now) ? afterAsking(check, await ask(needs, person, content), now) : check
}

async function ask(
  { weixin, openidOf }: CheckNeeds,
  person: string,
  content: string,
): Promise<Suggestion | 'none'> {
  const openid = await openidOf(person)
  // WeChat checks nothing for somebody who never logged in by it: as if they were away.
  if (openid === undefined) return 'none'
  try {
    const { suggest } = await weixin.checkText({ openid, content, scene: 'comment' })
    return suggest
  } catch (err) {
    if (err instanceof WeixinError) return 'none'
    throw err
  }
}
