/** The row without these fields, present or not. */
export const without = <T extends object, K extends keyof T>(
  row: T,
  ...names: readonly K[]
): Omit<T, K> =>
  Object.fromEntries(
    Object.entries(row).filter(([name]) => !(names as readonly string[]).includes(name)),
  ) as Omit<T, K>
