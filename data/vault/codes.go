package vault

import "travaux/data"

// What can go wrong with a vault. Each has its own sentence and hint.
const (
	CodeSecret   data.Code = "vault.secret"    // passphrase or recovery code is not right for this vault
	CodeNone     data.Code = "vault.none"      // the folder is no vault
	CodeExists   data.Code = "vault.exists"    // Create: there is something in the folder already
	CodeInUse    data.Code = "vault.in-use"    // another process has it open
	CodeSynced   data.Code = "vault.synced"    // a sync program keeps the folder; arg "program"
	CodeDamaged  data.Code = "vault.damaged"   // journal damaged and not recoverable from the store; args "segment", "frame"
	CodeKeyFile  data.Code = "vault.key-file"  // both copies of the key file are damaged
	CodeNewer    data.Code = "vault.newer"     // made by a newer version of the program
	CodeWrite    data.Code = "vault.write"     // the disk did not take it; nothing was confirmed
	CodeStore    data.Code = "vault.store"     // the store failed while open; reopening rebuilds it
	CodeClosed   data.Code = "vault.closed"    // the vault is locked
	CodeTooLarge data.Code = "vault.too-large" // one value is larger than a record may be
	CodeUnproven data.Code = "vault.unproven"  // Verify found a bad record; args "place", "segment", "frame", "device", "number"
	CodeRemoved  data.Code = "vault.removed"   // this laptop was removed from the delegation: it reads, and writes no more
	CodeBackup   data.Code = "vault.backup"    // the file is no whole backup
)

// What can go wrong with a file that is said to be sealed to this laptop.
const (
	CodeNotAddressed data.Code = "vault.not-addressed" // sealed, to others
	CodeNotSealed    data.Code = "vault.not-sealed"    // not sealed at all, or its beginning is damaged
)

// What Open may have to tell (Vault.Notices).
const (
	NoticeRebuilt  data.Code = "vault.rebuilt"  // the store was damaged and has been rebuilt; nothing confirmed is lost
	NoticeHealed   data.Code = "vault.healed"   // the journal was damaged and has been written anew from the store; nothing confirmed is lost
	NoticeSalvaged data.Code = "vault.salvaged" // only what stood before the damage could be kept; args "segment", "frame"
	NoticeKeyCopy  data.Code = "vault.key-copy" // one copy of the key file was damaged and has been replaced
	NoticeScratch  data.Code = "vault.scratch"  // some unsent typing could not be read
)
