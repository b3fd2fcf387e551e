//go:build unix

package archive

import (
	"os"
	"syscall"
)

const canLock = true

func tryLock(f *os.File) bool {
	return syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == nil
}

func shareLock(f *os.File) { syscall.Flock(int(f.Fd()), syscall.LOCK_SH) }

func unlock(f *os.File) { syscall.Flock(int(f.Fd()), syscall.LOCK_UN) }
