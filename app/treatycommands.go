package app

import "travaux/app/room"

// treatyCommands are what becomes of the treaty: from the concept to the four
// mechanisms. A page is shown with s.live = its Show, so that it follows the desk.
func (s *shell) treatyCommands() []room.Command {
	return []room.Command{}
}
