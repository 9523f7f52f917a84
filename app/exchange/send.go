package exchange

import (
	"bytes"
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/change"
	"travaux/data/desk"
	"travaux/data/exchange"
)

// send is the part of the page that says who has what and writes bundles.
type send struct {
	room   *room.Room
	object *fyne.Container
	after  func() // something was written

	rows    *fyne.Container
	missing *look.Text
	drop    *look.Text
	toDrop  *look.Button
	toOther *look.Button
	made    *look.Text
	secret  *textview.Field // of a bundle sealed with a passphrase
	sealed  *look.Check

	laptops []desk.Holding
	left    map[change.DeviceID]bool // unticked: all others are sent to
}

func newSend(r *room.Room, after func()) *send {
	loc := r.Loc
	s := &send{room: r, after: after, rows: look.Column(), left: map[change.DeviceID]bool{}}
	s.missing = wrapped("", look.ColourLapsed)
	s.drop = wrapped("", look.ColourMuted)
	s.made = look.Wrapped("")
	s.made.Hide()
	s.toDrop = look.NewPrimary(loc.T("exchange.send.drop"), func() { s.write(s.folder()) })
	s.toOther = look.NewIconButton(look.IconExport, loc.T("exchange.send.other"), func() {
		page.ChooseFolder(r, page.LastFolder(), s.write)
	})
	choose := look.NewIconButton(look.IconOpen, loc.T("exchange.drop.choose"), s.chooseDrop).Rank(look.Plain)
	s.secret = textview.NewSecret()
	s.secret.Placeholder = loc.T("start.passphrase")
	s.secret.Hide()
	s.sealed = look.NewCheck(loc.T("exchange.sealed"), false, func(on bool) {
		s.secret.Hidden = !on
		if !on {
			s.secret.SetText("")
		}
		s.object.Refresh()
	})
	s.object = look.Column(
		look.Heading(loc.T("exchange.who-has")),
		s.rows,
		s.missing,
		look.Rule(),
		look.Heading(loc.T("exchange.send")),
		wrapped(loc.T("exchange.send.note"), look.ColourMuted),
		look.Border(nil, nil, nil, choose, s.drop),
		s.sealed,
		s.secret,
		look.Flow(s.toDrop, s.toOther),
		s.made,
	)
	return s
}

// folder is the drop folder; "" if none was chosen.
func (s *send) folder() string { return s.room.Desk.Scratch(dropKey) }

func (s *send) chooseDrop() {
	at := s.folder()
	if at == "" {
		at = page.LastFolder()
	}
	page.ChooseFolder(s.room, at, func(dir string) {
		if err := s.room.Desk.SetScratch(dropKey, dir); err != nil {
			s.room.Fail(err)
		}
		s.after()
	})
}

// refresh says anew who has what.
func (s *send) refresh() {
	loc, d := s.room.Loc, s.room.Desk
	s.laptops = d.Holdings()
	s.rows.Objects = nil
	for _, h := range s.laptops {
		s.rows.Add(s.row(h))
	}
	switch {
	case d.IsSolo():
		s.rows.Add(wrapped(loc.T("exchange.solo"), look.ColourMuted))
	case len(s.laptops) == 0:
		s.rows.Add(wrapped(loc.T("exchange.alone"), look.ColourMuted))
	}
	var gaps []string
	for _, m := range d.Missing() {
		gaps = append(gaps, Missing(loc, m))
	}
	s.missing.SetText(strings.Join(gaps, "\n"))
	s.missing.Hidden = len(gaps) == 0
	if dir := s.folder(); dir != "" {
		s.drop.SetText(loc.T("exchange.drop", "folder", loc.Isolate(dir)))
		s.toDrop.SetEnabled(!d.IsSolo())
	} else {
		s.drop.SetText(loc.T("exchange.drop.none"))
		s.toDrop.SetEnabled(false)
	}
	s.toOther.SetEnabled(!d.IsSolo())
	s.object.Refresh()
}

// row is one laptop: whether it is sent to, whose it is and what it has.
func (s *send) row(h desk.Holding) fyne.CanvasObject {
	loc := s.room.Loc
	words := loc.T("exchange.laptop-of", "laptop", loc.Isolate(h.Name), "who", Who(loc, h.Who))
	tick := look.NewCheck(words, !s.left[h.Device], func(on bool) { s.left[h.Device] = !on })
	colour := look.ColourMuted
	if h.Behind > 0 && h.OnWay < h.Behind {
		colour = look.ColourText
	}
	return look.Stack(tick, look.Inset(0, 4, look.Scaled(21), 0, wrapped(Holding(loc, h), colour)))
}

// write packs for the ticked laptops, or with the passphrase, and writes the file
// into a folder.
func (s *send) write(folder string) {
	var to []change.DeviceID
	for _, h := range s.laptops {
		if !s.left[h.Device] {
			to = append(to, h.Device)
		}
	}
	passphrase := s.secret.Text()
	var path string
	var packed desk.Packed
	s.room.Run(func(ctx context.Context, _ data.Progress) error {
		var b bytes.Buffer
		var err error
		if s.sealed.Ticked() {
			packed, err = s.room.Desk.PackSealedWith(ctx, []byte(passphrase), &b)
		} else {
			packed, err = s.room.Desk.Pack(ctx, to, &b)
		}
		if err != nil {
			return err
		}
		path, err = page.WriteFile(folder, s.name(), exchange.Ending, b.Bytes())
		return err
	}, func() {
		words := Packed(s.room.Loc, packed)
		s.secret.SetText("")
		s.made.SetText(words + "\n" + s.room.Loc.Isolate(path))
		s.made.Show()
		s.room.Toast(words)
		if folder != s.folder() { // a paper is not to be offered for the drop folder
			page.RememberFolder(folder)
		}
		s.after()
	})
}

// name is that of a bundle file: it says which laptop wrote it and when, and
// nothing of what it is about.
func (s *send) name() string { return filePrefix(s.room.Desk) + data.Today().String() }

// filePrefix is what names of this laptop's bundle files begin with.
func filePrefix(d *desk.Desk) string {
	return "travaux-" + d.Fingerprint()[0] + "-"
}
