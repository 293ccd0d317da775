import type { Role } from '#shared/kernel/permissions.ts'

/** What somebody is within a role: data of the grant, it lets nobody do more. */
export const POSTS = [
  'chair',
  'deputy',
  'member',
  'leader',
  'worker',
  'grid',
  'desk',
  'engineering',
  'order',
] as const
export type Post = (typeof POSTS)[number]

export const POST_NAMES: Readonly<Record<Post, string>> = {
  chair: '主任',
  deputy: '副主任',
  member: '委员',
  leader: '组长',
  worker: '社区工作者',
  grid: '网格员',
  desk: '客服',
  engineering: '工程',
  order: '秩序',
}

/** Roles of which a post must be said. */
export const POSTS_OF: Partial<Readonly<Record<Role, readonly Post[]>>> = {
  committee: ['chair', 'deputy', 'member'],
  interim: ['chair', 'deputy', 'member'],
  preparatory: ['leader', 'member'],
  community: ['worker', 'grid'],
  property: ['desk', 'engineering', 'order'],
}
