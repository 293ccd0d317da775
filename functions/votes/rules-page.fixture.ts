import { MATTERS } from '#shared/votes/matters.ts'
import { PROFILES } from '#shared/votes/profiles/index.ts'
import type { RuleProfile, RuleValues } from '#shared/votes/profiles/profile.ts'
import { TRANSITIONS, type Mover } from '#shared/votes/rules/transitions.ts'
import { STATE_NAMES } from '#shared/votes/words.ts'

const MOVERS: Readonly<Record<Mover, string>> = {
  committee: 'committee',
  two_people: 'committee and community, two people',
  street: 'street',
  clock: 'the clock',
}

/** States, matters and every value of every profile with its source, as `docs/vote-rules.md` shows them. */
export const rulesPage = (): string =>
  [
    '# The rules of votes, as they are in force',
    '',
    'Generated from `shared/votes/rules/transitions.ts`, `shared/votes/matters.ts` and `shared/votes/profiles` by',
    '`npm run docs`; a test fails when it is stale. Confidence: `full_text` was read in the law itself, `quoted` by',
    'others, `recalled` without the text at hand, `ours` is our own choice where the law is silent.',
    '',
    '## From state to state',
    '',
    '| act | from | to | by | law | confidence |',
    '|---|---|---|---|---|---|',
    ...TRANSITIONS.map(({ act, from, to, by, law, confidence }) =>
      row(act, from.map(stateOf).join(', '), stateOf(to), MOVERS[by], law, confidence),
    ),
    '',
    '## The nine matters',
    '',
    '| no. | matter | class | source |',
    '|---|---|---|---|',
    ...MATTERS.map((one) => row(String(one.matter), one.name, one.class, one.source)),
    '',
    ...PROFILES.flatMap(profilePart),
  ].join('\n')

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const stateOf = (state: keyof typeof STATE_NAMES): string => `\`${state}\` ${STATE_NAMES[state]}`

function profilePart({ id, name, version, fictitious, incomplete, values }: RuleProfile): string[] {
  return [
    `## ${name} (\`${id}\`, version ${version})`,
    '',
    ...(fictitious ? ['Holds for demonstrations only; the screens say so.', ''] : []),
    ...(incomplete === undefined ? [] : [incomplete, '']),
    '| value | | source | confidence |',
    '|---|---|---|---|',
    ...(Object.keys(values) as (keyof RuleValues)[]).map((key) => {
      const { value, source, confidence } = values[key]
      return row(`\`${key}\``, `\`${JSON.stringify(value)}\``, source, confidence)
    }),
    '',
  ]
}
