// Command hearsay reads news reports and records who said what, according to whom.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"hearsay/reader"
)

const rootHelp = `Hearsay reads news reports and keeps the record of who said what, according to
whom. It never says what is true; it says who says so.

Exit status:
  0    all went well
  1    some input could not be read; the others were
  2    the command line is wrong
  130  interrupted; what had been read is printed`

const rootExamples = `  hearsay read talks.txt                  show who says what in a report
  hearsay read --json reports/            one line of JSON for each report in a folder
  hearsay read https://example.org/a      a page
  hearsay trace reports/                  which statements are one claim, and its origin
  hearsay ledger monday.txt tuesday.txt   their figures, and who disagrees
  hearsay add reports/                    keep reports in the archive
  hearsay search by:holt act:denial       find statements there
  hearsay diff noon.txt evening.txt       what a later version changed, silently or not
  hearsay explain talks.txt --sentence 3  how a sentence was read`

func main() {
	ctx, stop := interruptible()
	status := run(ctx, newRoot())
	stop()
	os.Exit(status)
}

// run runs a command line and returns the exit status.
func run(ctx context.Context, root *cobra.Command) int {
	verb, err := root.ExecuteContextC(ctx)
	status, message := outcome(verb, err)
	if message != "" {
		complain(root.ErrOrStderr(), message)
	}
	return status
}

// interruptible returns a context that ends at the first Ctrl-C; a second one
// ends the program at once.
func interruptible() (context.Context, context.CancelFunc) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}

// newRoot returns the command hearsay with all its verbs.
func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:           "hearsay",
		Short:         "Reads news reports and records who said what, according to whom",
		Long:          rootHelp,
		Example:       rootExamples,
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	version := root.Flags().Bool("version", false, "print the version of program and weights")
	root.RunE = func(cmd *cobra.Command, _ []string) error {
		if *version {
			return printVersion(cmd)
		}
		return cmd.Help()
	}
	root.AddCommand(readCommand(), traceCommand(), talksCommand(), ledgerCommand(), diffCommand(), followCommand(), feedsCommand(), explainCommand(), serveCommand(), passwdCommand(), versionCommand(), schemaCommand(), scoreCommand())
	root.AddCommand(addCommand(), searchCommand(), showCommand(), storiesCommand(), actorsCommand(), correctCommand(), outletsCommand(), exportCommand(), importCommand(), withdrawCommand(),
		rereadCommand(), backupCommand(), restoreCommand(), doctorCommand())
	for _, verb := range append(root.Commands(), root) {
		markBeginning(verb)
	}
	return root
}

func printVersion(cmd *cobra.Command) error {
	r, err := reader.New()
	if err != nil {
		return err
	}
	v := r.Version()
	if release != "" {
		v.Version = release
	}
	weights := v.Weights
	if weights == "" {
		weights = "none"
	}
	_, err = fmt.Fprintf(cmd.OutOrStdout(), "hearsay %s, weights %s\n", v.Version, weights)
	return err
}
