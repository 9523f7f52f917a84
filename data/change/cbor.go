package change

import (
	"github.com/fxamacker/cbor/v2"

	"travaux/data"
)

// Core deterministic encoding (RFC 8949, 4.2.1): one value, one sequence of
// bytes, which is what signatures and digests need.
var (
	encoder = must(encoding().EncMode())
	decoder = must(cbor.DecOptions{
		DupMapKey:        cbor.DupMapKeyEnforcedAPF,
		IndefLength:      cbor.IndefLengthForbidden,
		TagsMd:           cbor.TagsForbidden,
		MaxNestedLevels:  32,
		MaxArrayElements: 1 << 20,
		MaxMapPairs:      1 << 20,
	}.DecMode())
)

// encoding writes times to the nanosecond, as text without a tag.
func encoding() cbor.EncOptions {
	o := cbor.CoreDetEncOptions()
	o.Time = cbor.TimeRFC3339NanoUTC
	return o
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// Marshal encodes a body in core deterministic CBOR. It panics for values
// CBOR cannot hold (channels, functions): a defect of the caller.
func Marshal(v any) []byte { return must(encoder.Marshal(v)) }

// Unmarshal reads what Marshal wrote. The error is of data.CodeInput and
// says nothing of the content.
func Unmarshal(body []byte, into any) error {
	if err := decoder.Unmarshal(body, into); err != nil {
		return data.E(data.CodeInput, "what", "cbor")
	}
	return nil
}
