package linear

// The constants are odd 32-bit numbers with well spread bits; multiplication by
// them and xor-shifts are the finaliser of MurmurHash3 (Appleby 2011).
const (
	mulTemplate = 0x9E3779B1
	mulFirst    = 0x85EBCA6B
	mulSecond   = 0xC2B2AE35
	mulThird    = 0x27D4EB2F
)

// Mix returns the id of a feature: the template's number with the ids of up to
// two things that fill it.
func Mix(template, a, b uint32) uint32 {
	h := template*mulTemplate ^ a*mulFirst
	h ^= h >> 15
	h = (h + b) * mulSecond
	return h ^ h>>16
}

// Mix3 is Mix for a template that three things fill.
func Mix3(template, a, b, c uint32) uint32 {
	return Mix(template, Mix(template, a, b), c*mulThird)
}

// Hash returns the id of a string: FNV-1a with a final mix, so that short
// strings spread over all bits.
func Hash(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	h ^= h >> 15
	h *= mulSecond
	return h ^ h>>13
}

// Bit returns 1 for true and 0 for false, to fill a feature with.
func Bit(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}
