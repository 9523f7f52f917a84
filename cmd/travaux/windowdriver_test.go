//go:build window

package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// patience is how long any one thing may take on a slow and busy machine. The
// tests wait for what they can see or read, never for a time to pass.
const patience = 90 * time.Second

// The window's size in these tests.
const wide, high = 1366, 740

// window is the built program in a home of its own, driven by its keys and
// pointer and seen as a picture.
type window struct {
	t     *testing.T
	home  string
	group int // process group: a locked program starts itself anew
	pid   int
	id    string // of the X window
	ended chan struct{}
	how   error // of the first process, once it has ended
}

// openWindow starts the program and waits for its window.
func openWindow(t *testing.T, home string, args ...string) *window {
	t.Helper()
	c := exec.Command(program(t), args...)
	c.Env = environment(home)
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	var said bytes.Buffer
	c.Stdout, c.Stderr = &said, &said
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	w := &window{t: t, home: home, group: c.Process.Pid, pid: c.Process.Pid, ended: make(chan struct{})}
	go func() {
		w.how = c.Wait()
		close(w.ended)
	}()
	t.Cleanup(func() {
		if t.Failed() {
			w.keepPicture()
		}
		w.kill()
		if t.Failed() {
			t.Logf("the program said:\n%s", said.String())
		}
	})
	w.find(0)
	return w
}

func program(t *testing.T) string {
	t.Helper()
	path := os.Getenv("TRAVAUX_PROGRAM")
	if path == "" || os.Getenv("DISPLAY") == "" {
		t.Skip("TRAVAUX_PROGRAM names no program or there is no screen; go run ./cmd/dev test sets both")
	}
	for _, tool := range []string{"xdotool", "import", "xclip"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("%s is not installed", tool)
		}
	}
	return path
}

// environment keeps the program away from the settings of whoever runs the
// tests.
func environment(home string) []string {
	env := []string{
		"HOME=" + home, "XDG_CONFIG_HOME=" + filepath.Join(home, ".config"), "XDG_CACHE_HOME=" + filepath.Join(home, ".cache"),
		"FYNE_SCALE=1", "LANG=en_US.UTF-8", "LC_ALL=C.UTF-8",
	}
	for _, name := range []string{"PATH", "DISPLAY", "XAUTHORITY", "TMPDIR"} {
		env = append(env, name+"="+os.Getenv(name))
	}
	return env
}

// find waits for a window of the program that belongs to another process than
// the one named (a new window may get the number of one that has gone), gives it
// its size and the keyboard.
func (w *window) find(other int) {
	w.t.Helper()
	w.until("a window", func() bool {
		out, _ := exec.Command("xdotool", "search", "--onlyvisible", "--name", "^Travaux$").Output()
		for _, id := range strings.Fields(string(out)) {
			if process := w.owner(id); process != 0 && process != other {
				w.id = id
				return true
			}
		}
		return false
	})
	w.xdotool("windowsize", w.id, strconv.Itoa(wide), strconv.Itoa(high))
	w.xdotool("windowmove", w.id, "0", "0")
	w.xdotool("windowfocus", w.id)
	w.until("a picture of the right size", func() bool { p, err := w.look(); return err == nil && p.drawn() })
	w.still()
}

// owner is the process of this program that has an X window; 0 where it is
// another's: that of a program killed just now may still be listed.
func (w *window) owner(id string) int {
	out, err := exec.Command("xdotool", "getwindowpid", id).Output()
	if err != nil {
		return 0
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(out)))
	if err != nil {
		return 0
	}
	if group, err := syscall.Getpgid(pid); err != nil || group != w.group {
		return 0
	}
	return pid
}

// attend gives the window the keyboard if something else has it: the window
// manager may pass it on when another window goes.
func (w *window) attend() {
	w.t.Helper()
	w.until("the keyboard", func() bool {
		out, err := exec.Command("xdotool", "getwindowfocus").Output()
		if err == nil && strings.TrimSpace(string(out)) == w.id {
			return true
		}
		w.xdotool("windowfocus", w.id)
		return false
	})
}

// until polls for a condition.
func (w *window) until(what string, met func() bool) {
	w.t.Helper()
	for deadline := time.Now().Add(patience); !met(); time.Sleep(60 * time.Millisecond) {
		if time.Now().After(deadline) {
			w.t.Fatalf("%s did not come within %s", what, patience)
		}
	}
}

func (w *window) xdotool(args ...string) {
	w.t.Helper()
	if out, err := exec.Command("xdotool", args...).CombinedOutput(); err != nil {
		w.t.Fatalf("xdotool %q: %v\n%s", args, err, out)
	}
}

// press presses keys one after the other, by their X names.
func (w *window) press(keys ...string) {
	w.t.Helper()
	w.attend()
	for _, key := range keys {
		w.xdotool("key", "--clearmodifiers", key)
	}
}

// write types words that are on the keyboard, and pastes all others.
func (w *window) write(words string) {
	w.t.Helper()
	for _, r := range words {
		if r > '~' || r == '\n' {
			w.paste(words)
			return
		}
	}
	w.attend()
	w.xdotool("type", "--delay", "15", "--", words)
}

func (w *window) paste(words string) {
	w.t.Helper()
	c := exec.Command("xclip", "-selection", "clipboard", "-in")
	c.Stdin = strings.NewReader(words)
	if err := c.Run(); err != nil {
		w.t.Fatal(err)
	}
	w.press("ctrl+v")
}

// shows acts and waits until that can be seen and has come to rest.
func (w *window) shows(what string, act func()) picture {
	w.t.Helper()
	before := w.still()
	act()
	w.until(what, func() bool { p, err := w.look(); return err == nil && p.unlike(before) })
	return w.still()
}

// reaches acts and waits for a page.
func (w *window) reaches(what string, is func(picture) bool, act func()) {
	w.t.Helper()
	act()
	w.until(what, func() bool { p, err := w.look(); return err == nil && is(p) })
	w.still()
}

// insists reaches a page by keys that a window which has only just come may lose:
// it presses them again where nothing follows. What is seen has to be there still when
// the picture has come to rest.
func (w *window) insists(what string, is func(picture) bool, keys ...string) {
	w.t.Helper()
	const hearing = 8 * time.Second
	var pressed time.Time
	w.until(what, func() bool {
		if p, err := w.look(); err == nil && is(p) && is(w.still()) {
			return true
		}
		if time.Since(pressed) > hearing {
			w.press(keys...)
			pressed = time.Now()
		}
		return false
	})
}

// opens presses the key of a page until the page covers the panes.
func (w *window) opens(what, key string) {
	w.t.Helper()
	w.insists(what, picture.covered, "Escape", key)
}

// leaves closes the page that covers the panes.
func (w *window) leaves() {
	w.t.Helper()
	w.insists("the panes", func(p picture) bool { return !p.covered() }, "Escape")
}

// covered reports whether a page covers the panes: then its title stands below the
// toolbar, most of which is grey. It is grey over the panes too for a moment, while the
// window is only just there.
func (p picture) covered() bool {
	b := p.banner()
	return p.dark(10, 34+b, 120, 56+b) < 20 && p.dark(10, 66+b, 300, 96+b) > 40
}

// still waits until the picture is at rest.
func (w *window) still() picture {
	w.t.Helper()
	var last picture
	w.until("rest", func() bool {
		p, err := w.look()
		if err != nil {
			return false
		}
		at := last.pixels != nil && !p.unlike(last)
		last = p
		return at
	})
	return last
}

// saves acts and waits until the vault's journal has grown and the picture is
// at rest.
func (w *window) saves(vault, what string, act func()) {
	w.t.Helper()
	before := folderSize(filepath.Join(vault, "journal"))
	act()
	w.until(what+" in the journal", func() bool { return folderSize(filepath.Join(vault, "journal")) > before })
	w.still()
}

func folderSize(dir string) int64 {
	var n int64
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if info, err := e.Info(); err == nil {
			n += info.Size()
		}
	}
	return n
}

// quit closes the window by its key and waits for the program's end.
func (w *window) quit() {
	w.t.Helper()
	w.press("ctrl+q")
	w.until("the end of the program", w.gone)
	select {
	case <-w.ended:
		if w.how != nil {
			w.t.Errorf("the program ended badly: %v", w.how)
		}
	case <-time.After(patience):
		w.t.Errorf("the window is gone and the program goes on")
	}
}

// gone reports whether no window of this program is left.
func (w *window) gone() bool {
	return exec.Command("xdotool", "getwindowname", w.id).Run() != nil
}

// kill ends the program as a power cut does.
func (w *window) kill() {
	_ = syscall.Kill(-w.group, syscall.SIGKILL)
	<-w.ended
}

// keepPicture leaves what was seen last for a person to look at.
func (w *window) keepPicture() {
	dir := "../../bin/window-failed"
	if w.gone() {
		return
	}
	if os.MkdirAll(dir, 0o755) == nil {
		file := filepath.Join(dir, strings.ReplaceAll(w.t.Name(), "/", "-")+".png")
		if exec.Command("import", "-window", "root", file).Run() == nil {
			w.t.Logf("see %s", file)
		}
	}
}

// picture is what the window shows, three bytes a pixel.
type picture struct{ pixels []byte }

func (w *window) look() (picture, error) {
	out, err := exec.Command("import", "-window", w.id, "-depth", "8", "rgb:-").Output()
	if err == nil && len(out) != 3*wide*high {
		err = fmt.Errorf("a picture of %d bytes", len(out))
	}
	return picture{out}, err
}

// drawn tells a page from a window that is still one colour.
func (p picture) drawn() bool { return p.dark(0, 0, wide, high) > 200 }

// unlike reports a difference larger than a blinking caret.
func (p picture) unlike(q picture) bool {
	const caret = 150
	n := 0
	for i := 0; i < len(p.pixels); i += 3 {
		if p.pixels[i] != q.pixels[i] || p.pixels[i+1] != q.pixels[i+1] || p.pixels[i+2] != q.pixels[i+2] {
			n++
		}
	}
	return n > caret
}

// dark counts the dark pixels of an area, which are its letters.
func (p picture) dark(x0, y0, x1, y1 int) int {
	n := 0
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			if i := 3 * (y*wide + x); int(p.pixels[i])+int(p.pixels[i+1])+int(p.pixels[i+2]) < 300 {
				n++
			}
		}
	}
	return n
}

// isDesk knows the main window by the words of its menu bar; the pages before
// it have nothing there.
func isDesk(p picture) bool { return p.dark(0, 2, wide, 23) > 200 }

// isReading knows the main window once its text is there: until then it is still
// being made, and keys can be lost.
func isReading(p picture) bool { return isDesk(p) && p.dark(310, 140, 1000, 440) > 200 }

// isCard knows the pages before the main window by their sheet of paper.
func isCard(p picture) bool { return p.paper() > 60_000 && !isDesk(p) && !isAsking(p) }

// paper counts the white pixels.
func (p picture) paper() int {
	n := 0
	for i := 0; i < len(p.pixels); i += 3 {
		if p.pixels[i] == 255 && p.pixels[i+1] == 255 && p.pixels[i+2] == 255 {
			n++
		}
	}
	return n
}

// isAsking knows a question or a refusal by the shade it lays over the page.
func isAsking(p picture) bool {
	corner := 3 * ((high-4)*wide + 4)
	return p.pixels[corner] < 225 && p.pixels[corner+1] < 225 && p.pixels[corner+2] < 225
}

// clickPrimary clicks the button at the foot of a page that is most often
// wanted there, known by its colour.
func (w *window) clickPrimary() {
	w.t.Helper()
	p := w.still()
	var n, sx, sy int
	for y := high - 70 - p.banner(); y < high-28; y++ {
		for x := range wide {
			i := 3 * (y*wide + x)
			if r, g, b := int(p.pixels[i]), int(p.pixels[i+1]), int(p.pixels[i+2]); r < 60 && g > 60 && g < 120 && b > 120 && b < 190 {
				n, sx, sy = n+1, sx+x, sy+y
			}
		}
	}
	if n < 300 {
		w.t.Fatal("there is no primary button at the foot of the page")
	}
	w.xdotool("mousemove", "--window", w.id, strconv.Itoa(sx/n), strconv.Itoa(sy/n), "click", "1")
}

var recoveryForm = regexp.MustCompile(`[0-9A-HJKMNP-TV-Z]{5}(?:-[0-9A-HJKMNP-TV-Z]{5}){3}-[0-9A-HJKMNP-TV-Z]{6}`)

// recoveryCode reads the code that is on the screen, where a person copies it
// by hand. A picture cannot be read by the test: it looks into the memory of
// the program.
func (w *window) recoveryCode() string {
	w.t.Helper()
	maps, err := os.ReadFile(fmt.Sprintf("/proc/%d/maps", w.pid))
	if err != nil {
		w.t.Fatal(err)
	}
	memory, err := os.Open(fmt.Sprintf("/proc/%d/mem", w.pid))
	if err != nil {
		w.t.Fatal(err)
	}
	defer memory.Close()
	for _, line := range strings.Split(string(maps), "\n") {
		var from, to int64
		var rights string
		if n, _ := fmt.Sscanf(line, "%x-%x %s", &from, &to, &rights); n != 3 || !strings.HasPrefix(rights, "rw") || to-from > 1<<30 {
			continue
		}
		area := make([]byte, to-from)
		n, _ := memory.ReadAt(area, from)
		if code := recoveryForm.Find(area[:n]); code != nil {
			return string(code)
		}
	}
	w.t.Fatal("no recovery code is shown")
	return ""
}

// services runs the program without a window and gives what it prints. A vault
// that is still being closed is waited for.
func services(t *testing.T, home string, args ...string) string {
	t.Helper()
	for deadline := time.Now().Add(patience); ; time.Sleep(100 * time.Millisecond) {
		var said bytes.Buffer
		c := exec.Command(program(t), args...)
		c.Env = environment(home)
		c.Stderr = &said
		out, err := c.Output()
		if err == nil {
			return string(out)
		}
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != exitVault || time.Now().After(deadline) {
			t.Fatalf("travaux %q: %v\n%s", args, err, said.String())
		}
	}
}

// entry is a line of the log that export-log writes.
type entry struct {
	Kind, Entity, Field string
	Body                json.RawMessage
}

// log is a vault's log, read by the program without a window, after the vault
// was proved to be in order.
type log []entry

func readLog(t *testing.T, home, vault, passphraseFile string) log {
	t.Helper()
	services(t, home, "verify", "--vault", vault, "--passphrase-file", passphraseFile)
	var all log
	for _, line := range strings.Split(services(t, home, "export-log", "--vault", vault, "--passphrase-file", passphraseFile), "\n") {
		var e entry
		if line != "" && json.Unmarshal([]byte(line), &e) != nil {
			t.Fatalf("not a line of a log: %s", line)
		}
		all = append(all, e)
	}
	return all
}

// text is the last text written to a field of an entity; entity "" is any.
func (l log) text(kind, entity, field string) string {
	found := ""
	for _, e := range l {
		if e.Kind == kind && (entity == "" || e.Entity == entity) && e.Field == field {
			_ = json.Unmarshal(e.Body, &found)
		}
	}
	return found
}

// provision is the entity that stands at a path of the outline.
func (l log) provision(t *testing.T, path string) string {
	t.Helper()
	for _, e := range l {
		if e.Kind == "provision" && bytes.Contains(e.Body, []byte(`"`+path+`"`)) {
			return e.Entity
		}
	}
	t.Fatalf("the log has no provision %s", path)
	return ""
}

// acts are the steps of approval in their order.
func (l log) acts() (acts []string) {
	for _, e := range l {
		var body struct{ Act string }
		if e.Kind == "decision" && e.Field == "body" && json.Unmarshal(e.Body, &body) == nil {
			acts = append(acts, body.Act)
		}
	}
	return acts
}

// goTo goes to a provision by its number, again and again until the side panel
// shows it: a window that has only just come may lose a key.
func (w *window) goTo(number, lang string) {
	w.t.Helper()
	before := w.still()
	w.until("provision "+number, func() bool {
		w.press("Escape", "ctrl+g", "ctrl+a")
		w.write(number)
		w.press("Return")
		p := w.still()
		return p.unlike(before) && p.panelled(lang)
	})
}

// panelled reports whether the side panel shows something of a provision: its
// number stands at the head.
func (p picture) panelled(lang string) bool {
	start := wide - 350
	if lang == "ar" {
		start = 4
	}
	head := 68 + p.banner()
	return p.dark(start, head, start+340, head+24) > 40
}

// banner is how far the marking at the top pushes everything down: its line is
// the only thing of colour there.
func (p picture) banner() int {
	if len(p.pixels) < 3 || int(p.pixels[0]) < int(p.pixels[2])+60 {
		return 0
	}
	return 21
}
