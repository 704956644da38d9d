export const runEn = {} as const;

export const runZh: Record<keyof typeof runEn, string> = {};
