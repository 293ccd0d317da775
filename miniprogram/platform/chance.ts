// eslint-disable-next-line no-restricted-syntax -- the one place that takes chance from the phone
const chance = (): number => Math.random()

/** A key for one thing to be sent: unlike any other of the person; not a secret. */
export const newKey = (): string =>
  Array.from({ length: 4 }, () =>
    Math.floor(chance() * 0x1_0000_0000)
      .toString(36)
      .padStart(7, '0'),
  ).join('')
