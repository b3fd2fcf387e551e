//go:build browser

package web

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

func (b *browser) paste(text string) {
	b.t.Helper()
	b.open("/paste")
	b.fill("#text", text)
	b.click(".paste button")
	b.wait(".sheet")
}

func TestPasteInABrowser(t *testing.T) {
	b := browse(t, newDesk(t))
	b.open("/paste")
	b.accessible()
	b.shoot("paste")
	b.paste(sample(t))
	b.accessible()
	b.fits()
	b.shoot("paste-read")
	b.click(".note summary")
	if card := b.text(".note[open] .card"); !strings.Contains(card, "how sure") {
		t.Errorf("the note opens to %q", card)
	}
	b.accessible()
	b.shoot("paste-open")
}

func TestPasteOnAPhoneInTheDark(t *testing.T) {
	b := browse(t, newDesk(t))
	b.phone()
	b.dark()
	b.paste(sample(t))
	b.fits()
	b.accessible()
	b.shoot("paste-phone-dark")
}

func TestPasteWithoutScripts(t *testing.T) {
	b := browse(t, newDesk(t))
	b.withoutScripts()
	b.paste(sample(t))
	b.click(".note summary")
	if card := b.text(".note[open] .card"); !strings.Contains(card, "how sure") {
		t.Errorf("the note opens to %q", card)
	}
}

// pages are the addresses of a desk with the invented story, and what their
// pictures are called.
var pages = []struct{ name, path string }{
	{"desk", "/"}, {"stories", "/story"}, {"story", "/story/1"}, {"claim", "/story/1/claim/1"}, {"numbers", "/story/1/numbers?all=1"},
	{"actor", "/story/1/actor/1"}, {"talks", "/story/1/talks"}, {"report", "/report/1"}, {"versions", "/report/1/versions"},
	{"correct", "/report/1/2/correct/1"}, {"missed", "/report/1/2/missed/0"}, {"reasons", "/report/1/2/why/1"}, {"search", "/search?q=patrol"}, {"outlets", "/outlets"}, {"outlet", "/outlet?name=Radio+Harle"},
	{"review", "/review"}, {"sources", "/sources"}, {"words", "/words"}, {"paste", "/paste"}, {"nowhere", "/nowhere"},
}

// TestEveryPageInABrowser looks at each page: wide and light, on a phone, and in
// the dark. Nothing serious may be found in it, and nothing stick out.
func TestEveryPageInABrowser(t *testing.T) {
	d := deskWith(t, storyTexts(t)...)
	wide := browse(t, d)
	phone := browse(t, d)
	phone.phone()
	phone.dark()
	for _, p := range pages {
		t.Run(p.name, func(t *testing.T) {
			for _, b := range []*browser{wide, phone} {
				b := &browser{t, b.ctx, b.url}
				b.open(p.path)
				b.accessible()
				b.fits()
			}
			(&browser{t, wide.ctx, wide.url}).shoot(p.name)
			(&browser{t, phone.ctx, phone.url}).shoot(p.name + "-phone-dark")
		})
	}
}

func TestCorrectionInABrowser(t *testing.T) {
	d := deskWith(t, storyTexts(t)...)
	b := browse(t, d)
	b.open("/report/1")
	b.click(".note summary")
	b.click(".note[open] .wrong a[href*=correct]")
	b.wait("form.correct")
	b.do(chromedp.SetValue(chromedp.CSS("#act"), "denial"))
	b.fill("#editor", "Mara")
	b.fill("#note", "he denies it")
	b.click("form.correct button[value=instead]")
	b.wait(".note .checked")
	b.shoot("corrected")
	b.open("/report/1/2/correct/1")
	if page := b.text("main"); !strings.Contains(page, "act: instead denial") || !strings.Contains(page, "Mara") || !strings.Contains(page, "What the machine read") {
		t.Errorf("the correction is not told:\n%s", page)
	}
	b.click("form.inline button")
	b.wait(".sheet")
	b.open("/report/1/2/correct/1")
	if !ask(b, chromedp.Evaluate[bool](`document.querySelector("main ul.lines del") !== null`)) {
		t.Error("what was taken back is not shown as such")
	}
}

func TestSearchInABrowser(t *testing.T) {
	b := browse(t, deskWith(t, storyTexts(t)...))
	b.open("/search")
	b.do(chromedp.SendKeys(chromedp.CSS("#q"), "by:marr patrols"))
	b.wait("#hits .said") // htmx asks as it is typed
	if hits := b.text("#hits"); !strings.Contains(hits, "Marr") {
		t.Errorf("found %q", hits)
	}
	b.click("#hits .said a")
	b.wait(".sheet")
}

func TestVersionsInABrowser(t *testing.T) {
	b := browse(t, deskWith(t, storyTexts(t)...))
	b.withoutScripts()
	b.open("/report/1/versions")
	if gone, come := b.text("del"), b.text("ins"); gone != "19" || come != "21" {
		t.Errorf("the first change is %q to %q", gone, come)
	}
	b.click("form.fields button")
	b.wait(".changed")
}

func TestReviewByKeys(t *testing.T) {
	b := browse(t, deskWith(t, storyTexts(t)...))
	b.open("/review")
	id := func() string {
		return ask(b, chromedp.Value(chromedp.CSS("input[name=id]")))
	}
	first := id()
	b.fill("#editor", "Mara")
	b.do(chromedp.Focus(chromedp.CSS("main")), chromedp.KeyEvent("a"))
	b.wait(`input[name=id]:not([value="` + first + `"])`)
	second := id()
	b.do(chromedp.Focus(chromedp.CSS("main")), chromedp.KeyEvent("s"))
	b.wait(`input[name=id]:not([value="` + second + `"]):not([value="` + first + `"])`)
	if name := ask(b, chromedp.Value(chromedp.CSS("#editor"))); name != "Mara" {
		t.Errorf("the name is forgotten: %q", name)
	}
}

// TestWhoIsWhoInABrowser makes two actors of a story one, without a script.
func TestWhoIsWhoInABrowser(t *testing.T) {
	b := browse(t, deskWith(t, storyTexts(t)...))
	b.withoutScripts()
	b.open("/story/1")
	b.click("#who li a")
	b.wait("details.who")
	b.click("details.who summary")
	b.wait("details.who[open]")
	b.fill("#editor-merge", "Mara")
	b.shoot("actor-who")
	b.click("details.who form[action$=merge] button")
	b.wait("form.inline button")
	if page := b.text("main"); !strings.Contains(page, "What people said of who it is") || !strings.Contains(page, "Mara") {
		t.Errorf("what was said is not told:\n%s", page)
	}
}

// TestMissedInABrowser adds somebody whom the machine did not read.
func TestMissedInABrowser(t *testing.T) {
	b := browse(t, deskWith(t, "Outlet: Radio Drenn\nURL: https://drenn.example/a\n\nThe verdict of Ilse Corran, the builder: the bridge will fall. Rain fell on Orl."))
	b.open("/report/1")
	b.accessible()
	b.open(ask(b, chromedp.Evaluate[string](`new URL(document.querySelector(".missing a").href).pathname`)))
	b.fill("#content", "the bridge will fall")
	b.fill("#source", "Ilse Corran, the builder")
	b.fill("#cue", "verdict")
	b.fill("#actor", "Ilse Corran")
	b.fill("#editor", "Mara")
	b.click("form.correct button")
	b.wait(".note .checked")
	if note := b.text(".note"); !strings.Contains(note, "Ilse Corran") {
		t.Errorf("the note says %q", note)
	}
}

// TestWhyInABrowser: a note tells why it was read so as soon as it is looked at.
func TestWhyInABrowser(t *testing.T) {
	d := deskWith(t, storyTexts(t)...)
	b := browse(t, d)
	b.open("/report/1")
	b.click(".note summary")
	b.wait(".note[open] .reasons")
	if why := b.text(".note[open] .reasons"); !strings.Contains(why, "tells that something is said") {
		t.Errorf("it says %q", why)
	}
	b.accessible()
	b.shoot("why")
	b.open("/report/1")
	b.do(chromedp.Focus(chromedp.CSS(".text a.source"))) // as by the keyboard
	b.wait(".note.shown .reasons")
	if seen := ask(b, chromedp.Evaluate[bool](`document.querySelector(".note.shown .card").checkVisibility({contentVisibilityAuto: true})`)); !seen {
		t.Error("the note of a source that has the focus is not shown")
	}
	b = browse(t, d)
	b.withoutScripts()
	b.open("/report/1")
	b.click(".note summary")
	b.click(".note[open] .asks")
	b.wait("main > .reasons")
}
