import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useLocale, useText } from '../../components/text/useText.tsx';
import type { Locale } from '../../i18n/locale.ts';
import { BACKENDS, MOTIONS, NOTATIONS, pinnedTier, THEMES, useSettings } from '../../store/settings.ts';
import { PageLink } from '../navigation.tsx';
import { useChooseLocale } from '../useChooseLocale.ts';
import { ProgressSettings } from './ProgressSettings.tsx';
import styles from './pages.module.css';

interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
}

/** One setting: a group of radio buttons. */
function Choices<T extends string>(props: {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly Option<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly children?: ReactNode;
}) {
  return (
    <fieldset className={styles.setting}>
      <legend>{props.legend}</legend>
      <div className={styles.options}>
        {props.options.map(({ value, label }) => (
          <label key={value}>
            <input
              type="radio"
              name={props.name}
              checked={props.value === value}
              onChange={() => props.onChange(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
      {props.children}
    </fieldset>
  );
}

const LANGUAGES: readonly Option<Locale>[] = [
  { value: 'en', label: 'English' },
  { value: 'zh', label: '中文' },
];

function LanguageSetting() {
  const text = useText();
  const locale = useLocale();
  const choose = useChooseLocale();
  return (
    <Choices
      name="locale"
      legend={text('settings.language')}
      options={LANGUAGES}
      value={locale}
      onChange={choose}
    />
  );
}

function BackendSetting() {
  const text = useText();
  const locale = useLocale();
  const { backend, change } = useSettings();
  // Re-renders with the address: the query may pin a tier.
  useLocation();
  const pinned = pinnedTier(location.search, 'auto');
  return (
    <Choices
      name="backend"
      legend={text('settings.backend')}
      options={BACKENDS.map((value) => ({ value, label: text(`settings.backend-${value}`) }))}
      value={backend}
      onChange={(value) => change({ backend: value })}
    >
      <p className={styles.help}>{text('settings.backend-help')}</p>
      <p className={styles.help}>
        <PageLink to={{ name: 'bench' }} locale={locale}>
          {text('shell.bench')}
        </PageLink>
      </p>
      {pinned && (
        <p className={styles.help}>{text('settings.backend-pinned', { tier: text(`tier.${pinned}`) })}</p>
      )}
    </Choices>
  );
}

function NotationSetting() {
  const text = useText();
  const { notation, change } = useSettings();
  return (
    <Choices
      name="notation"
      legend={text('settings.notation')}
      options={NOTATIONS.map((value) => ({ value, label: text(`settings.notation-${value}`) }))}
      value={notation}
      onChange={(value) => change({ notation: value })}
    >
      <p className={styles.help}>{text('settings.notation-help')}</p>
    </Choices>
  );
}

export function SettingsForm() {
  const text = useText();
  const { theme, motion, change } = useSettings();
  return (
    <>
      <LanguageSetting />
      <Choices
        name="theme"
        legend={text('settings.theme')}
        options={THEMES.map((value) => ({ value, label: text(`settings.theme-${value}`) }))}
        value={theme}
        onChange={(value) => change({ theme: value })}
      />
      <NotationSetting />
      <BackendSetting />
      <Choices
        name="motion"
        legend={text('settings.motion')}
        options={MOTIONS.map((value) => ({ value, label: text(`settings.motion-${value}`) }))}
        value={motion}
        onChange={(value) => change({ motion: value })}
      />
      <ProgressSettings />
    </>
  );
}
