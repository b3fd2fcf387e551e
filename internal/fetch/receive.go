package fetch

import (
	"context"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strings"

	"hearsay/internal/unpack"
)

// receive reads a response's body and undoes its compression.
func receive(ctx context.Context, response *http.Response) (Page, error) {
	page := Page{
		URL:        response.Request.URL,
		Type:       response.Header.Get("Content-Type"),
		Validators: Validators{response.Header.Get("ETag"), response.Header.Get("Last-Modified")},
	}
	if err := checkType(page.Type); err != nil {
		return Page{}, err
	}
	encodings, err := unpack.Encodings(response.Header.Get("Content-Encoding"))
	if err != nil {
		return Page{}, err
	}
	packed, err := body(ctx, response)
	if err != nil {
		return Page{}, err
	}
	if page.Data, err = unpack.All(packed, encodings, MaxSize); err != nil {
		return Page{}, err
	}
	switch size := len(page.Data); {
	case size > MaxSize:
		return Page{}, fmt.Errorf("unpacks to more than %s; %w", unpack.Size(MaxSize), ErrTooLarge)
	case size == 0:
		return Page{}, ErrEmpty
	}
	return page, nil
}

// body reads a response's body as it was sent.
func body(ctx context.Context, response *http.Response) ([]byte, error) {
	if response.ContentLength > MaxSize {
		return nil, fmt.Errorf("is %s; %w", unpack.Size(response.ContentLength), ErrTooLarge)
	}
	data, err := io.ReadAll(io.LimitReader(response.Body, MaxSize+1))
	switch {
	case len(data) > MaxSize:
		return nil, fmt.Errorf("goes on after %s; %w", unpack.Size(MaxSize), ErrTooLarge)
	case err != nil && ctx.Err() != nil:
		return nil, slow(ctx, int64(len(data)))
	case err != nil:
		return nil, errCutOff
	}
	return data, nil
}

// notText are the declared types that are not worth receiving; what else is no
// text shows in its content.
var notText = []string{"application/pdf", "application/msword", "application/vnd.", "audio/", "font/", "image/", "video/"}

// checkType refuses a page whose declared type is not one that is read.
func checkType(contentType string) error {
	kind, _, err := mime.ParseMediaType(contentType)
	if err != nil {
		return nil // a header that makes no sense says nothing
	}
	for _, prefix := range notText {
		if strings.HasPrefix(kind, prefix) {
			return fmt.Errorf("is %s, %w", kind, ErrType)
		}
	}
	return nil
}
