// Package sshsig makes and checks the signatures of OpenSSH over messages
// (PROTOCOL.sshsig, version 1), so that what a laptop has signed can be
// confirmed with ssh-keygen and without this program. Keys are Ed25519.
//
// It may import data, nothing else of the program; it knows nothing of what is
// signed.
//
// Invariants:
//   - the same key, namespace and message always give the same signature;
//   - a signature made for one namespace is never good in another;
//   - reading never panics, whatever the bytes.
package sshsig
