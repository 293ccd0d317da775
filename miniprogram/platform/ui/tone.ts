/** A colour with its meaning: done, soon due, overdue or against, information, closed or abstain. */
export type Tone = 'jade' | 'amber' | 'red' | 'blue' | 'grey'
