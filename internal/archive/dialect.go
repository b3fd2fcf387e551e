package archive

import (
	"context"
	"net/url"
	"strconv"
	"strings"
)

// dialect is what differs between the databases. Everything else is one text
// with "?" for each argument.
type dialect interface {
	// name is what goose calls the database.
	name() string
	// render returns a statement with the database's placeholders.
	render(query string) string
	// schema returns what stands for {{name}} in a migration.
	schema(name string) string
	// begin begins a transaction that writes.
	begin() string
	// addStatements adds rows to the table statement and what they are found by.
	addStatements(ctx context.Context, s *session, rows []statementRow) error
	// settle writes what addStatements left for the end of a transaction.
	settle(ctx context.Context, s *session) error
	// dropStatements removes statements that have a report or only some ids.
	dropStatements(ctx context.Context, s *session, ids []StatementID) error
	// matching returns a subquery that gives the ids of the statements that a
	// search finds, newest first, with its arguments. Its limits are half open.
	matching(search textQuery, from, to StatementID) (query string, args []any)
	// numberOn has a table go on numbering after the rows it was given.
	numberOn(ctx context.Context, s *session, table string) error
	// scrub makes sure that nothing of what was removed is left in the files.
	scrub(ctx context.Context, s *session) error
	// size is how many bytes the database takes.
	size() string
	// explain turns the database's errors into ours where there is one.
	explain(err error) error
}

// numbered replaces each "?" by $1, $2, … None of our statements has a "?" in
// a string.
func numbered(query string) string {
	var b strings.Builder
	n := 0
	for _, part := range strings.SplitAfter(query, "?") {
		if bare, ok := strings.CutSuffix(part, "?"); ok {
			n++
			b.WriteString(bare + "$" + strconv.Itoa(n))
			continue
		}
		b.WriteString(part)
	}
	return b.String()
}

// marks returns n placeholders with commas between them.
func marks(n int) string { return strings.TrimSuffix(strings.Repeat("?,", n), ",") }

func withoutPassword(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "postgres://…"
	}
	return u.Redacted()
}
