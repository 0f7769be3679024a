/// The site's style sheet. Colours stand once, for both schemes; nothing is loaded.
enum SiteStyle {
    static let text = base + header + navigation + content + events + explorer + narrow + print

    /// Colours, type and what every page begins with. Text has a contrast of 4.5 or more on every ground it stands on.
    private static let base = """
        :root {
          color-scheme: light dark;
          --ground: light-dark(#ffffff, #101418);
          --raised: light-dark(#f6f7f9, #171c22);
          --line: light-dark(#e2e6eb, #2a313a);
          --strong-line: light-dark(#c5ccd5, #414b57);
          --ink: light-dark(#1a2027, #e6eaef);
          --soft: light-dark(#56616e, #a0abb8);
          --accent: light-dark(#1558b0, #84b6ff);
          --accent-ground: light-dark(#e9f1fc, #172a44);
          --private: light-dark(#8a2d5c, #f3a6cd);
          --private-ground: light-dark(#fbeaf3, #3a1a2b);
          --warning: light-dark(#7d4a00, #f2c173);
          --warning-ground: light-dark(#fdf1dc, #362812);
          --error: light-dark(#a1261d, #ffa39b);
          --error-ground: light-dark(#fdebe9, #3d1a18);
          --good: light-dark(#1d6b3c, #86d8a5);
          --good-ground: light-dark(#e7f5ec, #142b1e);
          --code: ui-monospace, "SF Mono", "Cascadia Code", "JetBrains Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
          --top: 3.5rem;
        }
        :root[data-theme="light"] { color-scheme: light; }
        :root[data-theme="dark"] { color-scheme: dark; }
        *, *::before, *::after { box-sizing: border-box; }
        html { scroll-padding-top: calc(var(--top) + 1rem); -webkit-text-size-adjust: 100%; }
        body {
          margin: 0; background: var(--ground); color: var(--ink);
          font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif;
          overflow-wrap: break-word;
        }
        [hidden] { display: none !important; }
        h1, h2, h3 { line-height: 1.25; letter-spacing: -0.011em; text-wrap: balance; margin: 0; }
        h1 { font-size: 2rem; font-weight: 700; letter-spacing: -0.022em; }
        h2 { font-size: 1.3rem; font-weight: 650; margin: 3rem 0 1rem; }
        h3 { font-size: 0.875rem; font-weight: 650; margin: 1.75rem 0 0.5rem; }
        p { margin: 0.5rem 0; }
        ul { padding: 0; margin: 0; list-style: none; }
        a { color: var(--accent); text-decoration: none; }
        a:hover { text-decoration: underline; text-underline-offset: 0.2em; }
        p a:not(:has(code)) { text-decoration: underline; text-underline-offset: 0.2em; text-decoration-color: var(--strong-line); }
        :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
        main:focus { outline: none; }
        code { font-family: var(--code); font-size: 0.875em; overflow-wrap: anywhere; }
        p code, dd code, .constraints code { background: var(--raised); border: 1px solid var(--line); border-radius: 4px; padding: 0.05em 0.3em; }
        .skip { position: absolute; left: 1rem; top: -4rem; z-index: 30; padding: 0.5rem 1rem; background: var(--accent); color: var(--ground); border-radius: 6px; }
        .skip:focus { top: 0.5rem; }
        .icon { fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; display: block; }
        .count { color: var(--soft); font-weight: 400; font-size: 0.8125rem; font-variant-numeric: tabular-nums; }
        .note { color: var(--soft); font-size: 0.875rem; }
        .lead { color: var(--soft); font-size: 1.0625rem; margin: 0.5rem 0 0; max-width: 44rem; }
        .lead p { margin: 0.25rem 0; }
        .plain li { margin: 0.25rem 0; }
        .text-button { font: inherit; font-size: 0.875rem; color: var(--accent); background: none; border: 1px solid var(--strong-line); border-radius: 6px; padding: 0.3rem 0.8rem; cursor: pointer; }
        .text-button:hover { background: var(--raised); }

        """

    private static let header = """
        .site-header {
          position: sticky; top: 0; z-index: 20; height: var(--top); display: flex; align-items: center; gap: 1rem;
          padding: 0 1.5rem; background: var(--ground); border-bottom: 1px solid var(--line);
        }
        .brand { display: flex; align-items: center; gap: 0.6rem; color: var(--ink); font-weight: 650; min-width: 0; }
        .brand:hover { text-decoration: none; }
        .brand-name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
        .brand-version { color: var(--soft); font-weight: 400; font-size: 0.8125rem; }
        .flag { flex: none; border-radius: 2px; border: 1px solid var(--strong-line); }
        .flag-hoist { fill: #f2c230; }
        .flag-fly { fill: #1558b0; }
        .search { position: relative; flex: 1 1 auto; max-width: 32rem; margin-left: auto; min-width: 0; }
        .search > .icon { position: absolute; left: 0.7rem; top: 50%; transform: translateY(-50%); color: var(--soft); pointer-events: none; }
        .search input {
          width: 100%; height: 2.25rem; padding: 0 2.2rem 0 2.2rem; font: inherit; font-size: 0.9375rem; color: var(--ink);
          background: var(--raised); border: 1px solid var(--line); border-radius: 8px; appearance: none;
        }
        .search input::placeholder { color: var(--soft); opacity: 1; }
        .search input:focus { outline: 2px solid var(--accent); outline-offset: -1px; background: var(--ground); }
        .search input::-webkit-search-cancel-button { display: none; }
        .search kbd {
          position: absolute; right: 0.6rem; top: 50%; transform: translateY(-50%); padding: 0 0.4rem; font: 0.75rem/1.4 var(--code);
          color: var(--soft); border: 1px solid var(--strong-line); border-radius: 4px; pointer-events: none;
        }
        .search input:focus ~ kbd { visibility: hidden; }
        .search-panel {
          position: absolute; left: 0; right: 0; top: calc(100% + 0.4rem); max-height: min(70vh, 34rem); overflow: auto;
          background: var(--ground); border: 1px solid var(--strong-line); border-radius: 10px; box-shadow: 0 12px 32px rgb(0 0 0 / 18%); padding: 0.4rem;
        }
        .search-count { color: var(--soft); font-size: 0.8125rem; margin: 0.25rem 0.6rem; }
        .page-head .search-count { margin: 0.25rem 0 0; font-size: 0.9375rem; min-height: 1.6em; }
        .search-results a, .search-all { display: block; padding: 0.45rem 0.6rem; border-radius: 6px; color: var(--ink); }
        .search-results a:hover, .search-results a:focus-visible, .search-all:hover { background: var(--accent-ground); text-decoration: none; }
        .search-results .why { display: block; color: var(--soft); font-size: 0.8125rem; line-height: 1.4; }
        .search-all { color: var(--accent); font-size: 0.875rem; }
        .icon-button { flex: none; display: grid; place-items: center; width: 2.25rem; height: 2.25rem; color: var(--soft); background: none; border: 1px solid transparent; border-radius: 8px; cursor: pointer; }
        .icon-button:hover { background: var(--raised); color: var(--ink); }
        .menu-button { display: none; }

        """

    private static let navigation = """
        .frame { display: grid; grid-template-columns: 15rem minmax(0, 1fr); max-width: 92rem; margin: 0 auto; }
        .frame:has(> .contents) { grid-template-columns: 15rem minmax(0, 1fr) 14rem; }
        .site-navigation, .contents {
          position: sticky; top: var(--top); align-self: start; max-height: calc(100vh - var(--top)); overflow-y: auto; padding: 1.75rem 1rem 2rem 1.5rem; font-size: 0.9375rem; scrollbar-width: thin;
        }
        .contents { padding: 2.5rem 1.5rem 2rem 0.5rem; font-size: 0.8125rem; }
        .navigation-title { font-size: 0.75rem; font-weight: 650; text-transform: uppercase; letter-spacing: 0.06em; color: var(--soft); margin: 1.5rem 0 0.4rem 0.6rem; }
        .contents .navigation-title { margin-top: 0; }
        .site-navigation a, .contents a { display: flex; justify-content: space-between; gap: 0.5rem; padding: 0.25rem 0.6rem; border-radius: 6px; color: var(--soft); }
        .site-navigation a:hover, .contents a:hover { color: var(--ink); background: var(--raised); text-decoration: none; }
        .site-navigation a[aria-current] { color: var(--accent); background: var(--accent-ground); font-weight: 550; }
        .contents a { display: block; overflow-wrap: anywhere; }
        .contents a.is-current { color: var(--accent); }
        main { padding: 2.25rem 2.5rem 4rem; min-width: 0; overflow-wrap: anywhere; }
        .page-head { padding-bottom: 1.25rem; }
        .page-head + h2 { margin-top: 0.75rem; }
        .site-footer { border-top: 1px solid var(--line); color: var(--soft); font-size: 0.8125rem; padding: 1rem 1.5rem 2rem; text-align: center; }

        """

    private static let content = """
        .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 0.75rem; margin-top: 0.5rem; }
        .tiles a { display: flex; flex-direction: column; height: 100%; padding: 0.9rem 1rem; border: 1px solid var(--line); border-radius: 10px; color: var(--soft); font-size: 0.875rem; line-height: 1.35; }
        .tiles a:hover { border-color: var(--accent); text-decoration: none; }
        .tiles strong { font-size: 1.75rem; font-weight: 650; line-height: 1.2; color: var(--ink); letter-spacing: -0.02em; font-variant-numeric: tabular-nums; }
        .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: 0.75rem; }
        .cards li { padding: 1rem 1.1rem; border: 1px solid var(--line); border-radius: 10px; }
        .cards h3 { display: flex; align-items: baseline; gap: 0.5rem; margin: 0 0 0.35rem; font-size: 1rem; }
        .event-names { font-size: 0.875rem; color: var(--soft); line-height: 1.7; }
        .event-names a code { background: none; border: 0; padding: 0; }
        .columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); gap: 0 3rem; }
        .bars li { display: grid; grid-template-columns: minmax(7rem, 1fr) 2fr 3rem; align-items: center; gap: 0.75rem; padding: 0.25rem 0; font-size: 0.9375rem; }
        .bars .count { text-align: right; }
        .bar { display: block; width: 100%; height: 0.5rem; background: var(--line); border-radius: 4px; }
        .bar-value { fill: var(--accent); }
        .badges { display: flex; flex-wrap: wrap; gap: 0.35rem; }
        .badge { display: inline-block; font-size: 0.75rem; font-weight: 550; line-height: 1.5; padding: 0 0.5rem; border-radius: 99px; color: var(--soft); background: var(--raised); box-shadow: inset 0 0 0 1px var(--line); white-space: nowrap; }
        .badge-private { color: var(--private); background: var(--private-ground); box-shadow: none; }
        .badge-warning { color: var(--warning); background: var(--warning-ground); box-shadow: none; }
        .badge-error { color: var(--error); background: var(--error-ground); box-shadow: none; }
        .badge-public { color: var(--good); background: var(--good-ground); box-shadow: none; }
        .badge-note { color: var(--accent); background: var(--accent-ground); box-shadow: none; }
        .callout { margin: 1rem 0; padding: 0.5rem 1rem; border-left: 3px solid var(--warning); background: var(--warning-ground); border-radius: 0 8px 8px 0; }
        .callout a { text-decoration: underline; text-underline-offset: 0.2em; }

        """

    private static let events = """
        .event { padding: 2.25rem 0 2rem; border-top: 1px solid var(--line); }
        .event:first-of-type { border-top: 0; padding-top: 0.5rem; }
        .event > header { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 0.9rem; }
        .event h2 { margin: 0; font-family: var(--code); font-size: 1.2rem; font-weight: 650; letter-spacing: -0.02em; overflow-wrap: anywhere; }
        .anchor { color: inherit; }
        .anchor:hover::after { content: " #"; color: var(--soft); }
        .description { max-width: 46rem; margin-top: 0.35rem; }
        .facts { display: flex; flex-wrap: wrap; gap: 0.4rem 2rem; margin: 0.9rem 0 0; font-size: 0.875rem; }
        .facts div { display: flex; gap: 0.5rem; min-width: 0; }
        .facts dt { color: var(--soft); }
        .facts dd { margin: 0; min-width: 0; }
        .facts dd code, .place code { background: none; border: 0; padding: 0; color: var(--soft); font-size: 0.8125rem; }
        .properties { border-top: 1px solid var(--line); }
        .properties > li { display: grid; grid-template-columns: minmax(12rem, 17rem) minmax(0, 1fr); gap: 0.25rem 1.5rem; padding: 0.75rem 0; border-bottom: 1px solid var(--line); }
        .properties > li:target { background: var(--accent-ground); box-shadow: 0 0 0 0.5rem var(--accent-ground); border-radius: 2px; }
        .property-head { display: flex; flex-wrap: wrap; align-items: baseline; align-content: start; gap: 0.15rem 0.5rem; min-width: 0; }
        .property-name { flex-basis: 100%; color: var(--ink); font-weight: 600; min-width: 0; }
        .type { color: var(--soft); font-size: 0.8125rem; }
        .optional { color: var(--soft); font-size: 0.8125rem; font-style: italic; }
        .property-body { min-width: 0; font-size: 0.9375rem; }
        .property-body > p:first-child, .meaning > p:first-child { margin-top: 0; }
        .constraints { display: flex; flex-wrap: wrap; gap: 0.2rem 1rem; color: var(--soft); font-size: 0.8125rem; margin-top: 0.25rem; }
        .value-list { line-height: 1.9; margin: 0.35rem 0 0; }
        .values { margin: 0.5rem 0 0; font-size: 0.875rem; }
        .values div { display: grid; grid-template-columns: minmax(6rem, auto) minmax(0, 1fr); gap: 1rem; padding: 0.15rem 0; }
        .values dt code { background: var(--raised); border: 1px solid var(--line); border-radius: 4px; padding: 0.05em 0.3em; }
        .values dd { margin: 0; color: var(--soft); }
        .meaning + .meaning { margin-top: 0.9rem; }
        .samples { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 0.75rem; align-items: start; }
        .sample { position: relative; margin: 0; border: 1px solid var(--line); border-radius: 10px; background: var(--raised); min-width: 0; }
        .sample figcaption { padding: 0.4rem 0.9rem; font-size: 0.75rem; font-weight: 600; color: var(--soft); border-bottom: 1px solid var(--line); }
        .sample pre { margin: 0; padding: 0.75rem 0.9rem; overflow-x: auto; font: 0.8125rem/1.6 var(--code); tab-size: 4; }
        .sample pre code { font-size: inherit; overflow-wrap: normal; }
        .sample .string { color: var(--good); }
        .sample .number { color: var(--accent); }
        .sample .key { color: var(--private); }
        .copy { position: absolute; right: 0.4rem; top: 0.3rem; font: 0.75rem/1.5 inherit; padding: 0.1rem 0.5rem; color: var(--soft); background: var(--ground); border: 1px solid var(--line); border-radius: 6px; cursor: pointer; }
        .copy:hover { color: var(--ink); border-color: var(--strong-line); }
        details > summary { cursor: pointer; color: var(--soft); font-size: 0.875rem; }

        """

    private static let explorer = """
        .explorer { display: grid; grid-template-columns: 14rem minmax(0, 1fr); gap: 2.5rem; align-items: start; }
        .filters { display: grid; gap: 0.5rem; font-size: 0.875rem; }
        .facet { border-top: 1px solid var(--line); padding-top: 0.6rem; }
        .facet summary { font-weight: 600; color: var(--ink); text-transform: capitalize; }
        .facet ul { max-height: 16rem; overflow-y: auto; margin: 0.3rem 0 0.4rem; padding: 2px; scrollbar-width: thin; }
        .facet label { display: flex; align-items: center; gap: 0.5rem; padding: 0.15rem 0; cursor: pointer; min-width: 0; }
        .facet label > span:first-of-type { flex: 1; overflow-wrap: anywhere; }
        .facet input { accent-color: var(--accent); width: 1rem; height: 1rem; margin: 0; flex: none; }
        .facet .is-empty { color: var(--soft); }
        .result-list li { border-bottom: 1px solid var(--line); content-visibility: auto; contain-intrinsic-size: auto 5.5rem; }
        .result-list a.result { display: block; padding: 0.8rem 0.75rem; margin: 0 -0.75rem; border-radius: 8px; color: var(--ink); }
        .result-list a.result:hover, .result-list a.result:focus-visible { background: var(--raised); text-decoration: none; }
        .result-head { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 0.6rem; }
        .result-head code { font-size: 0.9375rem; font-weight: 600; color: var(--accent); }
        .result-text { display: block; font-size: 0.9375rem; }
        .result-more { display: flex; flex-wrap: wrap; gap: 0 1rem; color: var(--soft); font-size: 0.8125rem; }
        mark { background: var(--warning-ground); color: inherit; border-radius: 2px; }
        .results > .text-button { margin-top: 1rem; }

        """

    private static let narrow = """
        @media (max-width: 75rem) {
          .frame:has(> .contents) { grid-template-columns: 15rem minmax(0, 1fr); }
          .contents { display: none; }
        }
        @media (max-width: 56rem) {
          .frame, .frame:has(> .contents) { display: block; }
          .site-header { padding: 0 0.75rem; gap: 0.5rem; }
          .brand-version { display: none; }
          .brand { flex: 0 1 auto; }
          .menu-button { display: grid; }
          .site-navigation { position: static; max-height: none; padding: 0.5rem 0.75rem 1rem; border-bottom: 1px solid var(--line); background: var(--raised); }
          .has-script .site-navigation:not(.is-open) { display: none; }
          main { padding: 1.25rem 1rem 3rem; }
          h1 { font-size: 1.6rem; }
          .explorer { grid-template-columns: minmax(0, 1fr); gap: 1rem; }
          .filters { grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); }
          .facet ul { max-height: 10rem; }
          .properties > li { grid-template-columns: minmax(0, 1fr); }
          .property-name { flex-basis: auto; }
        }
        @media (max-width: 30rem) {
          .brand-name { display: none; }
          .search kbd { display: none; }
          .search input { padding-right: 0.7rem; }
          .search-panel { position: fixed; left: 0.5rem; right: 0.5rem; top: calc(var(--top) + 0.25rem); }
          .tiles { grid-template-columns: repeat(2, minmax(0, 1fr)); }
          .values div { grid-template-columns: minmax(0, 1fr); gap: 0; }
          .bars li { grid-template-columns: minmax(5rem, 1fr) 1fr 2.5rem; }
        }

        """

    private static let print = """
        @media print {
          :root, :root[data-theme] { color-scheme: light; }
          @page { margin: 18mm 16mm; }
          body { font-size: 10pt; }
          .site-header, .site-navigation, .contents, .skip, .copy, .filters, .text-button, .site-footer { display: none !important; }
          .frame, .frame:has(> .contents), .explorer { display: block; max-width: none; }
          main { padding: 0; }
          a { color: inherit; }
          .event { padding: 8mm 0 4mm; }
          .event > header, h2, h3, figcaption { break-after: avoid; }
          .properties > li, .sample, .cards li, .tiles li, .result-list li { break-inside: avoid; }
          .result-list li { content-visibility: visible; }
          .sample pre { white-space: pre-wrap; overflow: visible; overflow-wrap: anywhere; }
          .badge { box-shadow: inset 0 0 0 1px currentColor; }
        }

        """
}
