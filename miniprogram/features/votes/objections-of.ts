import type { Objection, ObjectionAbout } from '#shared/votes/objections.ts'

/** Which of the two an address means. */
export const aboutOf = (asked: string | undefined): ObjectionAbout =>
  asked === 'result' ? 'result' : 'roll'

export const ABOUT_NAMES: Readonly<Record<ObjectionAbout, string>> = {
  roll: '名册',
  result: '结果',
}

/** Those that wait for an answer first, then one's own, then the latest. */
export const waitingFirst = (all: readonly Objection[]): readonly Objection[] =>
  [...all].sort(
    (a, b) =>
      Number(a.answer !== undefined) - Number(b.answer !== undefined) ||
      Number(b.mine) - Number(a.mine) ||
      (a.at < b.at ? 1 : -1),
  )
