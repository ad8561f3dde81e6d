import { color, fontStack, radius, space, tabularFigures } from '@heju/look'

/** The look's tokens as custom properties, for the pages of the base host: they are small and load nothing else. */
function tokens(): string {
  const colors = Object.entries(color).map(([name, value]) => `--${kebab(name)}:${value}`)
  const spaces = Object.entries(space).map(([name, px]) => `--${name}:${px}px`)
  return [...colors, ...spaces, `--round:${radius.control}px`, `--card:${radius.card}px`].join(';')
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** Rules that every page of the base host needs. */
const frame = `
:root{${tokens()};color-scheme:light}
*,*::before,*::after{box-sizing:border-box}
html{font:16px/1.7 ${fontStack['zh-CN']};-webkit-text-size-adjust:100%}
html:lang(zh-Hant){font-family:${fontStack['zh-Hant']}}
html:lang(en){font-family:${fontStack.en};line-height:1.6}
body{margin:0;color:var(--ink);background:var(--canvas);overflow-wrap:anywhere}
h1,h2,h3,p,ul,ol,dl,dd,figure{margin:0;padding:0}
h1{font-size:28px;line-height:1.35;font-weight:600;text-wrap:balance}
h2{font-size:22px;line-height:1.4;font-weight:600;text-wrap:balance}
h3{font-size:17px;line-height:1.5;font-weight:600}
ul,ol{list-style:none}
a{color:var(--brand)}a:hover{color:var(--brand-hover)}
:focus-visible{outline:2px solid var(--brand);outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-9999px}
.skip:focus{left:var(--md);top:var(--xs);z-index:1;padding:var(--xs) var(--md);background:var(--surface)}
.wrap{max-width:1120px;margin:0 auto;padding:0 var(--lg)}
.soft{color:var(--ink-soft)}.faint{color:var(--ink-faint);font-size:14px}
.figure{font-variant-numeric:${tabularFigures}}
.card{background:var(--surface);border:1px solid var(--line);border-radius:var(--card);padding:var(--lg)}
.top{background:var(--surface);border-bottom:1px solid var(--line)}
.top .wrap{display:flex;align-items:center;gap:var(--md);min-height:64px;flex-wrap:wrap}
.mark{display:inline-flex;align-items:center;gap:var(--xs);color:var(--ink);text-decoration:none;font-size:20px;font-weight:600}
.mark svg{flex:none;width:28px;height:28px}
.top nav,.top .own{display:flex;align-items:center;gap:var(--xxs);font-size:14px;flex-wrap:wrap}
.top nav{margin-left:auto}
.top nav a,.top .own a{display:inline-flex;align-items:center;min-height:40px;padding:0 var(--xs);color:var(--ink-soft);text-decoration:none;border-radius:var(--round)}
.top nav a:hover,.top .own a:hover{color:var(--brand);background:var(--brand-soft)}
.top .own form{display:flex}
.top nav a[aria-current],.top .own a[aria-current]{color:var(--ink);font-weight:600}
.button{display:inline-flex;align-items:center;justify-content:center;min-height:44px;padding:0 var(--lg);border:1px solid transparent;border-radius:var(--round);background:var(--brand);color:var(--ink-on-accent);font:inherit;font-weight:600;text-decoration:none;white-space:nowrap;cursor:pointer}
.button:hover{background:var(--brand-hover);color:var(--ink-on-accent)}
.button:active{background:var(--brand-active)}
.button.quiet{background:var(--surface);border-color:var(--edge);color:var(--ink)}
.button.quiet:hover{background:var(--sunken)}
.button.grave{background:var(--surface);border-color:var(--overdue);color:var(--overdue)}
.button.grave:hover{background:var(--overdue-soft)}
.button.small{min-height:36px;padding:0 var(--sm);font-size:14px;font-weight:400}
.field{display:grid;gap:var(--xxs);margin-top:var(--md)}
.field>label{font-weight:600}
.hint{color:var(--ink-soft);font-size:14px}
.wrong{color:var(--overdue);font-size:14px}
input,textarea,select{width:100%;min-height:44px;padding:0 var(--sm);border:1px solid var(--edge);border-radius:var(--round);background:var(--surface);color:var(--ink);font:inherit}
textarea{padding:var(--xs) var(--sm);min-height:72px}
input[aria-invalid=true]{border-color:var(--overdue)}
input[type=hidden]{display:none}
.unseen{position:absolute;width:1px;height:1px;padding:0;border:0;overflow:hidden;clip-path:inset(50%)}
.affix{display:flex;align-items:center;border:1px solid var(--edge);border-radius:var(--round);background:var(--sunken);overflow:hidden}
.affix input{border:0;border-radius:0;flex:1;min-width:0}
.affix span{padding:0 var(--sm);color:var(--ink-soft);white-space:nowrap}
.affix:has(input[aria-invalid=true]){border-color:var(--overdue)}
.affix:focus-within{outline:2px solid var(--brand);outline-offset:2px}
.affix input:focus-visible{outline:none}
.notice{margin-top:var(--md);padding:var(--sm) var(--md);border:1px solid var(--line);border-left-width:4px;border-radius:var(--round);background:var(--surface)}
.notice.bad{border-color:var(--overdue-line);border-left-color:var(--overdue);background:var(--overdue-soft)}
.notice.warn{border-color:var(--warning-line);border-left-color:var(--warning);background:var(--warning-soft)}
.notice.good{border-color:var(--done-line);border-left-color:var(--done);background:var(--done-soft)}
.notice h2{font-size:16px}
.card>h1+p,.card>h2+*{margin-top:var(--xs)}.narrow .card>.faint{margin-top:var(--md)}
.notice a{color:inherit}
.foot{margin-top:var(--xxl);padding:var(--lg) 0;border-top:1px solid var(--line);color:var(--ink-soft);font-size:14px}
main:has(.band)+.foot{margin-top:0;border-top:0}
.foot .wrap{display:flex;gap:var(--md);justify-content:space-between;flex-wrap:wrap}
@media(max-width:640px){.wrap{padding:0 var(--md)}h1{font-size:24px}h2{font-size:20px}.card{padding:var(--md)}}
`

/** The product page, signing up and its progress. */
const visitors = `
.hero{padding:56px 0 48px}
.hero .wrap{display:grid;grid-template-columns:minmax(0,1.05fr) minmax(0,1fr);gap:56px;align-items:center}
.hero h1{font-size:clamp(28px,4.2vw,44px);line-height:1.25}
.hero h1 span{display:inline-block}
.hero .lead{margin-top:var(--md);font-size:17px;color:var(--ink-soft)}
.actions{display:flex;align-items:center;gap:var(--md);margin-top:var(--lg);flex-wrap:wrap}
.samples{display:grid;gap:var(--md);grid-template-columns:repeat(2,minmax(0,1fr))}
.samples .card{padding:var(--md)}
.samples .wide{grid-column:1/-1}
.sample{display:flex;justify-content:space-between;gap:var(--xs);align-items:baseline;font-size:14px}
.sample+.sample,.case+.sample{margin-top:var(--xs)}
.tag{display:inline-block;padding:1px var(--xs);border-radius:var(--xxs);background:var(--sunken);color:var(--ink-soft);font-size:12px;line-height:1.7;white-space:nowrap}
.tag.good{background:var(--done-soft);color:var(--done)}.tag.warn{background:var(--warning-soft);color:var(--warning)}.tag.bad{background:var(--overdue-soft);color:var(--overdue)}.tag.brand{background:var(--brand-soft);color:var(--brand)}
.case{font-size:17px;font-weight:600}
.amount{font-size:28px;font-weight:600;line-height:1.3}
.paybar{margin-top:var(--sm);padding:6px;border-radius:var(--round);background:var(--brand);color:var(--ink-on-accent);text-align:center;font-size:14px}
.bar{display:grid;grid-template-columns:7.5em 1fr 3em;gap:var(--xs);align-items:center;font-size:14px;margin-top:var(--xs)}
.bar i{display:block;height:10px;border-radius:5px;background:var(--brand-line)}
.bar b{text-align:right;font-weight:600}
.band{padding:var(--xxl) 0}.band.white{background:var(--surface);border-block:1px solid var(--line)}
.parts{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:var(--xl) var(--lg);margin-top:var(--lg)}
.parts h3{padding-top:var(--sm);border-top:2px solid var(--brand)}
.parts p{margin-top:var(--xs);color:var(--ink-soft)}
.halves{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:56px}
.plain{margin-top:var(--md);display:grid;gap:var(--sm)}
.plain li{display:grid;grid-template-columns:32px 1fr;align-items:start}
.plain .no{display:inline-grid;place-items:center;width:24px;height:24px;margin-top:2px;border-radius:50%;background:var(--brand-soft);color:var(--brand);font-size:14px;font-weight:600;font-variant-numeric:${tabularFigures}}
.enter{display:flex;gap:var(--xs);margin-top:var(--md);max-width:520px;flex-wrap:wrap}
.enter .affix{flex:1 1 260px}
.desk{display:grid;grid-template-columns:minmax(0,1.5fr) minmax(0,1fr);gap:var(--xl);align-items:start;padding-top:40px}
.desk aside{padding-top:var(--xs)}
fieldset{margin:var(--lg) 0 0;padding:0;border:0;min-width:0}
legend{padding:0;font-size:14px;color:var(--ink-soft);letter-spacing:.04em}
fieldset .field:first-of-type{margin-top:var(--xs)}
.offers{display:flex;gap:var(--xs);flex-wrap:wrap;align-items:center;margin-top:var(--xxs);font-size:14px}
.narrow{max-width:560px;margin:0 auto;padding-top:56px}
.progress{margin-top:var(--lg);display:grid;gap:2px}
.progress li{display:grid;grid-template-columns:32px 1fr auto;align-items:center;min-height:40px;color:var(--ink-faint)}
.progress li.done,.progress li.current{color:var(--ink)}
.progress li.current{font-weight:600}
.progress svg{width:20px;height:20px}
.progress .state{font-size:14px;font-weight:400;color:var(--ink-faint)}
@keyframes turn{to{transform:rotate(1turn)}}
.progress .current svg{animation:turn 1.4s linear infinite;transform-origin:center}
@media(prefers-reduced-motion:reduce){.progress .current svg{animation:none}}
@media(max-width:900px){.hero{padding:var(--xl) 0}.hero .wrap,.halves,.desk{grid-template-columns:minmax(0,1fr);gap:var(--xl)}.parts{grid-template-columns:repeat(2,minmax(0,1fr))}.desk{padding-top:var(--lg)}}
@media(max-width:640px){.parts{grid-template-columns:minmax(0,1fr);gap:var(--lg)}.band{padding:var(--xl) 0}.narrow{padding-top:var(--lg)}.actions .button{width:100%}.samples{grid-template-columns:minmax(0,1fr)}}
`

/** The operator's console. */
const desk = `
.wrap.broad{max-width:1360px}
.bench{padding-top:var(--lg)}
.bench>h2{margin-top:var(--xl)}
.heading{display:flex;align-items:center;gap:var(--sm) var(--md);flex-wrap:wrap}
.heading h1{font-size:22px}.heading form{display:flex;margin-left:auto}
.tallies{display:flex;gap:var(--xs);flex-wrap:wrap;margin-top:var(--md)}
.tallies a{display:inline-flex;gap:6px;align-items:baseline;min-height:36px;padding:5px var(--sm);border:1px solid var(--line);border-radius:18px;background:var(--surface);color:var(--ink-soft);font-size:14px;text-decoration:none}
.tallies a:hover{border-color:var(--brand-line)}
.tallies a[aria-current]{border-color:var(--brand);background:var(--brand-soft);color:var(--brand)}
.tallies b{font-variant-numeric:${tabularFigures};color:var(--ink)}
.tallies .bad b{color:var(--overdue)}
.seek{display:flex;gap:var(--xs);margin-top:var(--md);max-width:460px}
.seek input{min-height:36px;font-size:14px}
.sheet{margin-top:var(--md);overflow-x:auto;background:var(--surface);border:1px solid var(--line);border-radius:var(--card)}
table{width:100%;min-width:680px;border-collapse:collapse;font-size:14px;line-height:1.5}
th,td{padding:10px var(--md);text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
tbody tr:last-child td{border-bottom:0}
tbody tr:hover{background:var(--canvas)}
th{background:var(--sunken);color:var(--ink-soft);font-weight:600;white-space:nowrap}
td.number,th.number{text-align:right;font-variant-numeric:${tabularFigures};white-space:nowrap}
td.tight,td.mono{white-space:nowrap}
.empty{padding:var(--xl) var(--md);text-align:center;color:var(--ink-soft)}
.more{margin-top:var(--md)}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:var(--xs) var(--lg);margin-top:var(--sm)}
.facts dt{color:var(--ink-soft)}
.sides{display:grid;grid-template-columns:minmax(0,1.6fr) minmax(0,1fr);gap:var(--lg);align-items:start;margin-top:var(--md)}
.deed+.deed{margin-top:var(--lg);padding-top:var(--lg);border-top:1px solid var(--line)}
.deed h3{font-size:16px}.deed .button{margin-top:var(--sm)}
.mono{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:13px}
details>summary{cursor:pointer;color:var(--overdue)}
@media(max-width:900px){.sides{grid-template-columns:minmax(0,1fr)}.heading form{margin-left:0}}
/* Pages, and what is one's own, each keep their row. */
@media(max-width:640px){.top nav,.top .own{flex-basis:100%;margin-left:0}.top .own{justify-content:space-between;border-top:1px solid var(--line)}th,td{padding:var(--xs) var(--sm)}.facts{grid-template-columns:minmax(0,1fr);gap:0}.facts dd{margin-bottom:var(--xs)}}
`

const compact = (css: string) => css.replaceAll('\n', '')
export const visitorStyle = compact(frame + visitors)
export const operatorStyle = compact(frame + visitors + desk)
