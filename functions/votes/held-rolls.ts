/** Rolls by what they were made from: each is made once in a process, and the oldest go where there are too many. */
export interface HeldRolls<T> {
  /** @param heads at most so many: what it takes of the room */
  get(key: string, heads: number, make: () => Promise<T>): Promise<T>
}

// A head takes about a kilobyte of memory.
const HEADS_AT_MOST = 60_000

export function heldRolls<T>(): HeldRolls<T> {
  const held = new Map<string, { readonly heads: number; readonly roll: Promise<T> }>()

  const makeRoomFor = (heads: number): void => {
    let total = heads
    for (const one of held.values()) total += one.heads
    for (const [key, one] of held) {
      if (total <= HEADS_AT_MOST) return
      held.delete(key)
      total -= one.heads
    }
  }
  return {
    async get(key, heads, make) {
      const known = held.get(key)
      if (known) return known.roll
      makeRoomFor(heads)
      const roll = make()
      held.set(key, { heads, roll })
      // What failed once may succeed the next time.
      roll.catch(() => held.delete(key))
      return roll
    },
  }
}
