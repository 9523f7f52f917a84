package export

import (
	"testing"
	"time"

	"travaux/data"
	"travaux/translations"
)

func TestCertificates(t *testing.T) {
	for _, lang := range data.Langs {
		loc := translations.New(string(lang))
		p := data.Paper{
			Entry: data.Entry{ID: data.ID{1}, Author: data.ID{2}, Time: time.Date(2026, 11, 29, 3, 4, 5, 0, time.UTC)},
			Order: data.PaperOrder{Kind: "position", Date: data.Date{Year: 2026, Month: 11, Day: 30}}, Name: "otters", Draft: 3,
			Langs: []data.Lang{data.Arabic, data.English}, Formats: []string{"pdf", "docx"},
			Files: []data.Certificate{
				{Name: "otters-draft-3-ar.pdf", Format: "pdf", Lang: data.Arabic, Digest: data.Fingerprint{0xab, 0x01}, Size: 40_321, Letters: 2, Searched: 17},
				{Name: "otters-draft-3-en.docx", Format: "docx", Lang: data.English, Digest: data.Fingerprint{31: 0xff}, Size: 1, Letters: 5_120, Ours: true},
			},
		}
		golden(t, "certificate."+string(lang)+".txt", CertificatePaper(p, loc.Name("paper-kind", p.Order.Kind), loc).Text())
	}
}
