import { Id } from '#shared/kernel/route.ts'
import * as z from '#shared/kernel/zod.ts'

export const announcementOperations = {
  announcement: {
    method: 'GET',
    path: '/communities/:community/votes/:vote/announcement',
    summary: 'The whole announcement of a published result, ready to be printed on A4',
    access: 'vote:read',
    input: z.strictObject({ community: Id, vote: Id }),
    output: z.object({ name: z.string(), html: z.string() }),
  },
} as const
