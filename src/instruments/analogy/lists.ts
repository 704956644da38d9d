import { builtInQuestions } from '../../models/vectors/question-list.ts';
import { characterQuestions } from './character-questions.ts';

/** The text of a list that comes with the site. */
export const questionsOf = (list: 'english' | 'characters'): string =>
  list === 'english' ? builtInQuestions() : characterQuestions();
