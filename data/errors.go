package data

import (
	"errors"
	"fmt"
	"sort"
	"strings"
)

// Code names a kind of failure. The catalogue holds, for every code, the
// sentence "error.<code>" and what to do, "error.<code>.hint".
type Code string

// Codes that more than one package uses. Packages add their own beside the
// code that raises them.
const (
	CodeInput     Code = "input"     // what was given cannot be understood; arg "what"
	CodeNotFound  Code = "not-found" // the thing named does not exist; arg "what"
	CodeForbidden Code = "forbidden" // the member's role does not allow the act
	CodeInternal  Code = "internal"  // a defect of the program
	CodeCancelled Code = "cancelled" // the person stopped the work
	CodeFile      Code = "file"      // a file could not be read or written; arg "name"
)

// Error is the one application error. Args are details that are safe to show
// and to log: names of files, numbers, symbols; never text of a negotiation.
type Error struct {
	Code Code
	Args map[string]string
	Err  error // cause; may be nil
}

// E makes an error of that code with safe details given as key, value pairs.
func E(code Code, keyValues ...string) *Error {
	e := &Error{Code: code}
	if len(keyValues) > 1 {
		e.Args = make(map[string]string, len(keyValues)/2)
		for i := 0; i+1 < len(keyValues); i += 2 {
			e.Args[keyValues[i]] = keyValues[i+1]
		}
	}
	return e
}

// Because adds the cause and returns the same error.
func (e *Error) Because(cause error) *Error {
	e.Err = cause
	return e
}

// Error gives code, details and cause for a log. People are shown the
// catalogue's sentence instead.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(string(e.Code))
	keys := make([]string, 0, len(e.Args))
	for k := range e.Args {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		fmt.Fprintf(&b, " %s=%q", k, e.Args[k])
	}
	if e.Err != nil {
		b.WriteString(": ")
		b.WriteString(e.Err.Error())
	}
	return b.String()
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Is makes errors.Is(err, data.E(code)) true for every error of that code.
func (e *Error) Is(target error) bool {
	var t *Error
	return errors.As(target, &t) && t.Code == e.Code && len(t.Args) == 0 && t.Err == nil
}

// CodeOf returns the code of the outermost Error in the chain, CodeInternal
// for any other error, and "" for nil.
func CodeOf(err error) Code {
	if err == nil {
		return ""
	}
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return CodeInternal
}

// ArgsOf returns the details of the outermost Error in the chain, nil for any other
// error.
func ArgsOf(err error) map[string]string {
	var e *Error
	if errors.As(err, &e) {
		return e.Args
	}
	return nil
}
