import { createContext, type ReactNode, use } from 'react';

/** Id of what is on stage; undefined: this page is no stage. */
const StageContext = createContext<string | null | undefined>(undefined);

/** A page on which one thing at a time is shown, by its id: presenter mode. The page's styles hide the rest. */
export const StageProvider = StageContext;

/** The mark of what is on stage, for the attribute `data-on-stage`. */
export function useOnStage(id: string): true | undefined {
  return use(StageContext) === id ? true : undefined;
}

type FigureAction = (figure: string) => ReactNode;
const ActionContext = createContext<FigureAction>(() => null);

/** What the app offers beside every figure's title: presenting it, say. */
export const FigureActionProvider = ActionContext;
export const useFigureAction = (figure: string): ReactNode => use(ActionContext)(figure);
