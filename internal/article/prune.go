package article

import (
	"strings"

	"golang.org/x/net/html"
)

// prune takes out of a page what its reader does not see, and requests for
// consent to cookies, which the extractors would take for the article of a
// short page. It returns how many words these requests have.
//
// A form that holds paragraphs becomes a division: some content systems put the
// whole page in one, and go-trafilatura drops forms.
func prune(root *html.Node) (consent int) {
	var all []*html.Node
	for n := range root.Descendants() {
		all = append(all, n)
	}
	for _, n := range all {
		switch {
		case n.Type == html.CommentNode || isUnseen(n) && n.Data != "head":
			remove(n)
		case n.Type != html.ElementNode:
		case n.Data == "form" && holdsParagraph(n):
			n.Data, n.DataAtom = "div", 0
		case isConsent(n):
			consent += len(wordsOf(content(n)))
			remove(n)
		}
	}
	return consent
}

func remove(n *html.Node) {
	if n.Parent != nil {
		n.Parent.RemoveChild(n)
	}
}

func holdsParagraph(n *html.Node) bool {
	for inner := range n.Descendants() {
		if inner.Data == "p" {
			return true
		}
	}
	return false
}

// consentNames are words in the names of elements that ask for consent, among
// them those of the services that many sites have do it.
var consentNames = set("cookie cookies consent gdpr ccpa cmp onetrust didomi cookiebot quantcast usercentrics sourcepoint truste privacy")

// maxConsent is the length of the longest request for consent, in bytes: some
// list their partners.
const maxConsent = 20_000

// isConsent reports whether an element is a request for consent: it is named as
// one and reads as one.
func isConsent(n *html.Node) bool {
	switch n.Data {
	case "html", "head", "body", "main", "article":
		return false
	}
	for _, word := range nameWords(attribute(n, "class") + " " + attribute(n, "id")) {
		if consentNames[word] {
			return isShort(n, maxConsent) && readsAsConsent(content(n))
		}
	}
	return false
}

// consentPhrases are of what such requests say. A report on cookies says one or
// the other; a request says several in few words.
var consentPhrases = []string{"cookie", "consent", "partners", "privacy", "personal data", "personalise", "personalize",
	"accept all", "reject all", "manage", "similar technologies", "vendors", "agree", "your browser", "advertising"}

func readsAsConsent(text string) bool {
	const (
		phrases = 3
		perWord = 60 // one phrase in so many words at least
	)
	text = strings.ToLower(text)
	found, times := 0, 0
	for _, phrase := range consentPhrases {
		if n := strings.Count(text, phrase); n > 0 {
			found++
			times += n
		}
	}
	cookies := strings.Contains(text, "cookie") || strings.Contains(text, "similar technologies")
	return cookies && found >= phrases && times*perWord >= len(wordsOf(text))
}
