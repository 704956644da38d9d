import { TreeLab } from './TreeLab.tsx';

export const Page = TreeLab;
