import { EmbeddingLab } from './EmbeddingLab.tsx';

export const Page = EmbeddingLab;
