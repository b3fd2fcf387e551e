package article

import (
	"strings"

	"golang.org/x/net/html"
)

// firstAddress returns the first that is an address of the web.
func firstAddress(all []string) string {
	for _, s := range all {
		if strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://") {
			return s
		}
	}
	return ""
}

// firstOfStrings returns the first that is not blank.
func firstOfStrings(all ...string) string {
	for _, s := range all {
		if strings.TrimSpace(s) != "" {
			return s
		}
	}
	return ""
}

// plainText returns what a reader would see of a statement in which markup and
// character references were left: "<b>Crews &amp;amp; lorries</b>" says "Crews &
// lorries". White space is collapsed.
func plainText(s string) string {
	s = html.UnescapeString(s)
	if strings.Contains(s, "&") {
		s = html.UnescapeString(s)
	}
	if i := strings.IndexByte(s, '<'); i >= 0 && strings.IndexByte(s[i:], '>') > 0 {
		s = withoutTags(s)
	}
	return strings.Join(strings.FieldsFunc(strings.ToValidUTF8(s, "\uFFFD"), isBlank), " ")
}

func withoutTags(s string) string {
	var b strings.Builder
	tokens := html.NewTokenizer(strings.NewReader(s))
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			b.Write(tokens.Text())
		default:
			if name, _ := tokens.TagName(); string(name) == "br" || boundaries[string(name)] {
				b.WriteByte(' ')
			}
		}
	}
}
