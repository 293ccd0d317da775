/** For what a frozen complaint may be looked at: 个人信息保护法 §47 keeps it for nothing else. */
export const FROZEN_GROUNDS = ['lawsuit', 'dispute', 'authority'] as const
