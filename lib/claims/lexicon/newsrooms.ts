/** Hosts that report on others. Any other host that keeps naming itself or says "we" is read as a vendor's own page. */
export const NEWSROOMS = new Set(
  `techcrunch theverge wired arstechnica engadget venturebeat zdnet cnet mashable gizmodo theregister thenextweb techradar tomshardware pcmag pcworld
  9to5google 9to5mac 9to5 macrumors androidauthority androidcentral technologyreview spectrum siliconangle infoworld computerworld networkworld csoonline cio
  ciodive cfodive hrdive retaildive paymentsdive cybersecuritydive infoq thenewstack semafor axios theinformation restofworld cnbc cnn bbc reuters
  apnews bloomberg ft nytimes washingtonpost wsj theguardian guardian economist time fortune forbes businessinsider insider inc fastcompany qz
  marketwatch fool seekingalpha barrons yahoo msn aol npr pbs abcnews cbsnews nbcnews foxnews foxbusiness politico thehill vox slate theatlantic
  newyorker harpers nature science scientificamerican newscientist theconversation eff coindesk cointelegraph decrypt theblock thehackernews
  bleepingcomputer darkreading krebsonsecurity cxtoday uctoday crn channelfutures webpronews digitaltrends tomsguide creativebloq pcgamer ign
  polygon kotaku sherwood channelnewsasia straitstimes scmp aljazeera euronews france24 dw indiatimes indiatoday thehansindia ndtv hindustantimes
  livemint techinasia sifted eu-startups tech testingcatalog business20channel consultingpoint techmonitor technologymagazine aimagazine
  artificialintelligence-news marktechpost unite analyticsindiamag infosecurity-magazine computing itpro theinquirer hackaday lwn slashdot
  nasdaq warc garymarcus platformer stratechery 404media futurism motherboard vice rest dailymail telegraph independent mirror thesun metro standard
  irishtimes rte cbc globalnews theglobeandmail smh abc afr nzherald stuff`.split(/\s+/),
);

/** Labels of a host that are nobody's name. */
const GENERIC = new Set(
  'www com org net dev blog blogs news newsroom press resources about developers developer docs example page pages company research engineering tech'.split(
    ' ',
  ),
);

/** The labels of a host that may be a name: of "blog.kelmore.com" "kelmore". */
export const labelsOf = (host: string): string[] =>
  host
    .toLowerCase()
    .split('.')
    .filter((label) => label.length > 2 && !GENERIC.has(label));

/** Whether a host is one that reports on others: "spectrum.ieee.org". */
export const isNewsroom = (host: string): boolean => labelsOf(host).some((label) => NEWSROOMS.has(label));
