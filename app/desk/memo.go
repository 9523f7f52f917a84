package desk

import "sync"

// memo keeps the results of a pure function by what it was given, so that an act
// works out anew only what it changed. What two turns in a row did not ask for
// is forgotten. It may be used from any goroutine.
type memo[K comparable, V any] struct {
	mu           sync.Mutex
	now, earlier map[K]V
}

// of returns the result for k, which is worked out unless it is known.
func (m *memo[K, V]) of(k K, work func() V) V {
	m.mu.Lock()
	v, known := m.now[k]
	if !known {
		if v, known = m.earlier[k]; known {
			m.keep(k, v)
		}
	}
	m.mu.Unlock()
	if known {
		return v
	}
	v = work()
	m.mu.Lock()
	defer m.mu.Unlock()
	m.keep(k, v)
	return v
}

func (m *memo[K, V]) keep(k K, v V) {
	if m.now == nil {
		m.now = map[K]V{}
	}
	m.now[k] = v
}

// turn begins another turn.
func (m *memo[K, V]) turn() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.now, m.earlier = nil, m.now
}
