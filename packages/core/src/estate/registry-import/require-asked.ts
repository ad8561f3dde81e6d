import { invalidInput, type FieldProblem } from '@heju/kernel'
import { choiceOf, type Question } from './question.ts'
import type { AnswerImport } from './schemas.ts'

/**
 * Refuses answers to what the workbook does not leave open, and those that are none of the choices: left out in silence,
 * they would look as if something had been said.
 * @param before the questions as they stood; @param now as they stand with these answers, which may bring new ones
 * @throws `request.invalid` that names each of them
 */
export function requireAsked(
  answers: AnswerImport['answers'],
  before: readonly Question[],
  now: readonly Question[],
): void {
  const asked = Map.groupBy([...before, ...now], ({ id }) => id)
  const fields = answers.flatMap(({ id, answer }, at): FieldProblem[] => {
    const questions = asked.get(id)
    if (questions === undefined)
      return [{ path: `answers.${at}.id`, code: 'registry_import.field.not_asked' }]
    if (answer === '' || questions.some((one) => choiceOf(one, answer) !== null)) return []
    return [{ path: `answers.${at}.answer`, code: 'registry_import.field.no_choice' }]
  })
  if (fields.length > 0) throw invalidInput({}, { fields })
}
