package view

import (
	"fmt"
	"strings"

	"hearsay"
)

// colour shows each voice in a colour of its own: its content in that colour,
// its source bold, its cue underlined, in the text and under it.
//
//	▸ Radio Drenn — said (indirect, 0.93)
//	▸   the League — had agreed (indirect, 0.40) check
type colour struct{}

// palette holds the colours of voices, as numbers of the 256-colour table. They
// are quiet ones of middling lightness, which can be read on a dark and on a
// light ground, and neighbours differ in hue. A page with more voices begins
// again.
var palette = []int{67, 131, 65, 97, 136, 66, 132, 101}

// grey is for what nobody is named for.
const grey = 243

func (colour) paint(text string, s Style) string {
	codes := append(roleCodes(s.Role), voiceCodes(s.Voice)...)
	if s.Figure {
		codes = append(codes, "4", "3") // underlined and slanted
	}
	if len(codes) == 0 || text == "" {
		return text
	}
	return "\x1b[" + strings.Join(codes, ";") + "m" + text + "\x1b[0m"
}

// roleCodes returns the SGR codes (ECMA-48, 8.3.117) of a role.
func roleCodes(r Role) []string {
	switch r {
	case Source, Heading:
		return []string{"1"} // bold
	case Cue:
		return []string{"4"} // underlined
	case Aside:
		return []string{"2"} // faint
	case Lost:
		return append([]string{"9"}, foreground(131)...) // struck out, red
	case Fresh:
		return append([]string{"1"}, foreground(65)...) // bold, green
	}
	return nil
}

func voiceCodes(v Voice) []string {
	switch v {
	case Own:
		return nil
	case Nobody:
		return foreground(grey)
	}
	return foreground(palette[int(v-First)%len(palette)])
}

func foreground(n int) []string { return []string{fmt.Sprintf("38;5;%d", n)} }

func (colour) note(n Note) (string, []Run) {
	runs := []Run{{sourceOf(n), Style{Voice: n.Voice, Role: Source}}}
	if n.Cue != "" {
		runs = append(runs, Run{" — ", Style{Role: Aside}}, Run{n.Cue, Style{Voice: n.Voice, Role: Cue}})
	}
	runs = append(runs, Run{" " + assurance(n), Style{Role: Aside}})
	if n.Doubtful() {
		runs = append(runs, Run{check, Style{Role: Heading}})
	}
	return "  ▸ " + strings.Repeat(step, n.Depth), runs
}

func (colour) figure(f FigureNote) (string, []Run) {
	return "  # ", []Run{{f.Words, Style{Figure: true}}, {" = " + f.Sense, Style{Role: Aside}}}
}

// apart tells nothing: the paragraph is faint.
func (colour) apart(hearsay.BlockKind) (string, []Run) { return "", nil }
