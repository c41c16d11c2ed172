import { pageText } from './texts';

/** What the page of the panel loads, and from where it may be loaded. */
export interface PageParts {
  readonly script: string;
  readonly style: string;
  /** The origin of the extension's files in a page. */
  readonly source: string;
  readonly nonce: string;
}

/** The page of the panel. Nothing in it runs but its own script, and it reaches no network. */
export function pageOf({ script, style, source, nonce }: PageParts): string {
  const policy = [
    "default-src 'none'",
    `style-src ${source}`,
    `script-src 'nonce-${nonce}'`,
    // The default does not cover these.
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1.0">
<link rel="stylesheet" href="${escaped(style)}">
<title>${pageText('mask')}</title>
</head>
<body>
<main>
<h1 id="title">${pageText('mask')}</h1>
<form id="mask-form">
<label for="mask">${pageText('mask')}</label>
<div class="line">
<input id="mask" type="text" spellcheck="false" autocomplete="off" aria-describedby="mask-state mask-problem mask-help">
<span class="buttons">
<button id="write" type="submit">${pageText('write')}</button>
<button id="reset" type="button" class="secondary">${pageText('reset')}</button>
</span>
</div>
<p id="mask-shown" class="shown"></p>
<p id="mask-state" class="quiet"></p>
<p id="mask-problem" class="problem" role="status"></p>
<p id="notice" class="problem" role="alert"></p>
<p id="mask-help" class="quiet">${pageText('maskHelp')}</p>
</form>
<h2 id="names-title">${pageText('names')}</h2>
<p id="count" class="quiet" role="status" aria-live="polite"></p>
<ul id="names" aria-labelledby="names-title"></ul>
<form id="new-form" class="line">
<input id="new-name" type="text" spellcheck="false" autocomplete="off" aria-label="${pageText('newName')}" aria-describedby="names-help" placeholder="${pageText('newName')}">
<button type="submit">${pageText('add')}</button>
</form>
<p id="names-help" class="quiet">${pageText('namesHelp')}</p>
<section id="proposals-part" aria-labelledby="proposals-title">
<h2 id="proposals-title">${pageText('proposals')}</h2>
<ul id="proposals"></ul>
</section>
</main>
<script nonce="${escaped(nonce)}" src="${escaped(script)}"></script>
</body>
</html>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** A word that nobody can guess. */
export function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
