"""The looks of a comparison as a page: light, dark, narrow, wide, and on paper."""

from __future__ import annotations

HUES = 8
"""How many colours parties have; the ninth party has that of the first."""

STYLE = """
:root { color-scheme: light dark; --ink: #1b1c1e; --quiet: #5c6068; --paper: #fdfcfa; --card: #f4f2ee;
  --rule: #d9d5cd; --p0: #1f5fa8;
  --p1: #a8471f; --p2: #2c7a4b; --p3: #7a3f9c; --p4: #8a6d00; --p5: #a32558; --p6: #00717d;
  --p7: #5a5f66; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e4df; --quiet: #a3a6ad; --paper: #17181a; --card: #212326;
  --rule: #3a3d42; --p0: #7fb2ee; --p1: #f0a27c; --p2: #7fcf9d; --p3: #cfa0ee; --p4: #dcc25a; --p5: #f08fb2;
  --p6: #6fcdd8; --p7: #b4b9c0; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: 78rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 Georgia, "Times New Roman", serif; overflow-wrap: break-word; }
h1, header h2 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .5rem; text-wrap: balance; }
.party > h2, .party > h3 { font-size: 1.15rem; margin: 0 0 .75rem; color: var(--party); }
.part { font-size: 1.05rem; margin: 2rem 0 .5rem; }
a { color: inherit; text-underline-offset: .15em; }
.quiet, .count, .about, .told, dt, caption, th { color: var(--quiet); }
.about, .told, .act, dl, table, footer, nav, .party > h2, .party > h3, .part, .unheard {
  font-family: system-ui, "Segoe UI", Roboto, sans-serif; }
.about { margin: 0 0 .25rem; } .count { font-weight: 400; }
nav { margin: 1.5rem 0 3rem; } nav ol { padding-left: 1.5rem; }
.comparison { margin-bottom: 4rem; } .comparison + .comparison { border-top: 1px solid var(--rule); padding-top: 3rem; }
.parties { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: 1.5rem;
  align-items: start; margin-top: 2rem; }
.party { border-top: 3px solid var(--party); padding-top: .75rem; }
.statement { background: var(--card); border-left: 3px solid var(--party); padding: .75rem 1rem; margin: 0 0 1rem; }
.statement .statement { margin: .75rem 0 0; border-left-style: dotted; }
.statement:target { outline: 2px solid var(--party); }
.act { margin: 0; font-size: .9rem; } .act b { color: var(--party); }
blockquote { margin: .4rem 0; white-space: pre-line; } .source { margin: 0; font-style: italic; }
.told { margin: .35rem 0 0; font-size: .8rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; font-size: .9rem; margin: 0; }
dd { margin: 0; overflow-wrap: anywhere; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--rule); }
footer { margin-top: 2rem; font-size: .85rem; color: var(--quiet); }
@page { margin: 18mm 16mm; }
@media print { :root { color-scheme: light; --ink: #000; --quiet: #444; --paper: #fff; --card: #fff; --rule: #999; }
  body { padding: 0; max-width: none; font-size: 10.5pt; } .parties { display: block; }
  .party { margin-bottom: 1.5rem; } .statement, tr, dl { break-inside: avoid; } h1, h2, h3 { break-after: avoid; }
  .comparison + .comparison { break-before: page; border: 0; padding: 0; } }
""" + "".join(f".p{n} {{ --party: var(--p{n}); }}\n" for n in range(HUES))
