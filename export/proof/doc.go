// Package proof says whether a paper is what was approved: whether anything in
// the file was altered, whether every line of it hashes to a statement that was
// signed, whose keys signed, and what has become of the approvals since.
//
// It imports data, data/sshsig, export and export/pdf.
//
// Invariants:
//   - a paper holds only if the same file, byte for byte, comes out when it is
//     made again from what it carries: nothing in it goes unread;
//   - a key counts only if whoever asks vouches for it: a file cannot vouch for
//     itself;
//   - everything that was found is reported, not only the first of it.
package proof
