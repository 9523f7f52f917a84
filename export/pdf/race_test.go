//go:build race

package pdf

// raceDetector makes everything several times slower.
const raceDetector = true
