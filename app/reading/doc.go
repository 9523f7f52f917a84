// Package reading is the reading view for the person at the microphone: one
// provision at a time in large type, with our line and who is with us; and the
// second window for a screen that others see.
//
// It imports app/room, app/page, app/look, app/textview, data/tally and the desk;
// it never imports another area.
//
// Invariants:
//   - the second window is made from a Screen, which has no field that could hold
//     anything confidential, and knows neither the desk nor the room;
//   - the next step of a ladder is made while a key is held and is gone after;
//   - what is ours stands inside a confidential frame.
package reading
