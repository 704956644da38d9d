export { DROPOUT_CONFIG, type RealRun, realRun, TEXT_CONFIG } from '../workers/real-run.testkit.ts';
