package intake

import (
	"hearsay"
	"hearsay/internal/fetch"
)

// Page reads the report on a page that was fetched. Errors do not name the page.
func Page(page fetch.Page) (hearsay.Report, error) {
	in := &intake{}
	address := withoutUser(page.URL)
	report, err := in.parse(content{data: page.Data, name: page.URL.Path, address: address, declared: page.Type}, address.String())
	if report.URL == "" {
		report.URL = address.String()
	}
	return report, err
}
