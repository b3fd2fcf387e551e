//go:build browser

package web

import (
	"strings"
	"testing"
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
