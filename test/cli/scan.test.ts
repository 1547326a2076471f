import { describe, expect, it } from 'vitest';
import { scanDocument, scanManifest, scanScript } from '@/lib/cli/packaging/scan';

describe('what a script may not hold', () => {
  it.each([
    ['fetch("https://x.example")', 'fetch'],
    ['self.fetch(a)', 'fetch'],
    ['fetch(t.runtime.getURL(`/reader.bin`)+a)', 'fetch'],
    ['fetch(t.runtime.getURL(`/other.bin`))', 'fetch'],
    ['fetch(e(`/reader.bin`))', 'fetch'],
    ['let f=globalThis.fetch;f(a)', 'fetch'],
    ['let f=fetch;f(u)', 'fetch'],
    ['let f=fetch', 'fetch'],
    ['(0,fetch)(u)', 'fetch'],
    ['fetch?.(u)', 'fetch'],
    ['fetch?.call(null,u)', 'fetch'],
    ['fetch.call(null,u)', 'fetch'],
    ['fetch.bind(self)', 'fetch'],
    ['const{fetch:f}=self', 'fetch'],
    ['const{fetch}=self', 'fetch'],
    ['a=()=>{return fetch}', 'fetch'],
    ['(()=>fetch)()(u)', 'fetch'],
    ['self["fetch"](u)', 'fetch'],
    ['e.defaultView.fetch?.(u)', 'fetch'],
    ['new Image().src=`https://x.example/?`', 'Image'],
    ['let i=new e.Image', 'Image'],
    ['i.src=u', 'src'],
    ['i.srcset = u', 'src'],
    ['new XMLHttpRequest', 'XMLHttpRequest'],
    ['new WebSocket(u)', 'WebSocket'],
    ['new EventSource(u)', 'EventSource'],
    ['navigator.sendBeacon(u,d)', 'sendBeacon'],
    ['new RTCPeerConnection', 'RTCPeerConnection'],
    ['importScripts(u)', 'importScripts'],
    ['new WebTransport(u)', 'WebTransport'],
    ['import("https://x.example/a.js")', 'remote import'],
    ['a.innerHTML=b', 'innerHTML'],
    ['a["innerHTML"]=b', 'innerHTML'],
    ['a.outerHTML = b', 'outerHTML'],
    ['a.insertAdjacentHTML("x",b)', 'insertAdjacentHTML'],
    ['document.write(b)', 'document.write'],
    ['r.createContextualFragment(b)', 'createContextualFragment'],
    ['eval(b)', 'eval'],
    ['new Function("return 1")', 'Function'],
    ['f.srcdoc=b', 'srcdoc'],
  ])('%s is found as %s', (script, name) => {
    expect(scanScript(script).map((finding) => finding.name)).toContain(name);
  });

  it.each([
    'const prefetch=1;refetch(a)',
    'await fetch(oe.runtime.getURL(`/reader.bin`))',
    'a.textContent=b;medieval(c)',
    'x={note:"a robot to fetch the paper"}',
    'x=["What will it fetch? A ball.","It can fetch.","It knows fetch, and sit."]',
    'let a={src:b};if(i.src===a.src)c()',
    'function isFunction(a){return typeof a=="function"}',
    'import("./chunk.js")',
  ])('%s is let by', (script) => {
    expect(scanScript(script)).toEqual([]);
  });

  it('says where, with what stands around it', () => {
    expect(scanScript('const before=1;eval(x);const after=2')[0]?.excerpt).toContain('eval(x)');
  });
});

describe('what a document or style sheet may not hold', () => {
  it.each([
    '<script src="https://cdn.example/a.js"></script>',
    '<link rel=stylesheet href="//fonts.example/a.css">',
    '@import "http://x.example/a.css";',
    'body{background:url(https://x.example/a.png)}',
    '<img src=http://x.example/a.png>',
  ])('%s is found', (text) => {
    expect(scanDocument(text)).toHaveLength(1);
  });

  it('lets links for the reader and local files by', () => {
    expect(scanDocument('<a href="https://x.example">x</a><script src="/chunks/a.js"></script>')).toEqual([]);
    expect(scanDocument('a{background:url(data:image/png;base64,AA==)} b{background:url("/a.png")}')).toEqual([]);
  });
});

describe('what a manifest may ask for', () => {
  const good = {
    manifest_version: 3,
    permissions: ['activeTab', 'contextMenus', 'scripting', 'storage'],
    content_scripts: [{ matches: ['https://*.news.example/*'], js: ['a.js'] }],
  };
  it('lets the least by', () => {
    expect(scanManifest(good)).toEqual([]);
    expect(scanManifest({ ...good, host_permissions: ['https://*.news.example/*'] })).toEqual([]);
    expect(scanManifest({ ...good, optional_host_permissions: ['https://*/*', 'http://*/*'] })).toEqual([]);
  });
  it.each([
    [{ permissions: ['storage', 'tabs'] }, 'tabs'],
    [{ host_permissions: ['<all_urls>'] }, '<all_urls>'],
    [{ host_permissions: ['https://*.other.example/*'] }, 'other.example'],
    [{ optional_host_permissions: ['https://*.other.example/*'] }, 'optional_host_permissions'],
    [{ optional_host_permissions: ['<all_urls>'] }, '<all_urls>'],
    [{ content_scripts: [{ matches: ['http://127.0.0.1/*'] }] }, '127.0.0.1'],
    [{ content_scripts: [{ matches: ['http://localhost/*'] }] }, 'localhost'],
    [{ content_scripts: [{ matches: ['<all_urls>'] }] }, '<all_urls>'],
    [{ content_scripts: [{ matches: ['https://*/*'] }] }, 'https://*/*'],
    [{ content_scripts: [{ matches: ['https://*.com/*'] }] }, '*.com'],
    [{ externally_connectable: { matches: ['https://x.example/*'] } }, 'externally_connectable'],
    [{ content_security_policy: { extension_pages: "script-src 'self' 'unsafe-eval'" } }, 'unsafe-eval'],
    [
      { content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval' 'unsafe-eval'" } },
      'unsafe-eval',
    ],
    [{ update_url: 'https://x.example' }, 'update_url'],
    [{ manifest_version: 2 }, 'manifest_version'],
  ])('%j is found', (part, word) => {
    expect(scanManifest({ ...good, ...part }).join('\n')).toContain(word);
  });
});
