//go:build browser

package web

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestImportInABrowser chooses a file, looks on while it is read, stops it and goes
// on, and sees the end without loading the page again.
func TestImportInABrowser(t *testing.T) {
	d, got, letGo := deskWithWork(t)
	file := filepath.Join(t.TempDir(), "monday.txt")
	if err := os.WriteFile(file, []byte("one"), 0o600); err != nil {
		t.Fatal(err)
	}
	b := browse(t, d)
	b.open("/import")
	b.accessible()
	b.fits()
	b.shoot("import")
	b.do(chromedp.SetUploadFiles(chromedp.CSS("#files"), []string{file}))
	b.click(".paste button")
	b.wait("#work progress")
	<-got
	b.wait(`#work progress[value="50"]`)
	if page := b.text("#work"); !strings.Contains(page, "2 of 4, 50 %") || !strings.Contains(page, "b.pdf: is a PDF") {
		t.Errorf("while it runs it says %q", page)
	}
	b.accessible()
	b.shoot("import-running")
	b.click("#work button")
	b.wait(`button[formaction$="go-on"]`)
	b.click(`button[formaction$="go-on"]`)
	<-got
	b.wait("#work progress")
	letGo <- struct{}{}
	b.wait("#work:not(:has(progress))") // nobody touched it
	if page := b.text("#work"); !strings.Contains(page, "done") {
		t.Errorf("at the end it says %q", page)
	}
	b.open("/import")
	b.phone()
	b.dark()
	b.fits()
	b.accessible()
	b.shoot("import-phone-dark")
}

// TestImportWithoutScripts: the page is loaded again by itself.
func TestImportWithoutScripts(t *testing.T) {
	d, got, letGo := deskWithWork(t)
	b := browse(t, d)
	b.withoutScripts()
	b.open("/import")
	b.fill("#typed", "https://drenn.example/a")
	b.click(".paste button")
	b.wait("#work progress")
	<-got
	letGo <- struct{}{}
	b.wait("#work:not(:has(progress))")
}
