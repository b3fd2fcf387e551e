//go:build browser

package web

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestTalksInABrowser opens a cell with a script and without, and chooses since when.
func TestTalksInABrowser(t *testing.T) {
	d := deskWith(t, affairTexts(t, "river-accord")...)
	for _, scripts := range []bool{true, false} {
		b := browse(t, d)
		if !scripts {
			b.withoutScripts()
		}
		b.open("/story/1/talks")
		b.click("table.board a.cell")
		b.wait("tr.opened:not([hidden]) .words")
		opened := b.text("tr.opened:not([hidden])")
		if !strings.Contains(opened, "the oldest first") || !strings.Contains(opened, "unnamed") {
			t.Errorf("scripts %v: the cell opens to %q", scripts, opened)
		}
		if scripts {
			b.fits()
			b.accessible()
			b.shoot("talks-open")
		}
		b.click("tr.opened:not([hidden]) a.close")
		b.wait("tr.opened[hidden]")
		b.fill("#day", "2029-05-17")
		b.click("form.since button")
		b.wait("#day[value='2029-05-17']")
		if moved := b.text(".moves"); !strings.Contains(moved, "opposition deputies") || strings.Contains(moved, "12 inspectors") {
			t.Errorf("since the 17th there moved %q", moved)
		}
	}
}

func TestTalksOnAPhoneInTheDark(t *testing.T) {
	b := browse(t, deskWith(t, affairTexts(t, "river-accord")...))
	b.phone()
	b.dark()
	b.open("/story/1/talks?since=2029-05-16")
	b.fits()
	b.accessible()
	b.click("table.board a.cell")
	b.wait("tr.opened:not([hidden]) .words")
	b.fits()
	b.accessible()
	b.shoot("talks-phone-dark-open")
}

// TestTalksInPrint holds the brief to have the board and none of what is clicked.
func TestTalksInPrint(t *testing.T) {
	b := browse(t, deskWith(t, affairTexts(t, "river-accord")...))
	b.print()
	b.open("/story/1/talks?since=2029-05-16")
	b.shoot("talks-print")
	hidden := ask(b, chromedp.Evaluate[bool](`[...document.querySelectorAll("form, .proposals, .saids, footer")].every(e => e.offsetHeight === 0)`))
	if !hidden {
		t.Error("forms or lists are printed")
	}
}
