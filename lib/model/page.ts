/** What was found: a page as text. */

/** A half-open stretch of a passage's text, in UTF-16 code units. */
export interface Span {
  start: number;
  end: number;
}

/** What a passage is on its page. `headline` is the article's own heading; `heading` any other. */
export type PassageRole = 'headline' | 'standfirst' | 'heading' | 'paragraph' | 'item' | 'quote';

/** One sentence (or verbless headline or bullet) of a passage. */
export interface Sentence extends Span {
  /** Passed the cheap gate of lib/article, so is worth reading. The rest is context only. */
  candidate: boolean;
}

/** One block of article text as a reader sees it: white space collapsed, inline markup crossed. */
export interface Passage {
  /** Position on the page among all passages sent, from 0, in reading order. */
  index: number;
  role: PassageRole;
  text: string;
  sentences: Sentence[];
  /** The stretches that link to something a reader could look up: no page furniture, no sections, no front doors. */
  links?: Span[];
  /** Index of the passage that introduces this one: a list's lead-in, else the nearest heading above. */
  leadIn: number | null;
}

/** Who publishes the page: decides how "we" and an unattributed sentence are read. */
export type PageKind = 'news' | 'company';

/** Hosts of press wires: their pages are a company's own, and the company is not the host. */
export const WIRES =
  /(?:^|\.)(?:prnewswire|businesswire|globenewswire|accesswire|newswire|einpresswire|prweb|cision)\.(?:com|ca|co\.uk)$/;

/** Everything about a page that reading and writing may depend on. No DOM, no address beyond the origin and path. */
export interface PageText {
  /** Address without query and fragment; what the page showed is remembered under its salted digest. */
  address: string;
  host: string;
  title: string;
  /** BCP 47, as declared or recognised. Only English is read. */
  language: string;
  kind: PageKind;
  /** ISO date (YYYY-MM-DD) of publication where the page states it; receipts must not be older than the page. */
  published: string | null;
  /** Name of the publisher where the page states it (og:site_name), for telling "we" apart. */
  publisher: string | null;
  passages: Passage[];
  /** On a page of several stories: the passages that each story after the first begins with. */
  stories?: number[];
}

/** Where a stretch stands in a page's text, as the Web Annotation Data Model has it (text position, text quote). */
export interface TextPlace {
  /** The claim's index in the reading. */
  index: number;
  /** Offsets in Unicode code points, [start, end), in the text of the document's body: all of its text nodes, joined. */
  start: number;
  end: number;
  /** The text itself, as it stands in the document, and up to 32 code units before and after it. */
  exact: string;
  prefix: string;
  suffix: string;
}
