package block

import (
	"regexp"
	"sync"
)

// pattern is a regular expression that is compiled when it is first asked for:
// compiling all of them would make every start of the program 20 ms longer, and
// most texts need few.
type pattern func() *regexp.Regexp

func compile(text string) pattern {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(text) })
}
