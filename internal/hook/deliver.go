package hook

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"time"
)

// # Signatures and retries
//
// A delivery carries the three headers of the Standard Webhooks specification:
// webhook-id, webhook-timestamp, and webhook-signature, which is "v1," and the
// base64 of the HMAC-SHA256 of "id.timestamp.body" with the secret's bytes.
//
// What is not answered with 2xx within patience is sent again after a while, longer
// each time, and given up after the last. A receiver that answers 410 is removed.

// waits are the times before the next try.
var waits = []time.Duration{5 * time.Second, 30 * time.Second, 5 * time.Minute, 30 * time.Minute, 2 * time.Hour, 8 * time.Hour, 24 * time.Hour}

// patience is how long a receiver may take.
const patience = 15 * time.Second

// deliver sends what is due, one after the other.
func (h *Hooks) deliver(ctx context.Context) error {
	h.mu.Lock()
	var due []delivery
	for _, d := range h.state.Queue {
		if !d.Due.After(h.Now()) {
			due = append(due, d)
		}
	}
	hooks := map[int64]Hook{}
	for _, k := range h.state.Hooks {
		hooks[k.ID] = k
	}
	h.mu.Unlock()
	for _, d := range due {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		hook, known := hooks[d.Hook]
		if !known {
			continue
		}
		status, err := h.send(ctx, hook, d)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err := h.settle(d, status, err); err != nil {
			return err
		}
	}
	return nil
}

// send sends a delivery once and returns the status of the answer.
func (h *Hooks) send(ctx context.Context, hook Hook, d delivery) (int, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, hook.URL, bytes.NewReader(d.Body))
	if err != nil {
		return 0, err
	}
	stamp := strconv.FormatInt(h.Now().Unix(), 10)
	signature, err := Sign(hook.Secret, d.ID, stamp, d.Body)
	if err != nil {
		return 0, err
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("User-Agent", "hearsay-webhook")
	r.Header.Set("webhook-id", d.ID)
	r.Header.Set("webhook-timestamp", stamp)
	r.Header.Set("webhook-signature", signature)
	answer, err := h.Client.Do(r)
	if err != nil {
		return 0, err
	}
	defer answer.Body.Close()
	_, _ = io.CopyN(io.Discard, answer.Body, 64<<10) // so that the connection can be used again
	return answer.StatusCode, nil
}

// Sign returns the signature of a delivery.
func Sign(secret, id, timestamp string, body []byte) (string, error) {
	key, err := secretBytes(secret)
	if err != nil {
		return "", err
	}
	mac := hmac.New(sha256.New, key)
	fmt.Fprintf(mac, "%s.%s.", id, timestamp)
	mac.Write(body)
	return "v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil)), nil
}

// settle takes a delivery out of the queue, or puts it off.
func (h *Hooks) settle(d delivery, status int, failed error) error {
	if status == http.StatusGone {
		h.Log.Info("a webhook wants no more", "hook", d.Hook)
		return h.Remove(d.Hook)
	}
	return h.change(func(s *state) {
		for i := range s.Queue {
			if s.Queue[i].ID != d.ID {
				continue
			}
			if delivered := failed == nil && status/100 == 2; delivered || d.Tries == len(waits) {
				s.Queue = append(s.Queue[:i], s.Queue[i+1:]...)
				if !delivered {
					giveUp(s, d)
				}
				return
			}
			s.Queue[i].Tries++
			s.Queue[i].Due = h.Now().Add(waits[d.Tries])
			return
		}
	})
}

func giveUp(s *state, d delivery) {
	for i := range s.Hooks {
		if s.Hooks[i].ID == d.Hook {
			s.Hooks[i].Failed++
		}
	}
}
