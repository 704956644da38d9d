// Lives with all tiers now; imports from here are on their way out.
export { findDisagreement, type PassNumbers } from '../agreement.ts';
