package desk

import (
	"context"
	"crypto/sha256"
	"slices"
	"strconv"
	"strings"

	"travaux/data"
	"travaux/data/change"
)

// CodeSubmissionSize is for a submission that is larger than what is kept; arg "size".
const CodeSubmissionSize data.Code = "desk.submission-size"

// SubmissionMost is how many bytes a submission may have: like a cable it lies in
// the log and travels to every laptop.
const SubmissionMost = 8 << 20

// submitting is what the desk knows of what others hand in.
type submitting struct {
	submissions shelf[data.Submission]
}

func newSubmitting() submitting {
	return submitting{newShelf(func(data.ID, *data.Submission) ([]data.ID, bool) { return nil, false })}
}

// Submissions returns all written statements and submissions of others, oldest
// first by their dates; those of one day in the order in which they were taken in.
func (d *Desk) Submissions() []data.Submission {
	d.mu.RLock()
	out := d.submissions.everything()
	d.mu.RUnlock()
	for i := range out {
		out[i].By = slices.Clone(out[i].By)
	}
	slices.SortStableFunc(out, func(a, b data.Submission) int { return strings.Compare(a.Date.String(), b.Date.String()) })
	return out
}

// Submission returns the submission of that identity, and whether there is one.
func (d *Desk) Submission(id data.ID) (data.Submission, bool) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	s, ok := d.submissions.get(id)
	s.By = slices.Clone(s.By)
	return s, ok
}

// RecordSubmission keeps a submission with its text and, where it came as a file,
// the file as it came. It fills ID, Author, Time and Digest; without a date it is
// of today. Codes: CodeEmpty for one without text, CodeSubmissionSize.
func (d *Desk) RecordSubmission(ctx context.Context, s data.Submission, original []byte) (data.Submission, error) {
	s, writes, err := d.submissionWrites(s, original)
	if err != nil {
		return s, err
	}
	return s, d.act(ctx, "act.submission", writes...)
}

// submissionWrites are the writes that keep a new submission: what it is, its text
// in pieces, and the file.
func (d *Desk) submissionWrites(s data.Submission, original []byte) (data.Submission, []change.Write, error) {
	s = described(s)
	switch {
	case strings.TrimSpace(s.Text) == "":
		return s, nil, data.E(CodeEmpty)
	case len(original) > SubmissionMost || len(s.Text) > SubmissionMost:
		return s, nil, data.E(CodeSubmissionSize, "size", strconv.Itoa(SubmissionMost>>20))
	}
	if s.Date.IsZero() {
		s.Date = data.Today()
	}
	s.ID, s.Author, s.Time, s.Digest = data.NewID(), d.Me().ID, now(), [32]byte{}
	if len(original) > 0 {
		s.Digest = sha256.Sum256(original)
	}
	body := s
	body.Text = ""
	writes := []change.Write{about(kindSubmission, s.ID), set(kindSubmission, root, s.ID, fieldBody, body)}
	writes = append(writes, pieceWrites(kindSubmission, s.ID, []byte(s.Text))...)
	if len(original) > 0 && string(original) != s.Text {
		writes = append(writes, pieceWrites(kindSubmissionFile, s.ID, original)...)
	}
	return s, writes, nil
}

// described is a submission with what is said of it in order.
func described(s data.Submission) data.Submission {
	s.Symbol, s.Title, s.File = strings.TrimSpace(s.Symbol), strings.TrimSpace(s.Title), strings.TrimSpace(s.File)
	var by []data.Speaker
	for _, x := range s.By {
		x.Name, x.ForName = strings.TrimSpace(x.Name), strings.TrimSpace(x.ForName)
		if (x.Code != "" || x.Name != "") && !slices.Contains(by, x) {
			by = append(by, x)
		}
	}
	s.By = by
	return s
}

// SetSubmission corrects what is said of a submission: symbol, title, date,
// language and who signs it. Its text and its file stay as they came.
func (d *Desk) SetSubmission(ctx context.Context, s data.Submission) (data.Submission, error) {
	old, ok := d.Submission(s.ID)
	if !ok {
		return s, data.E(data.CodeNotFound, "what", "submission")
	}
	s = described(s)
	s.Text, s.File, s.Digest, s.Author, s.Time = old.Text, old.File, old.Digest, old.Author, old.Time
	if s.Date.IsZero() {
		s.Date = old.Date
	}
	before, after := old, s
	before.Text, after.Text = "", ""
	write := set(kindSubmission, root, s.ID, fieldBody, after)
	if string(write.Body) == string(change.Marshal(before)) {
		return s, nil
	}
	return s, d.act(ctx, "act.submission.edit", write)
}

// DeleteSubmission takes a submission away that was taken in by mistake; it stays
// in the log. Views that were marked in it stay, with the words that they quote.
func (d *Desk) DeleteSubmission(ctx context.Context, id data.ID) error {
	if _, ok := d.Submission(id); !ok {
		return data.E(data.CodeNotFound, "what", "submission")
	}
	return d.act(ctx, "act.submission.delete", tombstone(kindSubmission, root, id, fieldBody))
}

// SubmissionFile returns a submission as it came, byte for byte; of pasted text,
// the text.
func (d *Desk) SubmissionFile(id data.ID) ([]byte, error) {
	s, ok := d.Submission(id)
	if !ok {
		return nil, data.E(data.CodeNotFound, "what", "submission")
	}
	content, there, err := d.pieces(kindSubmissionFile, id)
	if err == nil && !there {
		content = []byte(s.Text)
	}
	return content, err
}

func (d *Desk) foldSubmission(rec change.Record) error {
	var s data.Submission
	ok, err := field(rec, fieldBody, &s)
	if err != nil {
		return err
	}
	if !ok {
		d.submissions.drop(rec.Entity)
		return nil
	}
	text, _, err := d.piecesFrom(rec)
	if err != nil {
		return err
	}
	s.Text = string(text)
	d.submissions.put(rec.Entity, s, recorded(rec), false)
	return nil
}
