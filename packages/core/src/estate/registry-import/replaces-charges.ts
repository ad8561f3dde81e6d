interface Said {
  about: string
  answer: string | null
}

/** Whether somebody chose that rooms are charged otherwise than they are: whoever confirms that may write tariffs. */
export function replacesCharges(questions: readonly Said[]): boolean {
  return questions.some(({ about, answer }) => about === 'charge' && answer !== null && answer !== 'keep')
}
