/** A reason not to start that a person can mend; printed as its one sentence, without a stack. */
export class StartFailure extends Error {}
