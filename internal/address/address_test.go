package address

import "testing"

func TestKey(t *testing.T) {
	for _, pair := range [][2]string{
		{"https://WWW.Drenn.example:443/a/7/?utm_source=post&id=3#top", "http://drenn.example/a/7?id=3"},
		{"https://m.drenn.example/a/7", "https://drenn.example/a/7/amp"},
		{"https://drenn.example/a?y=2&x=1", "https://drenn.example/a?x=1&y=2&fbclid=q"},
		{"https://drenn.example/", "https://drenn.example"},
		{"https://drenn.example./a/index.html", "https://drenn.example/a"},
		{" https://drenn.example/a ", "https://drenn.example/a"},
	} {
		if Key(pair[0]) != Key(pair[1]) {
			t.Errorf("%q has key %q, %q has %q: want one", pair[0], Key(pair[0]), pair[1], Key(pair[1]))
		}
	}
}

func TestKeysApart(t *testing.T) {
	for _, pair := range [][2]string{
		{"https://drenn.example/a/7", "https://drenn.example/a/8"},
		{"https://drenn.example/a?id=3", "https://drenn.example/a?id=4"},
		{"https://news.drenn.example/a", "https://drenn.example/a"},
		{"https://drenn.example:8080/a", "https://drenn.example/a"},
		{"https://m.example/a", "https://example/a"},
		{"", "https://drenn.example"},
	} {
		if Key(pair[0]) == Key(pair[1]) {
			t.Errorf("%q and %q both have key %q", pair[0], pair[1], Key(pair[0]))
		}
	}
}

func FuzzKey(f *testing.F) {
	f.Add("https://www.drenn.example/a?utm_x=1&b=2")
	f.Add("%zz")
	f.Fuzz(func(t *testing.T, raw string) {
		if key := Key(raw); key != Key(raw) {
			t.Errorf("Key(%q) is %q, then %q", raw, key, Key(raw))
		}
	})
}
