//go:build !unix

package archive

import "os"

// Elsewhere SQLite's own lock has to do; it does not say who holds it.
const canLock = false

func tryLock(*os.File) bool { return true }
func shareLock(*os.File)    {}
func unlock(*os.File)       {}
