// Package segment takes a report's text apart: into blocks, paragraphs,
// sentences and tokens, and tells for each token how deep in quotations it
// stands. It knows English newswire; other languages come out whole and in
// order, if less finely cut.
//
// # The stages
//
// Blocks and paragraphs come first, from packages block and layout. Then each
// paragraph goes through three passes while it is still in the processor's cache:
//
//	report text   "It is over," he said.⏎⏎Talks in the U.S. go on.
//	                 │
//	layout           │ lines → paragraphs: empty lines divide, hard wraps do not
//	                 ▼
//	paragraphs    [ "It is over," he said. ]      [ Talks in the U.S. go on. ]
//	                 │
//	scan.go word.go  │ bytes → tokens, each with a kind (word, stop, quote mark …)
//	                 ▼
//	tokens        " It is over , " he said .      Talks in the U.S. go on .
//	                 │
//	quote.go         │ quote marks → depth: what opens, what closes
//	                 ▼
//	depth         1 1  1  1    1 1 0  0    0      0     0  0   0    0  0  0
//	                 │
//	sentence.go      │ stops → sentence ends, now that it is known which marks close
//	                 ▼
//	sentences     └──────────1─────────────┘      └───────────2────────────┘
//
// Only quotations reach over a paragraph's end: one that is left open goes on
// if the next paragraph begins with an opening mark (see [quoter]).
//
// # Tokens
//
// A token is a word by UAX #29 (https://unicode.org/reports/tr29/), cut and
// joined the way the Penn Treebank has it, which is what taggers are trained on:
// clitics are cut off ("did|n't"), hyphenated words stay whole, abbreviations
// keep their dot, currency and percent signs stand alone. Word boundaries beyond
// ASCII are those of github.com/clipperhouse/uax29/v2; the common case, ASCII
// letters and digits, takes a table instead, and a test proves both equal.
//
// # Cost
//
// Every pass is linear in the text, whatever the text: look-ahead is either
// bounded by a constant or remembered. Nothing is allocated per token.
package segment
