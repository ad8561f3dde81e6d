import { choice, type Question, type Said } from './question.ts'
import { askedOfSheet, estateOfSheets } from './estate-sources.ts'

/** The questions of an import that was confirmed, with the answers. */
export interface SaidBefore {
  questionsJson: string
  layout: string
}

/** What people have said of an import until now, given back with what they say next; empty takes an answer back. */
export function saidNext(questionsJson: string, next: readonly { id: string; answer: string }[]): Said {
  const questions = JSON.parse(questionsJson) as Question[]
  const answers = new Map(questions.map(({ id, answer }) => [id, answer ?? '']))
  for (const { id, answer } of next) answers.set(id, answer)
  const places = questions.filter(({ about }) => about === 'place')
  return { answers, asked: new Set(questions.flatMap(askedBy)), remembered: false, places }
}

/**
 * What was said when workbooks were imported into the project before, the latest first. What a column means, and how
 * estates are told apart, is that of the project, whatever the file; of sheets it is said by the name, so that it holds for
 * files of the same layout alone.
 */
export function saidBefore(imports: readonly SaidBefore[], layout: string | null = null): Said {
  const answers = new Map<string, string>()
  const asked = new Set<string>()
  for (const before of imports) {
    for (const question of JSON.parse(before.questionsJson) as Question[]) {
      const { id, about, answer } = question
      if (answer === null || answers.has(id) || (about === 'sheet' && before.layout !== layout)) continue
      answers.set(id, answer)
      if (givesMeaning(answer)) for (const one of askedBy(question)) asked.add(one)
    }
  }
  return { answers, asked, remembered: true }
}

/** Whether rows would be read otherwise without the answer. What takes single estates is looked at by their values. */
function givesMeaning(answer: string): boolean {
  return answer === choice.building || answer === choice.others || answer.startsWith('is:')
}

function askedBy({ id, values }: Question): string[] {
  return id === estateOfSheets ? [id, ...values.map(({ value }) => askedOfSheet(value))] : [id]
}
