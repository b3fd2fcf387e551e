-- Reports as they were received. {{id}} and the like are filled in for each
-- database (see dialect.go). Times are microseconds since 1970, 0: not stated.

CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE outlet (
  id        {{id}},
  name      TEXT NOT NULL UNIQUE,
  retention TEXT NOT NULL DEFAULT 'full'   -- of reports to come
);

CREATE TABLE report (
  id         {{id}},
  key        TEXT NOT NULL UNIQUE,         -- its address without what varies, or the hash of its text
  url        TEXT NOT NULL,
  outlet_id  {{int}} NOT NULL REFERENCES outlet(id),
  added      {{int}} NOT NULL,
  current_id {{int}} NOT NULL DEFAULT 0,   -- the revision that stands now
  withdrawn  {{int}} NOT NULL DEFAULT 0,
  reason     TEXT NOT NULL DEFAULT ''
);
CREATE INDEX report_outlet ON report(outlet_id);

CREATE TABLE revision (
  id          {{id}},
  report_id   {{int}} NOT NULL REFERENCES report(id),
  number      {{int}} NOT NULL,            -- from 1, in the order in which they stood
  hash        TEXT NOT NULL UNIQUE,
  text_hash   TEXT NOT NULL,
  source_hash TEXT NOT NULL,               -- '': the source was not kept
  source_type TEXT NOT NULL,
  retention   TEXT NOT NULL,
  headline    TEXT NOT NULL,
  published   {{int}} NOT NULL,
  updated     {{int}} NOT NULL,
  stood       {{int}} NOT NULL,            -- since when: updated, published or added
  added       {{int}} NOT NULL,
  seen        {{int}} NOT NULL,            -- last
  words       {{int}} NOT NULL,
  report      {{blob}} NOT NULL,           -- the report without its text
  record_id   {{int}} NOT NULL DEFAULT 0,  -- the reading that is shown; 0: none is kept
  UNIQUE (report_id, number)
);
CREATE INDEX revision_text ON revision(text_hash);
CREATE INDEX revision_source ON revision(source_hash);
CREATE INDEX revision_stood ON revision(stood);

CREATE TABLE content (                     -- texts and sources, by the hash of what they are unpacked
  hash TEXT PRIMARY KEY,
  body {{blob}} NOT NULL
);

CREATE TABLE record (                      -- never changed
  id          {{id}},
  revision_id {{int}} NOT NULL REFERENCES revision(id),
  version     TEXT NOT NULL,
  weights     TEXT NOT NULL,
  added       {{int}} NOT NULL,
  body        {{blob}} NOT NULL,
  UNIQUE (revision_id, version, weights)
);

-- What can be made anew from the records.

CREATE TABLE statement (
  id          {{int}} PRIMARY KEY,         -- ordered by the minute (see key.go)
  report_id   {{int}} NOT NULL REFERENCES report(id),
  revision_id {{int}} NOT NULL REFERENCES revision(id),
  part        TEXT NOT NULL,
  idx         {{int}} NOT NULL,
  spans       TEXT NOT NULL,
  voice       TEXT NOT NULL,
  identity    TEXT NOT NULL,
  act         TEXT NOT NULL,
  stance      TEXT NOT NULL,
  confidence  {{int}} NOT NULL
  {{words}}
);
CREATE INDEX statement_report ON statement(report_id);
{{words_index}}

CREATE TABLE actor (
  revision_id {{int}} NOT NULL REFERENCES revision(id),
  idx         {{int}} NOT NULL,
  name        TEXT NOT NULL,
  kind        TEXT NOT NULL,
  PRIMARY KEY (revision_id, idx)
) {{keyed}};

CREATE TABLE figure (
  revision_id {{int}} NOT NULL REFERENCES revision(id),
  idx         {{int}} NOT NULL,
  state       TEXT NOT NULL,
  unit        TEXT NOT NULL,
  stance      TEXT NOT NULL,
  qualifier   TEXT NOT NULL,
  low         {{real}},
  high        {{real}},
  as_of       TEXT NOT NULL,
  PRIMARY KEY (revision_id, idx)
) {{keyed}};

-- What people said.

CREATE TABLE correction (
  id       {{id}},
  revision TEXT NOT NULL,                  -- the revision's hash
  first    {{int}} NOT NULL,               -- the span in bytes
  past     {{int}} NOT NULL,
  role     TEXT NOT NULL,
  verdict  TEXT NOT NULL,
  value    TEXT NOT NULL,
  editor   TEXT NOT NULL,
  note     TEXT NOT NULL,
  added    {{int}} NOT NULL,
  undone   {{int}} NOT NULL DEFAULT 0
);
CREATE INDEX correction_revision ON correction(revision);

CREATE TABLE story (
  id      {{id}},
  title   TEXT NOT NULL,
  named   {{int}} NOT NULL DEFAULT 0,      -- by a person
  merged  {{int}} NOT NULL DEFAULT 0,      -- into which story; 0: it stands
  added   {{int}} NOT NULL
);

CREATE TABLE story_report (
  report_id {{int}} PRIMARY KEY REFERENCES report(id),
  story_id  {{int}} NOT NULL REFERENCES story(id),
  seq       {{int}} NOT NULL,              -- counts assignments
  pinned    {{int}} NOT NULL DEFAULT 0,    -- put there by a person
  stood     {{int}} NOT NULL,
  terms     {{blob}} NOT NULL
);
CREATE INDEX story_report_story ON story_report(story_id);
CREATE INDEX story_report_seq ON story_report(seq);

-- Following.

CREATE TABLE feed (
  id      {{id}},
  url     TEXT NOT NULL UNIQUE,
  title   TEXT NOT NULL,
  kind    TEXT NOT NULL,
  outlet  TEXT NOT NULL,
  added   {{int}} NOT NULL,
  due     {{int}} NOT NULL,
  removed {{int}} NOT NULL DEFAULT 0,
  state   TEXT NOT NULL                    -- what the follower remembers of it, as JSON
);

CREATE TABLE page (
  url       TEXT PRIMARY KEY,
  feed_id   {{int}} NOT NULL,
  report_id {{int}} NOT NULL,
  due       {{int}} NOT NULL,              -- 0: never again
  state     TEXT NOT NULL
);
CREATE INDEX page_due ON page(due);

CREATE TABLE fetch_log (
  id      {{id}},
  at      {{int}} NOT NULL,
  feed_id {{int}} NOT NULL,
  url     TEXT NOT NULL,
  status  {{int}} NOT NULL,
  bytes   {{int}} NOT NULL,
  took    {{int}} NOT NULL,
  outcome TEXT NOT NULL
);
CREATE INDEX fetch_log_feed ON fetch_log(feed_id, at);
CREATE INDEX fetch_log_at ON fetch_log(at);

CREATE TABLE backup (
  id {{id}},
  at {{int}} NOT NULL,
  path TEXT NOT NULL
);
