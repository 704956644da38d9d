import { TrainingLab } from './TrainingLab.tsx';

export const Page = TrainingLab;
