/// The page's style sheet. Colours stand once, for both schemes; on paper it is always light, and what is folded is left out.
enum ReportStyle {
    static let text: StaticString = """
        :root {
          color-scheme: light dark;
          --ground: light-dark(#ffffff, #101418);
          --raised: light-dark(#f6f7f9, #171c22);
          --line: light-dark(#e2e6eb, #2a313a);
          --strong-line: light-dark(#aeb7c2, #5a6674);
          --ink: light-dark(#1a2027, #e6eaef);
          --soft: light-dark(#56616e, #a0abb8);
          --accent: light-dark(#1558b0, #84b6ff);
          --mark: light-dark(#3f7fd0, #5b93dd);
          --faint-mark: light-dark(#b9d1ef, #2c4a70);
          --warning-mark: light-dark(#e0a030, #d9a13f);
          --error-mark: light-dark(#c8372d, #ef6f65);
          --error: light-dark(#a1261d, #ffa39b);
          --error-ground: light-dark(#fdebe9, #3d1a18);
          --warning: light-dark(#7d4a00, #f2c173);
          --warning-ground: light-dark(#fdf1dc, #362812);
          --good: light-dark(#1d6b3c, #86d8a5);
          --code: ui-monospace, "SF Mono", "Cascadia Code", Menlo, Consolas, "DejaVu Sans Mono", monospace;
        }
        *, *::before, *::after { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; }
        body {
          margin: 0; background: var(--ground); color: var(--ink); overflow-wrap: break-word;
          font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif;
        }
        main { max-width: 64rem; margin: 0 auto; padding: 2.5rem 2rem 1rem; }
        footer { max-width: 64rem; margin: 2rem auto 0; padding: 1rem 2rem 2rem; color: var(--soft); font-size: 0.8125rem; border-top: 1px solid var(--line); }
        h1, h2, h3 { line-height: 1.2; margin: 0; letter-spacing: -0.015em; text-wrap: balance; }
        h1 { font-size: 2.125rem; font-weight: 700; letter-spacing: -0.025em; }
        h2 { font-size: 1.3rem; font-weight: 650; margin-bottom: 0.75rem; }
        h3 { font-size: 0.9375rem; font-weight: 650; margin: 1.5rem 0 0.5rem; }
        p { margin: 0.4rem 0; max-width: 46rem; }
        section { margin-top: 3rem; }
        code { font-family: var(--code); font-size: 0.86em; overflow-wrap: anywhere; }
        .kicker { color: var(--accent); font-size: 0.8125rem; font-weight: 650; text-transform: uppercase; letter-spacing: 0.07em; margin: 0 0 0.35rem; }
        .lead { color: var(--soft); font-size: 1.0625rem; margin-top: 0.5rem; font-variant-numeric: tabular-nums; }
        .files, .soft { color: var(--soft); font-size: 0.875rem; }
        .good { color: var(--good); }
        .bad { color: var(--error); font-weight: 600; }
        .tiles { display: grid; grid-template-columns: repeat(5, 1fr); gap: 0.75rem; margin: 1.75rem 0 0; }
        .tiles div { padding: 0.9rem 1rem; border: 1px solid var(--line); border-radius: 10px; background: var(--raised); }
        .tiles dt { color: var(--soft); font-size: 0.8125rem; font-weight: 550; }
        .tiles dd { margin: 0; }
        .tiles strong { display: block; font-size: 1.65rem; font-weight: 650; line-height: 1.3; letter-spacing: -0.02em; font-variant-numeric: tabular-nums; }
        .tiles span { color: var(--soft); font-size: 0.8125rem; }
        .legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; list-style: none; padding: 0; margin: 0 0 0.5rem; font-size: 0.875rem; }
        .swatch { display: inline-block; width: 0.8rem; height: 0.8rem; border-radius: 2px; margin-right: 0.45rem; vertical-align: -0.05rem; }
        .swatch.round { border-radius: 50%; }
        .swatch.others { background: var(--mark); }
        .swatch.warnings { background: var(--warning-mark); }
        .swatch.errors { background: var(--error-mark); }
        .swatch.median { background: var(--mark); }
        .swatch.p95 { background: var(--ground); border: 2px solid var(--mark); }
        .swatch.p99 { width: 3px; border-radius: 1px; background: var(--strong-line); margin-left: 0.35rem; }
        .chart { display: block; width: 100%; height: auto; overflow: visible; font: 12px system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif; }
        .narrow { display: none; }
        .chart text { fill: var(--ink); font-variant-numeric: tabular-nums; }
        .chart .tick { fill: var(--soft); font-size: 11.5px; }
        .chart .end { text-anchor: end; }
        .chart .middle { text-anchor: middle; }
        .chart .amount { fill: var(--soft); white-space: pre; }
        .chart .grid { stroke: var(--line); stroke-width: 1; }
        .chart .axis { stroke: var(--strong-line); stroke-width: 1; }
        .chart .others { fill: var(--mark); }
        .chart .warnings { fill: var(--warning-mark); }
        .chart .errors { fill: var(--error-mark); }
        .chart .range { fill: var(--faint-mark); }
        .chart .median { fill: var(--mark); }
        .chart .p95 { fill: var(--ground); stroke: var(--mark); stroke-width: 2; }
        .chart .far { stroke: var(--strong-line); stroke-width: 2; }
        .chart g:hover rect { filter: brightness(1.12); }
        details { margin-top: 0.75rem; }
        summary { cursor: pointer; color: var(--accent); font-size: 0.875rem; width: fit-content; }
        :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
        .scroll { overflow-x: auto; margin-top: 0.5rem; }
        table { border-collapse: collapse; width: 100%; font-size: 0.875rem; line-height: 1.4; }
        th { text-align: left; font-weight: 600; color: var(--soft); border-bottom: 1px solid var(--strong-line); white-space: nowrap; }
        th, td { padding: 0.4rem 1rem 0.4rem 0; vertical-align: top; }
        td { border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
        td.words { min-width: 9rem; }
        td.words:first-child { min-width: 12rem; }
        th:last-child, td:last-child { padding-right: 0; }
        .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .findings { list-style: none; padding: 0; margin: 0; }
        .findings li { display: grid; grid-template-columns: 5.25rem 1fr; gap: 0.75rem; padding: 0.7rem 0; border-bottom: 1px solid var(--line); break-inside: avoid; }
        .findings li:first-child { border-top: 1px solid var(--line); }
        .findings p { margin: 0 0 0.15rem; max-width: none; overflow-wrap: anywhere; }
        .badge { justify-self: start; align-self: start; padding: 0.05rem 0.55rem; border-radius: 99px; font-size: 0.75rem; font-weight: 600; }
        .error .badge { color: var(--error); background: var(--error-ground); }
        .warning .badge { color: var(--warning); background: var(--warning-ground); }
        .names { columns: 18rem; list-style: none; padding: 0; margin: 0.5rem 0 0; font-size: 0.9375rem; }
        .names li { break-inside: avoid; padding: 0.05rem 0; }
        @media (max-width: 56rem) { .tiles { grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); } }
        @media (max-width: 40rem) {
          main { padding: 1.5rem 1rem 1rem; }
          footer { padding: 1rem; }
          section { margin-top: 2.25rem; }
          h1 { font-size: 1.6rem; }
          .wide { display: none; }
          .narrow { display: block; }
          .findings li { grid-template-columns: 1fr; gap: 0.3rem; }
        }
        @page { margin: 16mm 14mm; }
        @media print {
          :root { color-scheme: light; }
          body { font-size: 10pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          main, footer { max-width: none; padding: 0; }
          h1 { font-size: 20pt; }
          h2 { font-size: 13pt; break-after: avoid; }
          h3 { break-after: avoid; }
          section { margin-top: 8mm; }
          .tiles { grid-template-columns: repeat(5, 1fr); gap: 3mm; }
          .tiles strong { font-size: 15pt; }
          .wide { display: block; }
          .narrow, details { display: none; }
          .chart, tr, .tiles div { break-inside: avoid; }
          .legend, header { break-after: avoid; }
          .scroll { overflow: visible; }
          thead { display: table-header-group; }
          a { color: inherit; }
        }

        """
}
