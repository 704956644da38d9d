import { Button } from '../../components/controls/Button.tsx';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { vectorMapMessages } from '../../i18n/messages/vector-map.ts';
import { TRUST_NEIGHBOURS } from './useTrust.ts';
import type { MapPart } from './useVectorMap.ts';
import styles from './vector-map.module.css';

function Explained({ map: { state, options } }: MapPart) {
  const text = useText(vectorMapMessages);
  const percent = new Intl.NumberFormat(LANGUAGE_TAG[useLocale()], {
    style: 'percent',
    maximumFractionDigits: 1,
  });
  const explained = state?.info?.explained;
  if (!explained || options.settings.projection !== 'pca') return null;
  const dimensions = state.info?.config.method.dimensions ?? 2;
  const shares = Array.from(explained.subarray(0, dimensions));
  const sum = shares.reduce((total, share) => total + share, 0);
  return (
    <p className={styles.note}>
      {text('vmap.explained', {
        dimensions,
        share: percent.format(sum),
        parts: shares.map((share) => percent.format(share)).join(' + '),
      })}
    </p>
  );
}

function TrustLine({ map: { trust, points, state } }: MapPart) {
  const text = useText(vectorMapMessages);
  const isResting = state?.phase === 'done' || state?.phase === 'paused';
  if (!points || !isResting) return null;
  if (!trust) return <p className={styles.note}>{text('vmap.trust-measuring')}</p>;
  return (
    <p className={styles.note} data-testid="map-trust">
      {text('vmap.trust', {
        trust: formatFixed(trust.trustworthiness, 3),
        continuity: formatFixed(trust.continuity, 3),
        count: TRUST_NEIGHBOURS,
      })}{' '}
      {trust.sampled < points.count && text('vmap.trust-sampled', { count: trust.sampled })}
    </p>
  );
}

/** How good the map is, as far as that is known. */
export function MapNotes({ map }: MapPart) {
  const text = useText(vectorMapMessages);
  const missing = [...(map.rows?.missing ?? []), ...map.axes.missing];
  return (
    <>
      {missing.length > 0 && (
        <p className={styles.warning}>{text('vmap.missing', { words: missing.slice(0, 12).join(' ') })}</p>
      )}
      <Explained map={map} />
      <TrustLine map={map} />
    </>
  );
}

/** The selected word's nearest, and what became of them on the map. */
export function NearNotes({ map }: MapPart) {
  const text = useText(vectorMapMessages);
  const { near, options, goTo, wordOf } = map;
  const { selected, onLight } = options;
  if (selected === null || !map.points) return null;
  if (map.indexOf(selected) < 0) {
    return (
      <p className={styles.line} role="status">
        {text('vmap.off', { word: selected })}{' '}
        <Button onClick={() => goTo(selected)}>{text('vmap.put')}</Button>
      </p>
    );
  }
  if (!near) return null;
  return (
    <section
      className={styles.near}
      aria-label={text('vmap.near', { word: selected })}
      data-testid="map-near"
    >
      <p className={styles.note}>
        {text('vmap.near', { word: selected })}:{' '}
        {text('vmap.near-kept', { kept: near.kept.size, count: near.nearest.length })}
      </p>
      <ol>
        {near.nearest.map((i) => {
          const word = wordOf(i) ?? '';
          const isKept = near.kept.has(i);
          return (
            <li key={i} data-kept={isKept || undefined}>
              <button
                type="button"
                onClick={() => goTo(word)}
                onPointerEnter={() => onLight?.(word)}
                onPointerLeave={() => onLight?.(null)}
              >
                <bdi>{word}</bdi>
                <span aria-hidden="true">{isKept ? '●' : '○'}</span>
                <span className="visually-hidden">{text(isKept ? 'vmap.near-here' : 'vmap.near-far')}</span>
              </button>
            </li>
          );
        })}
      </ol>
      <Button onClick={() => map.drop([selected])}>{text('vmap.take-out', { word: selected })}</Button>
    </section>
  );
}
