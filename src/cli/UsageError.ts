/** Something the caller has to change: the arguments or the input. Its message is for people; the exit status is 2. */
export class UsageError extends Error {}
