"""The looks of a story as a page, on top of those of a comparison: charts, tables of articles, and paper."""

from __future__ import annotations

from reader.ingest.exporting.page_style import STYLE

STORY_STYLE = (
    STYLE
    + """
.contents { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 1.25rem 0 0; padding: .6rem 0;
  font-size: .9rem; border-top: 1px solid var(--rule); border-bottom: 1px solid var(--rule); }
.part { font-size: 1.3rem; margin: 2.75rem 0 .75rem; }
.figure > h3, .change > h3 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
.figure > h3, .cite, .chart, .times, .change, .plain { font-family: system-ui, "Segoe UI", Roboto, sans-serif; }
.parties { margin-top: 1.25rem; } .plain { max-width: 52rem; font-size: .95rem; }
.nr { color: var(--quiet); font-variant-numeric: tabular-nums; } .act .nr { float: right; font-size: .8rem; }
.cite { margin: .4rem 0 0; font-size: .8rem; line-height: 1.45; } .cite + .cite { margin-top: .1rem; }
.cite a { overflow-wrap: anywhere; }
code { font: .92em ui-monospace, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
.chart { margin: .5rem 0 1rem; max-width: 46rem; overflow-x: auto; }
.chart > svg { display: block; width: 100%; min-width: 30rem; height: auto; }
.chart text { font: 12px system-ui, "Segoe UI", Roboto, sans-serif; fill: var(--quiet); }
.chart .value { fill: var(--ink); stroke: var(--paper); stroke-width: 4; paint-order: stroke; }
.chart .grid { stroke: var(--rule); stroke-width: 1; }
.chart .line, .chart .open, .chart .bar { fill: none; stroke: var(--party); stroke-width: 1.5; }
.chart .bar { stroke-width: 3; }
.chart circle, .chart polygon { fill: var(--party); stroke: var(--party); stroke-width: 1.5; }
.chart .hollow { fill: var(--paper); }
.chart ul { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1.25rem; margin: 0; padding: 0;
  font-size: .85rem; }
.chart li svg { width: 1rem; height: 1rem; vertical-align: -.15em; }
figcaption p { margin: .25rem 0 0; font-size: .8rem; color: var(--quiet); }
td.number { font-weight: 600; } td.time { white-space: nowrap; }
.times { list-style: none; margin: 0; padding: 0; font-size: .92rem; }
.times li { display: grid; grid-template-columns: 11rem 1fr; gap: 0 1rem; padding: .3rem 0;
  border-bottom: 1px solid var(--rule); }
.said { font-family: Georgia, "Times New Roman", serif; } .out { font-weight: 600; }
.exchange > h3 { font: 600 .95rem system-ui, "Segoe UI", Roboto, sans-serif; margin: 1.25rem 0 .25rem; }
.exchange > div { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); gap: 0 2rem;
  border-top: 1px solid var(--rule); padding-top: .4rem; }
.exchange > div > div { margin-bottom: .6rem; } .exchange p { margin: 0; } .exchange .plain { font-size: .9rem; }
.change { border-left: 3px solid var(--rule); padding: 0 0 0 1rem; margin: 0 0 1.25rem; }
.change p { margin: .35rem 0; }
.ours { font-style: normal; } .source-title { font-weight: 600; } .sources td, .outlets td { font-size: .88rem; }
:target > td { background: var(--card); }
@media (max-width: 40rem) { .times li { grid-template-columns: 1fr; } }
@media print { .contents { display: none; } .part { font-size: 13pt; margin: 1.5rem 0 .5rem; }
  .parties { margin-top: .5rem; } .statement { padding: .15rem .75rem; margin: 0 0 .7rem; font-size: 10pt; }
  .statement blockquote { margin: .15rem 0; } .statement .told, .cite { margin-top: .1rem; font-size: 8pt; }
  .chart, .change, .exchange, .times li { break-inside: avoid; }
  .part, .exchange > h3, .figure > h3, .figure > p, .act { break-after: avoid; }
  blockquote { orphans: 3; widows: 3; } .wide { overflow: visible; } a { text-decoration: none; }
  #articles { break-before: page; } .chart { max-width: 130mm; } .chart > svg { min-width: 0; } }
"""
)
