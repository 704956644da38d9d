/** Stops of a talk, as lessons write them; labs have the same. */
export { type LessonStop, type StopState, showing } from '../instruments/link/stops.ts';
