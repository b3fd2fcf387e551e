package web

import (
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// The limits of what is given at once.
const (
	maxGiven = 1 << 30 // bytes
	maxFiles = 50_000
)

// takeGiven keeps the files of a form in a folder as they come, and returns what is
// to be imported.
func (d *Desk) takeGiven(r *http.Request, folder string) (g given, err error) {
	form, err := r.MultipartReader()
	if err != nil {
		return g, badRequest("The form did not arrive as it was sent.")
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return g, err
	}
	defer root.Close()
	folders := map[string]bool{}
	for files := 0; ; files++ {
		part, err := form.NextPart()
		switch {
		case errors.Is(err, io.EOF):
			return g, nil
		case err != nil:
			return g, err
		case files > maxFiles:
			return g, badRequest("More than 50,000 files at once: pack them into one archive.")
		}
		if err := d.takePart(root, part, &g, folders); err != nil {
			return g, err
		}
	}
}

// takePart takes one field of the form. Of a folder the first file stands for all.
func (d *Desk) takePart(root *os.Root, part *multipart.Part, g *given, folders map[string]bool) error {
	if part.FormName() == "typed" {
		text, err := io.ReadAll(io.LimitReader(part, maxForm))
		if err != nil {
			return err
		}
		return d.addTyped(g, strings.ReplaceAll(string(text), "\r\n", "\n"))
	}
	name := givenName(part)
	if name == "" {
		return nil // the field was left empty
	}
	if err := save(root, name, part); err != nil {
		return err
	}
	top, _, isInFolder := strings.Cut(name, "/")
	if isInFolder && folders[top] {
		return nil
	}
	folders[top] = isInFolder
	g.inputs, g.names = append(g.inputs, filepath.Join(root.Name(), filepath.FromSlash(top))), append(g.names, top)
	return nil
}

// givenName returns the name of a file as the browser gave it, with the folder it
// lies in where a whole folder was chosen; "" for none. What would lead out of where
// it is kept has no name.
func givenName(part *multipart.Part) string {
	_, params, err := mime.ParseMediaType(part.Header.Get("Content-Disposition"))
	if err != nil {
		return ""
	}
	name := path.Clean("/" + strings.ReplaceAll(params["filename"], `\`, "/"))[1:]
	if !filepath.IsLocal(filepath.FromSlash(name)) || strings.ContainsRune(name, 0) {
		return ""
	}
	return name
}

// save keeps a file. One of a name that is there already goes into a folder beside.
func save(root *os.Root, name string, from io.Reader) error {
	if err := root.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return err
	}
	to, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return badRequest("Two files are called " + name + ": give them one after the other, or pack them into an archive.")
	}
	_, err = io.Copy(to, from)
	return errors.Join(err, to.Close())
}
