package pdf

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/klauspost/compress/zlib"
)

// TestDeflateForgets shows that a stream is compressed to the same bytes whatever
// the writer has compressed before it.
func TestDeflateForgets(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	words := []string{"0 0 0 rg\n", "BT /f1 10.5 Tf ", "[<0001>", "-250", "<00020003>] TJ ET\n", "EMC\n", "/P <</MCID 12>> BDC\n"}
	for range 200 {
		var b strings.Builder
		for range random.IntN(8000) {
			b.WriteString(words[random.IntN(len(words))])
		}
		var fresh bytes.Buffer
		w, err := zlib.NewWriterLevel(&fresh, deflateLevel)
		if err != nil {
			t.Fatal(err)
		}
		w.Write([]byte(b.String()))
		w.Close()
		if !bytes.Equal(deflate([]byte(b.String())), fresh.Bytes()) {
			t.Fatalf("another result after other streams: %d bytes", b.Len())
		}
	}
}
