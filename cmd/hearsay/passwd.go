package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"hearsay/internal/access"
)

const passwdHelp = `Passwd gives a person a password for the desk, or a program a token for the API.
It asks for the password on a terminal, and else reads one line. With --token it
makes a token and prints it once: send it as "Authorization: Bearer TOKEN". With
--remove it takes the access of that name away.

What is kept, in access.json in the archive's folder (in this one, if the archive is
no folder), can be checked against and
not be turned back into a password or token. A desk that runs takes notice at once.

Exit status: 0 done, 1 not done, 2 the command line is wrong.`

const passwdExamples = `  hearsay passwd mara
  hearsay passwd --token ledger-bot
  hearsay passwd --remove mara`

func passwdCommand() *cobra.Command {
	var where archiveOptions
	var token, remove bool
	cmd := &cobra.Command{
		Use: "passwd NAME", Short: "Give a person or a program access to the desk",
		Long: passwdHelp, Example: passwdExamples, Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			folder, err := where.accessFolder()
			if err != nil {
				return err
			}
			keys, err := access.Open(folder)
			if err != nil {
				return err
			}
			switch {
			case token:
				return printToken(cmd, keys, args[0])
			case remove:
				return removeAccess(keys, args[0])
			}
			return setPassword(cmd, keys, args[0])
		},
	}
	f := cmd.Flags()
	where.register(cmd)
	f.BoolVar(&token, "token", false, "make a token for a program")
	f.BoolVar(&remove, "remove", false, "take the access away")
	cmd.MarkFlagsMutuallyExclusive("token", "remove")
	return cmd
}

func setPassword(cmd *cobra.Command, keys *access.File, name string) error {
	password, err := askPassword(cmd)
	if err != nil {
		return err
	}
	return keys.SetPassword(name, password)
}

func askPassword(cmd *cobra.Command) (string, error) {
	if in, ok := cmd.InOrStdin().(*os.File); ok && term.IsTerminal(int(in.Fd())) {
		fmt.Fprint(cmd.ErrOrStderr(), "password: ")
		typed, err := term.ReadPassword(int(in.Fd()))
		fmt.Fprintln(cmd.ErrOrStderr())
		return string(typed), err
	}
	line, err := bufio.NewReader(cmd.InOrStdin()).ReadString('\n')
	if line == "" && err != nil {
		return "", errors.New("no password was given: type one, or send a line to standard input")
	}
	return strings.TrimRight(line, "\r\n"), nil
}

func printToken(cmd *cobra.Command, keys *access.File, name string) error {
	made, err := keys.AddToken(name)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(cmd.OutOrStdout(), made)
	return err
}

func removeAccess(keys *access.File, name string) error {
	found, err := keys.Remove(name)
	if err == nil && !found {
		return fmt.Errorf("%s: nobody of that name has access: check the name", name)
	}
	return err
}
