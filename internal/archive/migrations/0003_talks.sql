-- What people decided of talks. Its anchors are words of revisions, so that it
-- outlives rereading, and goes with the report into whatever story that is put.

CREATE TABLE talks_decision (
  id     {{id}},
  kind   TEXT NOT NULL,
  name   TEXT NOT NULL,
  field  TEXT NOT NULL,
  value  TEXT NOT NULL,
  editor TEXT NOT NULL,
  note   TEXT NOT NULL,
  added  {{int}} NOT NULL,
  undone {{int}} NOT NULL DEFAULT 0
);

CREATE TABLE talks_anchor (
  decision_id {{int}} NOT NULL REFERENCES talks_decision(id),
  part        TEXT NOT NULL,               -- of the decision: at, whose, party
  idx         {{int}} NOT NULL,            -- from 0
  revision    TEXT NOT NULL,               -- the revision's hash
  first       {{int}} NOT NULL,            -- the span in bytes
  past        {{int}} NOT NULL,
  PRIMARY KEY (decision_id, part, idx)
) {{keyed}};
CREATE INDEX talks_anchor_revision ON talks_anchor(revision);
