#include "textflag.h"

// func prefetch8(w []Weight, ids []uint32, mask, stride uint32)
TEXT ·prefetch8(SB), NOSPLIT, $0-56
	MOVQ w_base+0(FP), DI
	MOVQ ids_base+24(FP), SI
	MOVQ ids_len+32(FP), CX
	MOVL mask+48(FP), AX
	MOVL stride+52(FP), DX
	TESTQ CX, CX
	JZ   done

next:
	MOVL       (SI), BX
	ANDL       AX, BX
	IMULL      DX, BX
	PREFETCHT0 (DI)(BX*1)
	ADDQ       $4, SI
	DECQ       CX
	JNZ        next

done:
	RET

// func prefetch32(places []uint32, ids []uint32, mask uint32)
TEXT ·prefetch32(SB), NOSPLIT, $0-52
	MOVQ places_base+0(FP), DI
	MOVQ ids_base+24(FP), SI
	MOVQ ids_len+32(FP), CX
	MOVL mask+48(FP), AX
	TESTQ CX, CX
	JZ   done32

next32:
	MOVL       (SI), BX
	ANDL       AX, BX
	PREFETCHT0 (DI)(BX*4)
	ADDQ       $4, SI
	DECQ       CX
	JNZ        next32

done32:
	RET

// func prefetch16(places []uint16, ids []uint32, mask uint32)
TEXT ·prefetch16(SB), NOSPLIT, $0-52
	MOVQ places_base+0(FP), DI
	MOVQ ids_base+24(FP), SI
	MOVQ ids_len+32(FP), CX
	MOVL mask+48(FP), AX
	ANDL $~63, AX
	TESTQ CX, CX
	JZ   done16

next16:
	MOVL       (SI), BX
	ANDL       AX, BX
	PREFETCHT0 (DI)(BX*2)
	PREFETCHT0 64(DI)(BX*2)
	ADDQ       $4, SI
	DECQ       CX
	JNZ        next16

done16:
	RET
