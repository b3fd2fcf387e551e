package article

import (
	"strings"
	"testing"
)

func TestExtractDecodes(t *testing.T) {
	const (
		frame  = "<html><head>%s</head><body><article><p>%t</p></article></body></html>"
		want   = "The café owner said on Monday that “nobody” had called."
		latin  = "The caf\xe9 owner said on Monday that \x93nobody\x94 had called."
		broken = "The café owner said on Monday that “nobody” had called.\x93"
	)
	utf8Meta, latinMeta := `<meta charset="utf-8">`, `<meta charset="iso-8859-1">`
	tests := []struct{ name, meta, contentType, text, want string }{
		{"by the page", `<meta charset="windows-1252">`, "", latin, want},
		{"by the older form", `<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">`, "", latin, want},
		{"by the header", "", "text/html; charset=windows-1252", latin, want},
		{"header before page", `<meta charset="koi8-r">`, "text/html; charset=windows-1252", latin, want},
		{"by the bytes", "", "", latin, want},
		{"by the bytes, UTF-8", "", "", want, want},
		{"unknown charset", `<meta charset="x-mine">`, "text/html; charset=none", want, want},
		{"said to be UTF-8", utf8Meta, "", latin, want},
		{"said by the header to be UTF-8", "", "text/html; charset=utf-8", latin, want},
		{"said to be Latin-1", latinMeta, "", want, want},
		{"said by the header to be Latin-1", "", "text/html; charset=iso-8859-1", want, want},
		{"UTF-8 with a broken byte", utf8Meta, "", broken, want + "\uFFFD"},
		{"wide charset is believed", "", "text/html; charset=shift_jis", "Mr \x93c said on Monday that nobody had called.", "Mr 田 said on Monday that nobody had called."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			page := strings.NewReplacer("%s", test.meta, "%t", test.text).Replace(frame)
			got, err := Extract([]byte(page), test.contentType, nil)
			if err != nil || got.Text != test.want {
				t.Errorf("Extract = %q, %v, want %q", got.Text, err, test.want)
			}
		})
	}
}

func TestExtractUTF16(t *testing.T) {
	const page = "<html><head><title>Nobody had called the owner</title></head><body><article><p>The owner said that nobody had called.</p></article></body></html>"
	var little, big []byte
	for i := range len(page) {
		little, big = append(little, page[i], 0), append(big, 0, page[i])
	}
	for name, data := range map[string][]byte{
		"UTF-8 with mark": []byte("\uFEFF" + page),
		"little-endian":   little, "little-endian with mark": append([]byte{0xFF, 0xFE}, little...),
		"big-endian": big, "big-endian with mark": append([]byte{0xFE, 0xFF}, big...),
	} {
		got, err := Extract(data, "", nil)
		if err != nil || got.Text != "The owner said that nobody had called." || got.Headline != "Nobody had called the owner" {
			t.Errorf("%s: headline %q, text %q, %v", name, got.Headline, got.Text, err)
		}
	}
}
