package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// startScreen starts a virtual screen with a window manager and makes it the
// DISPLAY of the children to come. stop ends both. Where there is no Xvfb
// (Windows, macOS) the machine's own screen is used.
func startScreen(size string) (stop func(), err error) {
	if _, err := exec.LookPath("Xvfb"); err != nil {
		return func() {}, nil
	}
	display := ""
	for n := 90; n < 200; n++ {
		if _, err := os.Stat(fmt.Sprintf("/tmp/.X%d-lock", n)); os.IsNotExist(err) {
			display = fmt.Sprintf(":%d", n)
			break
		}
	}
	screen := exec.Command("Xvfb", display, "-screen", "0", size, "-nolisten", "tcp", "-r") // keys do not repeat while the machine is busy
	if err := screen.Start(); err != nil {
		return nil, err
	}
	socket := filepath.Join("/tmp/.X11-unix", "X"+display[1:])
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(50 * time.Millisecond) {
		if _, err := os.Stat(socket); err == nil {
			break
		}
		if time.Now().After(deadline) {
			screen.Process.Kill()
			return nil, fmt.Errorf("no virtual screen %s after 20 s", display)
		}
	}
	os.Setenv("DISPLAY", display)
	os.Setenv("LC_ALL", "C.UTF-8")
	manager := exec.Command("openbox")
	if err := manager.Start(); err != nil {
		screen.Process.Kill()
		return nil, err
	}
	return func() {
		manager.Process.Kill()
		manager.Wait()
		screen.Process.Kill()
		screen.Wait()
	}, nil
}
