package change

import "github.com/fxamacker/cbor/v2"

// Raw is a part of a body as it is encoded: who takes a body apart and puts it
// together again with Marshal keeps the bytes of what he did not look into.
type Raw = cbor.RawMessage
