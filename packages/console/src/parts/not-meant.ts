/** Somebody was asked whether they mean it and said no: nothing happened, and there is nothing to say about it. */
export class NotMeant extends Error {}
