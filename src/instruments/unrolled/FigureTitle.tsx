import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import type { UnrolledView } from './view.ts';

/** What is on show: cell, unit, and the step that the numbers stand at. */
export function FigureTitle({ view, name }: { readonly view: UnrolledView; readonly name: string }) {
  const text = useText();
  const number = new Intl.NumberFormat(LANGUAGE_TAG[useLocale()]);
  const { settings } = view.figure;
  const hidden = view.shown?.shape.hidden ?? settings.hidden;
  const step = number.format(view.state.frame?.stats.step ?? 0);
  const place = settings.allUnits
    ? text('instrument.allUnits', { step })
    : text('instrument.place', { unit: Math.min(settings.unit, hidden), step });
  return (
    <>
      {name}{' '}
      <span style={{ color: 'var(--muted)', fontWeight: 400 }} data-testid="place" data-passing="">
        · {place}
      </span>
    </>
  );
}
