import { CategoryScores } from '../../instruments/analogy/CategoryScores.tsx';
import { useScoring } from '../../instruments/analogy/useScoring.ts';
import type { LabView } from './state/view.ts';

/** Analogies by category, under the lab's own names of the settings. */
export function ScorePanel({ view }: { readonly view: LabView }) {
  const { set, change } = view;
  const { scoreList, method, centred, thousands } = view.settings;
  const settings = { list: scoreList, method, centred, thousands };
  const scoring = useScoring(set, settings);
  return (
    <CategoryScores
      set={set}
      settings={settings}
      change={({ list, ...part }) => change({ ...part, ...(list === undefined ? {} : { scoreList: list }) })}
      scoring={scoring}
    />
  );
}
