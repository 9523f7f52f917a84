package vault

import (
	"bufio"
	"bytes"
	"context"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"time"

	"travaux/data"
	"travaux/data/change"
)

// logLine is a change as ExportLog writes it.
type logLine struct {
	ID     string   `json:"id"`
	Device string   `json:"device"`
	Number uint64   `json:"number"`
	Prev   string   `json:"prev,omitempty"`
	Time   string   `json:"time"`
	Author string   `json:"author"`
	Kind   string   `json:"kind"`
	Scope  string   `json:"scope"`
	Entity string   `json:"entity"`
	Op     string   `json:"op"`
	Field  string   `json:"field,omitempty"`
	Lang   string   `json:"lang,omitempty"`
	Bases  []string `json:"bases,omitempty"`
	Body   any      `json:"body,omitempty"`

	Audience string `json:"audience,omitempty"`
	Epoch    uint32 `json:"epoch,omitempty"`
	Sealed   bool   `json:"sealed,omitempty"` // no key is held for the body
}

// ExportLog writes every change that counts, one JSON object per line, in the order in
// which they were confirmed, after a first line that names the format. It is
// the owner's own request to have the log in CLEAR TEXT: what is written to w
// is not protected by anything any more, and the first line says so.
func (v *Vault) ExportLog(ctx context.Context, w io.Writer) error {
	done, err := v.reading()
	if err != nil {
		return err
	}
	defer done()
	out := bufio.NewWriter(w)
	lines := json.NewEncoder(out)
	lines.SetEscapeHTML(false)
	if err := lines.Encode(map[string]any{"format": "travaux-log", "version": 1, "sealed": false, "confidential": true}); err != nil {
		return writeFailed(err)
	}
	_, err = scanJournal(ctx, v.path(journalName), v.keys, v.journal.at.Next, func(f frame) error {
		if f.payload[0] != frameChanges {
			return nil
		}
		var raws [][]byte
		if err := change.Unmarshal(f.payload[2:], &raws); err != nil {
			return err
		}
		for _, raw := range raws {
			c, err := change.DecodeTrusted(raw)
			if err != nil {
				return err
			}
			if counts, err := v.counts(c); err != nil {
				return err
			} else if !counts {
				continue
			}
			if err := lines.Encode(lineOf(v.ring.Open(c))); err != nil {
				return data.E(CodeWrite, "reason", "export")
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return writeFailed(err)
	}
	return nil
}

// counts reports whether a change of the journal is part of the log: not
// behind a cut, and not what this laptop took back as an old copy.
func (v *Vault) counts(c change.Change) (bool, error) {
	if !v.store.meta.chain(c.Device).Has(c.Seq) {
		return false, nil
	}
	if !slices.Contains(v.keyFile.Former, c.Device) {
		return true, nil
	}
	raw, err := v.store.kv.get(changeKey(c.Device, c.Seq))
	return bytes.Equal(raw, c.Raw()), err
}

var opNames = map[change.Op]string{
	change.OpSet: "set", change.OpTombstone: "delete", change.OpResolve: "resolve", change.OpDevice: "device", change.OpCut: "remove",
}

func lineOf(c change.Change) logLine {
	id := c.ID()
	line := logLine{
		ID: hex.EncodeToString(id[:]), Device: c.Device.String(), Number: c.Seq,
		Time: c.Time.Time().Format(time.RFC3339Nano), Author: c.Author.String(), Kind: c.Kind,
		Scope: c.Scope.String(), Entity: c.Entity.String(), Op: opNames[c.Op], Field: c.Field, Lang: c.Lang,
		Audience: c.Audience, Epoch: c.Epoch, Sealed: c.Sealed,
	}
	if line.Op == "" {
		line.Op = fmt.Sprint(uint8(c.Op))
	}
	if c.Seq > 1 {
		line.Prev = hex.EncodeToString(c.Prev[:])
	}
	for _, b := range c.Bases {
		line.Bases = append(line.Bases, hex.EncodeToString(b[:]))
	}
	var body any
	if len(c.Body) > 0 && change.Unmarshal(c.Body, &body) == nil {
		line.Body = readable(body)
	}
	return line
}

// readable turns what CBOR decodes to into what JSON can write.
func readable(value any) any {
	switch value := value.(type) {
	case map[any]any:
		object := make(map[string]any, len(value))
		for k, v := range value {
			object[fmt.Sprint(readable(k))] = readable(v)
		}
		return object
	case []any:
		list := make([]any, len(value))
		for i, v := range value {
			list[i] = readable(v)
		}
		return list
	case []byte:
		return hex.EncodeToString(value)
	}
	return value
}
