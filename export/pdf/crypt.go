package pdf

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"crypto/sha256"
	"crypto/sha512"
	"crypto/subtle"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"travaux/data"
)

// A file with a password is written as ISO 32000-2 has it, 7.6: AES-256 with a key
// of its own, revision 6 of the standard security handler. Revision 5, which other
// programs still write, lets passwords be tried a thousand times faster.

// lockedHeader begins files with a password: only PDF 2.0 knows revision 6.
const lockedHeader = "%PDF-2.0\n"

// longestPassword in bytes (7.6.4.3.2). Readers cut longer ones off.
const longestPassword = 127

// permissions are all that there are: who has the password may do anything
// (table 22; the two lowest bits are 0).
const permissions = -4

// lock is the key of a file and what the file says of it.
type lock struct {
	key  []byte
	dict dict
}

// newLock makes a key and locks it with a password.
func newLock(password string) (*lock, error) {
	pass, err := prepared(password)
	if err != nil {
		return nil, err
	}
	var random [32 + 16 + 16 + 4]byte // the key, salts of the user's and the owner's password, of the permissions
	if _, err := rand.Read(random[:]); err != nil {
		return nil, err
	}
	key := random[:32]
	u, ue := locked(pass, key, random[32:48], nil)
	o, oe := locked(pass, key, random[48:64], u)
	return &lock{key, dict{
		"Filter": name("Standard"), "V": integer(5), "R": integer(6), "Length": integer(256),
		"CF":   dict{"StdCF": dict{"AuthEvent": name("DocOpen"), "CFM": name("AESV3"), "Length": integer(32)}},
		"StmF": name("StdCF"), "StrF": name("StdCF"), "EncryptMetadata": true,
		"U": text(u), "UE": text(ue), "O": text(o), "OE": text(oe), "P": integer(permissions),
		"Perms": text(stated(key, random[64:])),
	}}, nil
}

// locked are the entries U and UE, or O and OE, of a password (algorithms 8 and 9):
// its digest with the salts of sixteen bytes, and the key, encrypted. user is U for
// the owner's password, else nil.
func locked(pass, key, salts, user []byte) (digest, sealed []byte) {
	digest = append(hardened(pass, salts[:8], user), salts...)
	sealed = make([]byte, 32)
	encrypter(hardened(pass, salts[8:16], user), make([]byte, 16)).CryptBlocks(sealed, key)
	return digest, sealed
}

// stated is the entry Perms (algorithm 10).
func stated(key, random []byte) []byte {
	b := binary.LittleEndian.AppendUint32(nil, lowest(permissions))
	b = append(binary.LittleEndian.AppendUint32(b, 0xFFFFFFFF), "Tadb"...)
	b = append(b, random[:4]...)
	block, err := aes.NewCipher(key)
	if err != nil {
		panic(err) // the key has 32 bytes
	}
	block.Encrypt(b, b)
	return b
}

func lowest(n int32) uint32 { return uint32(n) }

// unlock finds the key of a file with its password (algorithm 2.A).
func unlock(d dict, password string) (*lock, error) {
	wrong := data.E(data.CodeInput, "what", "password")
	pass, err := prepared(password)
	u, _ := d["U"].(text)
	sealed, _ := d["UE"].(text)
	if err != nil || d["R"] != integer(6) || len(u) != 48 || len(sealed) != 32 {
		return nil, wrong
	}
	salts := []byte(u[32:])
	if subtle.ConstantTimeCompare(hardened(pass, salts[:8], nil), []byte(u[:32])) != 1 {
		return nil, wrong
	}
	key := make([]byte, 32)
	decrypter(hardened(pass, salts[8:], nil), make([]byte, 16)).CryptBlocks(key, []byte(sealed))
	return &lock{key, d}, nil
}

// hardened is the digest of a password (algorithm 2.B): at least 64 rounds, so that
// trying passwords is slow.
func hardened(pass, salt, user []byte) []byte {
	first := sha256.Sum256(joined(pass, salt, user))
	k := first[:]
	var e []byte
	for i := 0; i < 64 || int(e[len(e)-1]) > i-32; i++ {
		e = bytes.Repeat(joined(pass, k, user), 64)
		encrypter(k[:16], k[16:32]).CryptBlocks(e, e)
		sum := 0
		for _, v := range e[:16] { // 256 leaves 1 when divided by 3
			sum += int(v)
		}
		switch sum % 3 {
		case 0:
			d := sha256.Sum256(e)
			k = d[:]
		case 1:
			d := sha512.Sum384(e)
			k = d[:]
		default:
			d := sha512.Sum512(e)
			k = d[:]
		}
	}
	return bytes.Clone(k[:32])
}

func joined(a, b, c []byte) []byte { return append(append(append([]byte(nil), a...), b...), c...) }

func encrypter(key, iv []byte) cipher.BlockMode {
	block, err := aes.NewCipher(key)
	if err != nil {
		panic(err) // keys have 16 or 32 bytes
	}
	return cipher.NewCBCEncrypter(block, iv)
}

func decrypter(key, iv []byte) cipher.BlockMode {
	block, err := aes.NewCipher(key)
	if err != nil {
		panic(err)
	}
	return cipher.NewCBCDecrypter(block, iv)
}

// seal encrypts a stream or a string (algorithm 1.A).
func (l *lock) seal(plain []byte) []byte {
	pad := aes.BlockSize - len(plain)%aes.BlockSize
	out := make([]byte, aes.BlockSize, aes.BlockSize+len(plain)+pad)
	if _, err := rand.Read(out); err != nil {
		panic(err) // rand.Read never fails
	}
	out = append(append(out, plain...), bytes.Repeat([]byte{byte(pad)}, pad)...)
	encrypter(l.key, out[:aes.BlockSize]).CryptBlocks(out[aes.BlockSize:], out[aes.BlockSize:])
	return out
}

// open is the reverse of seal.
func (l *lock) open(sealed []byte) ([]byte, error) {
	if len(sealed) < 2*aes.BlockSize || len(sealed)%aes.BlockSize != 0 {
		return nil, fmt.Errorf("pdf: no sealed data")
	}
	out := make([]byte, len(sealed)-aes.BlockSize)
	decrypter(l.key, sealed[:aes.BlockSize]).CryptBlocks(out, sealed[aes.BlockSize:])
	pad := int(out[len(out)-1])
	if pad < 1 || pad > aes.BlockSize {
		return nil, fmt.Errorf("pdf: bad padding")
	}
	return out[:len(out)-pad], nil
}

// sealObject encrypts a stream and the strings in its dictionary.
func (l *lock) sealObject(s stream) stream {
	s.data = l.seal(s.data)
	s.dict = l.sealStrings(s.dict).(dict)
	s.dict["Length"] = integer(len(s.data))
	return s
}

func (l *lock) sealStrings(v any) any {
	switch v := v.(type) {
	case text:
		return text(l.seal([]byte(v)))
	case array:
		out := make(array, len(v))
		for i := range v {
			out[i] = l.sealStrings(v[i])
		}
		return out
	case dict:
		out := make(dict, len(v))
		for k := range v {
			out[k] = l.sealStrings(v[k])
		}
		return out
	}
	return v
}

// prepared is a password as readers prepare what is typed (SASLprep, RFC 4013):
// characters that look alike are one, those that are not seen are none.
func prepared(password string) ([]byte, error) {
	bad := data.E(data.CodeInput, "what", "password")
	mapped := strings.Map(func(r rune) rune {
		switch {
		case r != ' ' && unicode.Is(unicode.Zs, r):
			return ' '
		case strings.ContainsRune("\u00AD\u034F\u1806\u180B\u180C\u180D\u200B\u200C\u200D\u2060\uFEFF", r), r >= 0xFE00 && r <= 0xFE0F:
			return -1
		}
		return r
	}, password)
	out := norm.NFKC.String(mapped)
	forbidden := func(r rune) bool {
		return r == unicode.ReplacementChar || unicode.In(r, unicode.Cc, unicode.Cs, unicode.Co, unicode.Zl, unicode.Zp) || r >= 0x2FF0 && r <= 0x2FFB || r >= 0xFFF9 && r <= 0xFFFD || r >= 0x200E && r <= 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x206A && r <= 0x206F
	}
	if out == "" || len(out) > longestPassword || strings.ContainsFunc(out, forbidden) {
		return nil, bad
	}
	return []byte(out), nil
}
