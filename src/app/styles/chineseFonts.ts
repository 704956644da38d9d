/** The list of their two hundred subsets alone is most of the styles: fetched beside the page, not before it. */
import '@fontsource-variable/noto-sans-sc/wght.css';
import '@fontsource-variable/noto-serif-sc/wght.css';
