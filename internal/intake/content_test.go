package intake

import "testing"

// The content tells what it is, before its name does.
func TestKind(t *testing.T) {
	utf16 := "\xFF\xFE<\x00!\x00D\x00O\x00C\x00T\x00Y\x00P\x00E\x00 \x00h\x00t\x00m\x00l\x00>\x00"
	tests := []struct {
		name, declared, data string
		want                 kind
	}{
		{"a.txt", "", "She said so.", text},
		{"a.txt", "", "<!DOCTYPE html><p>She said so.", page},
		{"a.txt", "", "  \n<HTML lang=en><p>She said so.", page},
		{"a.txt", "", "<b>Bold</b> is a tag, she said.", text},
		{"", "", "<b>Bold</b> is a tag, she said.", page},
		{"", "text/plain", "<b>Bold</b> is a tag, she said.", text},
		{"", "text/plain", "<html><p>She said so.", page},
		{"", "text/html", "She said so<br>", page},
		{"a.html", "", "She said so.", text},
		{"a.html", "", "She said <i>so</i>.", page},
		{"a.html", "text/plain", "She said <i>so</i>.", text},
		{"a", "", utf16, page},
		{"a", "", "\uFEFF<html>", page},
		{"a", "", "<htmlish>", text},
		{"a", "", `<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html>`, page},
		{"a", "", `<?xml version="1.0"?><other/>`, text},
		{"a", "application/xml", `<?xml version="1.0"?><rss version="2.0">`, feed},
		{"a", "", `<feed xmlns="http://www.w3.org/2005/Atom">`, feed},
		{"a", "", `<?xml version="1.0"?><rdf:RDF xmlns="x">`, feed},
		{"a", "", "{\n\"a\": 1}", otherJSON},
		{"a.txt", "", " [1, 2]", otherJSON},
		{"a", "", "[Adds toll in third paragraph]", text},
		{"a", "", "{", text},
		{"a", "", "", text},
		{"", "nonsense;;", "She said so.", text},
	}
	for _, test := range tests {
		if got := (content{data: []byte(test.data), name: test.name, declared: test.declared}).kind(); got != test.want {
			t.Errorf("%q, %q, %q: kind %d, want %d", test.name, test.declared, test.data, got, test.want)
		}
	}
}

func TestDecoded(t *testing.T) {
	tests := []struct{ declared, data, want string }{
		{"text/plain; charset=iso-8859-1", "caf\xE9", "café"},
		{"text/plain; charset=koi8-r", "\xC4\xC1", "да"},
		{"text/plain; charset=iso-8859-1", "café", "café"},
		{"text/plain; charset=utf-8", "caf\xE9", "café"},
		{"text/plain; charset=utf-8", "café — \xE9", "café — \xE9"},
		{"text/plain; charset=utf-16", "\xFF\xFEa\x00", "\xFF\xFEa\x00"},
		{"text/plain; charset=nonsense", "caf\xE9", "caf\xE9"},
		{"text/plain", "caf\xE9", "caf\xE9"},
		{"", "caf\xE9", "caf\xE9"},
	}
	for _, test := range tests {
		if got := (content{data: []byte(test.data), declared: test.declared}).decoded(); string(got) != test.want {
			t.Errorf("%q, %q: %q, want %q", test.declared, test.data, got, test.want)
		}
	}
}
