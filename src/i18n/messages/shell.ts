export const shellEn = {} as const;

export const shellZh: Record<keyof typeof shellEn, string> = {};
