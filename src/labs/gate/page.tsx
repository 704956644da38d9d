import { GateLab } from './GateLab.tsx';

export const Page = GateLab;
