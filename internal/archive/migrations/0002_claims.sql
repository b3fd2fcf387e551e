-- What people say of actors across reports, and claims and origins.

-- Which mentions of a story are of one actor, or of two. Each side is a revision's
-- hash, a span of its text in bytes ([0,0): the outlet above it), and the names, one a line.
CREATE TABLE actor_verdict (
  id         {{id}},
  same       {{int}} NOT NULL,
  revision_a TEXT NOT NULL,
  first_a    {{int}} NOT NULL,
  past_a     {{int}} NOT NULL,
  names_a    TEXT NOT NULL,
  revision_b TEXT NOT NULL,
  first_b    {{int}} NOT NULL,
  past_b     {{int}} NOT NULL,
  names_b    TEXT NOT NULL,
  editor     TEXT NOT NULL,
  note       TEXT NOT NULL,
  added      {{int}} NOT NULL,
  undone     {{int}} NOT NULL DEFAULT 0,
  undone_by  TEXT NOT NULL DEFAULT ''
);
CREATE INDEX actor_verdict_a ON actor_verdict(revision_a);
CREATE INDEX actor_verdict_b ON actor_verdict(revision_b);

-- Counts what changes in the archive; of a story, its last change.
ALTER TABLE story ADD COLUMN changed {{int}} NOT NULL DEFAULT 1;
CREATE INDEX story_changed ON story(changed);

-- What can be made anew: claims and origins of a story, from its trace.

CREATE TABLE tracing (
  story_id       {{int}} PRIMARY KEY,
  changed        {{int}} NOT NULL,         -- of the story, when it was compared
  reader         TEXT NOT NULL,            -- the program that compared
  at             {{int}} NOT NULL,
  reports        {{int}} NOT NULL,         -- that were compared
  claims         {{int}} NOT NULL,
  origins        {{int}} NOT NULL,
  contradictions {{int}} NOT NULL
);

CREATE TABLE claim (
  story_id    {{int}} NOT NULL,
  key         TEXT NOT NULL,               -- of the place of it that arrived first
  revision_id {{int}} NOT NULL,            -- where its fullest words stand
  first       {{int}} NOT NULL,
  past        {{int}} NOT NULL,
  act         TEXT NOT NULL,
  stance      TEXT NOT NULL,
  voice       TEXT NOT NULL,               -- whose statement it is; '': no one who is named
  reports     {{int}} NOT NULL,
  outlets     {{int}} NOT NULL,
  voices      {{int}} NOT NULL,
  origins     {{int}} NOT NULL,
  at_least    {{int}} NOT NULL,            -- 1: there may be more origins than are shown
  shape       {{int}} NOT NULL,            -- of the origins: another number, other origins
  first_at    {{int}} NOT NULL,
  last_at     {{int}} NOT NULL,
  changed     {{int}} NOT NULL,            -- when this row was
  gone        {{int}} NOT NULL DEFAULT 0,  -- 1: the story has no such claim any more
  PRIMARY KEY (story_id, key)
) {{keyed}};
CREATE INDEX claim_changed ON claim(changed);
CREATE INDEX claim_reports ON claim(reports, first_at);
CREATE INDEX claim_key ON claim(key);

CREATE TABLE origin (
  story_id    {{int}} NOT NULL,
  claim       TEXT NOT NULL,
  idx         {{int}} NOT NULL,
  voice       TEXT NOT NULL,               -- the name of who speaks; '': no one who is named
  identity    TEXT NOT NULL,
  revision_id {{int}} NOT NULL,            -- where it first stands
  first       {{int}} NOT NULL,            -- the words for the voice; [0,0): the outlet itself
  past        {{int}} NOT NULL,
  reports     {{int}} NOT NULL,
  first_at    {{int}} NOT NULL,
  PRIMARY KEY (story_id, claim, idx)
) {{keyed}};

CREATE TABLE contradiction (
  story_id {{int}} NOT NULL,
  idx      {{int}} NOT NULL,
  claim_a  TEXT NOT NULL,                  -- '': of figures that stand in no claim
  claim_b  TEXT NOT NULL,
  why      TEXT NOT NULL,
  PRIMARY KEY (story_id, idx)
) {{keyed}};
