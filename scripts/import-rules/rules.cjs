// Who may import whom. The table is DESIGN's; anything else is a violation.
const FOLDERS = {
  models: ['models'],
  kernels: ['models'],
  layout: ['models'],
  i18n: ['models'],
  url: ['models'],
  workers: ['models', 'kernels', 'i18n'],
  store: [
    'models',
    'workers/(text-|embeddings/|costs/|vectors/|projection/)?(client|protocol)\\.ts',
    'workers/(embeddings/|vectors/|projection/)?[a-z-]+\\.testkit\\.ts',
    'i18n',
    'url',
  ],
  components: ['models', 'layout', 'i18n'],
  instruments: ['components', 'store', 'layout', 'models', 'i18n', 'url'],
  lessons: ['instruments', 'components', 'store', 'layout', 'models', 'i18n', 'url'],
  labs: ['instruments', 'components', 'store', 'layout', 'models', 'i18n', 'url'],
  gallery: ['components', 'instruments', 'layout', 'models', 'i18n'],
};

// Types cross one border: a figure's props name what a worker sends.
/** @type {Record<string, string[]>} */
const TYPES_ONLY = {
  instruments: ['workers/(text-|embeddings/|costs/|vectors/|projection/)?protocol\\.ts'],
};

// Third-party packages by folder (regular expressions on the package's name).
const PACKAGES = {
  models: [],
  kernels: [],
  layout: ['d3-(array|format|hierarchy|interpolate|scale|shape|path)'],
  i18n: ['intl-messageformat'],
  url: [],
  workers: ['umap-js', '@zip\\.js/zip\\.js'],
  store: ['zustand', 'idb', 'react'],
  components: ['react', 'react-dom', 'd3-(array|color|format|interpolate|scale|shape)', '@mdx-js/react'],
  instruments: ['react', 'zustand', 'd3-(array|format|scale|shape)', 'ml-matrix'],
  lessons: ['react', '@mdx-js/react', '@types/mdx'],
  labs: ['react'],
  gallery: ['react'],
};

const TESTS = '\\.(test|testkit)\\.tsx?$';
const TEST_TOOLS = ['vitest', 'fast-check', 'fake-indexeddb', 'webgpu', '@tensorflow/.*'];

const insideFolder = (/** @type {string} */ folder) => ({ path: `^src/${folder}/` });

const folderRules = Object.entries(FOLDERS).map(([folder, allowed]) => {
  const types = TYPES_ONLY[folder] ?? [];
  const own = ['lessons', 'labs'].includes(folder) ? [] : [folder];
  const rooms = [...allowed, ...own, ...types].map((room) => (room.endsWith('.ts') ? room : `${room}/`));
  return {
    name: `${folder}-imports`,
    severity: 'error',
    from: insideFolder(folder),
    to: { path: '^src/', pathNot: [`^src/(${rooms.join('|')})`, `^src/${folder}/`] },
  };
});

const typeRules = Object.entries(TYPES_ONLY).map(([folder, files]) => ({
  name: `${folder}-types-only`,
  severity: 'error',
  from: insideFolder(folder),
  to: { path: files.map((file) => `^src/${file}`), dependencyTypesNot: ['type-only'] },
}));

const packageRules = Object.entries(PACKAGES).map(([folder, packages]) => ({
  name: `${folder}-packages`,
  severity: 'error',
  from: {
    path: `^src/${folder}/`,
    pathNot: [TESTS, '^src/workers/tf/', '^src/kernels/wgsl/', '^src/components/interaction/'],
  },
  to: {
    path: 'node_modules',
    pathNot: packages.map((name) => `node_modules/(@types/)?${name}(/|$)`),
  },
}));

module.exports = {
  forbidden: [
    ...folderRules,
    ...typeRules,
    ...packageRules,
    {
      name: 'lessons-apart',
      severity: 'error',
      from: { path: '^src/(lessons|labs)/([^/]+)/' },
      to: { path: '^src/(lessons|labs)/[^/]+/', pathNot: '^src/$1/$2/' },
    },
    {
      name: 'tensorflow-rooms',
      severity: 'error',
      from: { path: '^(src|scripts|e2e)/', pathNot: ['^src/workers/tf/', '^src/kernels/wgsl/', TESTS] },
      to: { path: 'node_modules/@tensorflow/' },
    },
    {
      name: 'd3-interaction-room',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/components/interaction/' },
      to: { path: 'node_modules/(@types/)?d3-(selection|zoom|brush|drag)' },
    },
    {
      name: 'test-tools-in-tests',
      severity: 'error',
      from: { path: '^src/', pathNot: TESTS },
      to: { path: `node_modules/(${TEST_TOOLS.slice(0, 4).join('|')})(/|$)` },
    },
    {
      name: 'testkits-in-tests',
      severity: 'error',
      from: { path: '^src/', pathNot: TESTS },
      to: { path: '\\.testkit\\.tsx?$' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true, pathNot: ['^virtual:', '\\?'] },
    },
  ],
};
