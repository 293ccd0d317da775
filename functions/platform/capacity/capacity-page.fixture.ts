/** DynamoDB capacity units of one request, session and grants included. */
export interface Cost {
  readonly reads: number
  readonly writes: number
}

/** `docs/capacity.md`. */
export function capacityPage(costs: readonly (Cost & { readonly what: string })[]): string {
  return [
    '# What each operation costs the store',
    '',
    'In DynamoDB capacity units of one request, by DynamoDB’s published rules: a consistent read of 4 KB is 1 read unit',
    '(half where it may be stale, as an index always is), a write of 1 KB is 1 write unit, and each index an item',
    'enters, leaves or changes in is a write of its own. Measured through the whole API over a counted table, and',
    'asserted in `functions/platform/capacity/capacity.test.ts`; `npm run docs` writes this page, a test fails when it is stale.',
    '',
    'Every request with a session reads the session and the grants: 2 read units. What the clock does later is not in',
    'here (a complaint’s content check, a notice’s count of readers). Counting writes against the rate limit is: 1 write unit.',
    '',
    '| operation | read units | write units |',
    '|---|---:|---:|',
    ...costs.map(({ what, reads, writes }) => `| ${what} | ${reads} | ${writes} |`),
    '',
  ].join('\n')
}
