import type { complaints } from '#shared/complaints/contract.ts'
import type { Sent } from '#shared/kernel/route.ts'

type Acts = Omit<typeof complaints, 'file' | 'mine' | 'assisted' | 'queue' | 'get'>
type Login = 'property' | 'manager' | 'community' | 'street' | 'district'

/** Everything a chapter's words may need of the story so far. */
interface SoFar {
  readonly at: Date
  /** Of another story that has begun. */
  readonly numberOf: (story: string) => string
}

/** What somebody did so many hours after it was filed. */
export interface Chapter {
  readonly after: number
  /** A login, the filer, or so many neighbours. */
  readonly by: Login | 'filer' | { readonly neighbours: number }
  readonly act: keyof Acts
  readonly say: (soFar: SoFar) => object
}

/** One act with its words; those that need the story so far are told by it. */
export const then = <A extends keyof Acts>(
  after: number,
  by: Chapter['by'],
  act: A,
  said: Words<A> | ((soFar: SoFar) => Words<A>),
): Chapter => ({ after, by, act, say: typeof said === 'function' ? said : () => said })

type Words<A extends keyof Acts> = Omit<Sent<Acts[A]>, 'community' | 'number'>

/** How a complaint left the property, and what became of it. */
export interface LadderStory {
  readonly name: string
  /** `undefined`: the demo's resident; otherwise which of the neighbours. */
  readonly neighbour?: number
  /** When it was filed: so many days ago at an hour, or so many hours ago. */
  readonly filed: readonly [days: number, hour: number] | { readonly hours: number }
  readonly filing: Omit<Sent<typeof complaints.file>, 'community' | 'place'> & {
    readonly area?: string
  }
  readonly chapters: readonly Chapter[]
}

/** The property takes it on and answers within its day. */
export const answered = (reply: string): readonly Chapter[] => [
  then(2, 'property', 'accept', {}),
  then(5, 'property', 'reply', { text: reply }),
]
