package desk

import "travaux/data"

// The keys of the pad. A comment, an instruction and a remark belong to the
// member who types them; the texts of a position belong to the delegation.

// Names of the texts of a position.
const (
	typedWording  = "wording"
	typedReasons  = "reasons"
	typedSources  = "citations"
	typedInternal = "internal" // in no language
	typedTalking  = "talking"
)

func positionKey(provision data.ID, text string, lang data.Lang) string {
	return "position/" + provision.String() + "/" + text + "/" + string(lang)
}

func remarkKey(by, provision data.ID) string { return personal("remark", by, provision) }

func commentKey(by, provision data.ID) string { return personal("comment", by, provision) }

// anchorKey is for the words that a comment is about.
func anchorKey(by, provision data.ID) string { return personal("comment-on", by, provision) }

func replyKey(by, thread data.ID) string { return personal("reply", by, thread) }

func rewriteKey(by, comment data.ID) string { return personal("comment-edit", by, comment) }

// instructionKey is for a new instruction begun on a provision, or for the
// correction of the instruction that is named.
func instructionKey(by, provisionOrInstruction data.ID) string {
	return personal("instruction", by, provisionOrInstruction)
}

// meetingKey is for a meeting that is being entered, or corrected.
func meetingKey(by, meeting data.ID) string { return personal("meeting", by, meeting) }

// draftKey is for a proposal that is written in the text: in the place of the
// words of a provision, or beside it.
func draftKey(by, provision data.ID, place string, lang data.Lang) string {
	return personal("proposal-"+place, by, provision) + "/" + string(lang)
}

func personal(what string, by, on data.ID) string {
	return what + "/" + by.String() + "/" + on.String()
}

// textRemarkKey is for the remark with the next entry on how a text stands.
func textRemarkKey(by, provision data.ID) string { return personal("text-remark", by, provision) }

// proposalKey is for a new proposal begun on a provision, or for the change of
// the proposal that is named.
func proposalKey(by, provisionOrProposal data.ID) string {
	return personal("proposal", by, provisionOrProposal)
}

// livingKey is for the condition on which the delegation could live with words.
func livingKey(by, provision data.ID) string { return personal("live-with", by, provision) }
