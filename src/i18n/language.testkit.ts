import { loadLanguages } from './language.ts';

/** Tests speak all languages, and have no page that loads one first. */
await loadLanguages();
