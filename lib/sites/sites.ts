import { normalHost } from '../settings/settings';

/** One site that Peel reads without being asked. */
export interface Site {
  host: string;
  name: string;
  /** Why it is on the list, as the stores are told: what it writes of, or that it is a firm's own newsroom. How a page is read does not hang on it. */
  kind: 'news' | 'company';
  /** Match-pattern paths, where announcements have a corner of their own; the whole host if left out. */
  paths?: string[];
}

const news = (host: string, name: string, paths?: string[]): Site => ({
  host,
  name,
  kind: 'news',
  ...(paths ? { paths } : {}),
});
const company = (host: string, name: string, paths?: string[]): Site => ({
  host,
  name,
  kind: 'company',
  ...(paths ? { paths } : {}),
});

/**
 * Where Peel works without being asked: technology news and corporate newsrooms, in English. The one list from which the
 * manifest's matches are made.
 */
export const SITES: readonly Site[] = [
  news('techcrunch.com', 'TechCrunch'),
  news('theverge.com', 'The Verge'),
  news('wired.com', 'WIRED'),
  news('arstechnica.com', 'Ars Technica'),
  news('engadget.com', 'Engadget'),
  news('venturebeat.com', 'VentureBeat'),
  news('zdnet.com', 'ZDNET'),
  news('cnet.com', 'CNET'),
  news('mashable.com', 'Mashable'),
  news('gizmodo.com', 'Gizmodo'),
  news('theregister.com', 'The Register'),
  news('thenextweb.com', 'The Next Web'),
  news('techradar.com', 'TechRadar'),
  news('tomshardware.com', "Tom's Hardware"),
  news('pcmag.com', 'PCMag'),
  news('9to5google.com', '9to5Google'),
  news('9to5mac.com', '9to5Mac'),
  news('macrumors.com', 'MacRumors'),
  news('androidauthority.com', 'Android Authority'),
  news('technologyreview.com', 'MIT Technology Review'),
  news('spectrum.ieee.org', 'IEEE Spectrum'),
  news('siliconangle.com', 'SiliconANGLE'),
  news('infoworld.com', 'InfoWorld'),
  news('computerworld.com', 'Computerworld'),
  news('cio.com', 'CIO'),
  news('ciodive.com', 'CIO Dive'),
  news('infoq.com', 'InfoQ'),
  news('thenewstack.io', 'The New Stack'),
  news('semafor.com', 'Semafor', ['/*/technology/*', '/technology/*', '/article/*']),
  news('axios.com', 'Axios', ['/technology/*', '/20*']),
  news('theinformation.com', 'The Information'),
  news('restofworld.org', 'Rest of World'),
  news('cnbc.com', 'CNBC', ['/technology/*', '/20*']),
  news('businessinsider.com', 'Business Insider'),
  news('fortune.com', 'Fortune'),
  news('fastcompany.com', 'Fast Company'),
  news('forbes.com', 'Forbes', ['/sites/*']),
  news('reuters.com', 'Reuters', ['/technology/*', '/business/*']),
  news('bloomberg.com', 'Bloomberg', ['/news/*', '/technology/*']),
  news('theguardian.com', 'The Guardian', ['/technology/*', '/business/*']),
  news('bbc.com', 'BBC', ['/news/*', '/technology/*']),
  news('bbc.co.uk', 'BBC', ['/news/*']),
  news('nytimes.com', 'The New York Times', ['/*/technology/*', '/*/business/*']),
  news('washingtonpost.com', 'The Washington Post', ['/technology/*', '/business/*']),
  news('apnews.com', 'AP News', ['/article/*']),
  news('slashdot.org', 'Slashdot'),
  news('prnewswire.com', 'PR Newswire', ['/news-releases/*']),
  news('businesswire.com', 'Business Wire', ['/news/*']),
  news('globenewswire.com', 'GlobeNewswire', ['/news-release/*', '/*/news-release/*']),
  company('openai.com', 'OpenAI'),
  company('anthropic.com', 'Anthropic'),
  company('deepmind.google', 'Google DeepMind'),
  company('blog.google', 'Google'),
  company('ai.meta.com', 'Meta AI'),
  company('about.fb.com', 'Meta'),
  company('blogs.microsoft.com', 'Microsoft'),
  company('news.microsoft.com', 'Microsoft'),
  company('aboutamazon.com', 'Amazon'),
  company('nvidianews.nvidia.com', 'NVIDIA'),
  company('blogs.nvidia.com', 'NVIDIA'),
  company('apple.com', 'Apple', ['/newsroom/*', '/*/newsroom/*']),
  company('newsroom.ibm.com', 'IBM'),
  company('salesforce.com', 'Salesforce', ['/news/*', '/blog/*']),
  company('klarna.com', 'Klarna', ['/*/press/*', '/press/*', '/international/press/*']),
  company('blog.duolingo.com', 'Duolingo'),
  company('newsroom.accenture.com', 'Accenture'),
  company('github.blog', 'GitHub'),
  company('news.samsung.com', 'Samsung'),
  company('shopify.com', 'Shopify', ['/news/*', '/*/news/*']),
];

/** "example.co.uk": three labels, and yet a site that may answer on www. */
const SECOND_LEVEL = /^[^.]+\.(?:ac|co|com|edu|gov|net|org)\.[a-z]{2}$/;

/** True for a host that may answer on www. as well: one of two labels. A longer one (newsroom.ibm.com) stands for itself. */
export function answersOnWww(host: string): boolean {
  return host.split('.').length === 2 || SECOND_LEVEL.test(host);
}

/** Match patterns for the manifest, https only, with and without `www.`. */
export function sitePatterns(sites: readonly Site[] = SITES): string[] {
  return sites.flatMap(({ host, paths = ['/*'] }) => {
    const hosts = answersOnWww(host) ? [host, `www.${host}`] : [host];
    return hosts.flatMap((name) => paths.map((path) => `https://${name}${path}`));
  });
}

/** The listed site that a host belongs to, or null. */
export function listedSite(host: string, sites: readonly Site[] = SITES): Site | null {
  const name = normalHost(host);
  return sites.find((site) => site.host === name) ?? null;
}
