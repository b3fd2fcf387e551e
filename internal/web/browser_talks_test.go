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

// TestDecideInABrowser corrects a cell, names the talks, and takes both back.
func TestDecideInABrowser(t *testing.T) {
	b := browse(t, deskWith(t, affairTexts(t, "river-accord")...))
	b.open("/story/1/talks")
	b.click("table.board a.cell")
	b.wait("tr.opened:not([hidden]) .fixes a")
	b.click("tr.opened:not([hidden]) .fixes a")
	b.wait("form.correct")
	b.fits()
	b.accessible()
	b.shoot("talks-correct")
	b.do(chromedp.SetValue(chromedp.CSS("#status"), "reported-agreed"))
	b.fill("#editor", "Mara")
	b.fill("#note", "she told me")
	b.click("form.correct button")
	b.wait("td .checked")
	b.wait("section.decide form.inline button") // the page is there to its end
	if cell := b.text("td:has(.checked)"); !strings.Contains(cell, "reported agreed") || !strings.Contains(cell, "Mara") || !strings.Contains(cell, "proposed") {
		t.Errorf("the cell says %q", cell)
	}
	b.click("details.decide summary")
	b.fill("#name-1", "The river accord")
	b.click("details.decide form button")
	b.wait("h2 + p .checked")
	b.wait("section.decide form.inline button")
	if name := b.text("section.talks h2"); !strings.Contains(name, "The river accord") {
		t.Errorf("they are called %q", name)
	}
	b.fits()
	b.accessible()
	b.shoot("talks-decided")
	for _, undone := range []string{"1", "2"} { // the newest first
		b.click("section.decide form.inline button")
		b.wait("section.decide li:nth-child(" + undone + ") del")
	}
	if body := b.text("main"); strings.Contains(body, "by a person") {
		t.Error("what was taken back still holds")
	}
	b.open("/story/1/talks/open")
	b.fits()
	b.accessible()
	b.shoot("talks-open-form")
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
