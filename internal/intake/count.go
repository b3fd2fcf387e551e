package intake

import (
	"path"
	"slices"
	"strings"

	"hearsay/internal/unpack"
)

// IsPacked reports whether a file is packed or an archive, by its name.
func IsPacked(name string) bool {
	bare, packed := unpack.WithoutExtension(name)
	extension := strings.ToLower(path.Ext(bare))
	return packed || extension == ".tar" || extension == ".zip"
}

// Count returns how many reports args name as far as names can tell, or 0 where
// they cannot: some argument is standard input, or holds several.
func Count(args []string) int {
	n := 0
	for _, arg := range args {
		files := []string{arg}
		if isFolder(arg) {
			files = filesIn(arg)
		}
		if slices.ContainsFunc(files, MayHoldSeveral) {
			return 0
		}
		n += len(files)
	}
	return n
}

func filesIn(root string) (files []string) {
	for file := range walk(root) {
		files = append(files, file)
	}
	return files
}

// MayHoldSeveral reports whether an argument that is no folder may hold several
// reports, by its name.
func MayHoldSeveral(arg string) bool {
	bare, _ := unpack.WithoutExtension(arg)
	switch strings.ToLower(path.Ext(bare)) {
	case ".tar", ".zip", ".jsonl", ".ndjson":
		return true
	}
	return arg == "-"
}
